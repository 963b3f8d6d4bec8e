/** A report to a higher level that was neither said nor clicked is one fault (RULES M46). */
import { codeList } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { needKey } from '#scoring/opportunities/opportunity.ts';

/**
 * The findings, each missing report whose own words are missing or wrong too told with these: the finding on the words
 * takes over what the operation would have explained. A report that was told keeps its missing click.
 */
export const unsaidReportsToldOnce = (facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const missing = drafts.filter(({ code, unsure }) => code === 'missing-action' && !unsure);
  const merged = new Set<FindingDraft>();
  const taken = new Map<FindingDraft, string[]>();
  for (const draft of missing) {
    const about = draft.explainedKeys.flatMap((key) => findingsOnWords(facts, drafts, key));
    const [onWords] = about;
    if (onWords === undefined) continue;
    merged.add(draft);
    taken.set(onWords, [...(taken.get(onWords) ?? []), ...draft.explainedKeys]);
  }
  return drafts
    .filter((draft) => !merged.has(draft))
    .map((draft) => {
      const keys = taken.get(draft);
      return keys === undefined ? draft : { ...draft, explainedKeys: [...draft.explainedKeys, ...keys] };
    });
};

/** Findings that are about no words of an answer: a silence isn't what the report was left out of. */
const NO_WORDS = codeList('missing-action', 'customer-left', 'walked-out', 'unanswered');

/** The sure findings on a question of the need's beat whose point says the report and was missed or told wrong. */
const findingsOnWords = (
  { conversation, caseFacts, pointResults }: ConversationFacts,
  drafts: readonly FindingDraft[],
  key: string,
): FindingDraft[] => {
  for (const beat of caseFacts.scenario.beats) {
    const need = beat.needs.find((_, index) => needKey(conversation.key, beat.id, index) === key);
    if (!need?.do || !caseFacts.action(need.do)?.reports) continue;
    // As content has it: points are compared in the case's own language, whoever reads the report.
    const title = caseFacts.action(need.do)?.title ?? '';
    const questions = pointResults
      .filter(
        ({ question, point, state }) =>
          (state === 'missed' || state === 'wrong') &&
          beat.asks.some(({ id }) => id === question.id) &&
          title !== '' &&
          point.says.includes(title),
      )
      .map(({ question }) => question.id);
    return drafts.filter(
      ({ code, unsure, spoiledQuestions }) =>
        !unsure &&
        !NO_WORDS.includes(code) &&
        !code.startsWith('merit:') &&
        spoiledQuestions.some((id) => questions.includes(id)),
    );
  }
  return [];
};
