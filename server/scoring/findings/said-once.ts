/** One wrong answer is one finding, also where it is said again or told of two points of a question at once (RULES M27). */
import { joined, say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { clockText, quotedText } from '#scoring/log/phrasing.ts';
import { pointKey } from '#scoring/opportunities/opportunity.ts';

type WrongAnswer = { draft: FindingDraft; words: string; sums: readonly number[]; figures: readonly string[] };

/**
 * Wrong answers in order of time. A later one belongs to the first if it tells the same point with the same figure, or
 * without figures in the same words; or if the same turn tells another point of the question with another sum (a price
 * and what comes of it). What each point loses doesn't change.
 */
export function saidOnce(facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] {
  const keptDrafts: FindingDraft[] = [];
  const wrongAnswers: WrongAnswer[] = [];
  for (const draft of drafts) {
    const wrongAnswer = wrongAnswerOf(facts, draft);
    const firstAnswer = wrongAnswers.find(
      (other) => isAgain(other, wrongAnswer) || isSameSum(facts, other, wrongAnswer),
    );
    if (firstAnswer === undefined) {
      const ownDraft = { ...draft, explainedKeys: [...draft.explainedKeys] };
      keptDrafts.push(ownDraft);
      wrongAnswers.push({ ...wrongAnswer, draft: ownDraft });
      continue;
    }
    wrongAnswers.push({ ...wrongAnswer, draft: firstAnswer.draft });
    firstAnswer.draft.explainedKeys.push(...draft.explainedKeys);
    if (firstAnswer.draft.turn === draft.turn) continue;
    firstAnswer.draft.repeats = [
      ...firstAnswer.draft.repeats,
      { at: draft.at, turn: draft.turn, quoteAt: draft.quoteAt },
    ];
    const saidAgainText = say('findings:wrong.said-again', { clock: clockText(draft.at) });
    firstAnswer.draft.because = joined([firstAnswer.draft.because, saidAgainText]);
  }
  return keptDrafts;
}

function wrongAnswerOf({ conversation }: ConversationFacts, draft: FindingDraft): WrongAnswer {
  const words = draft.quoteAt === null ? '' : (quotedText(conversation, draft.quoteAt) ?? '');
  const values = valuesIn(folded(words));
  return {
    draft,
    words,
    sums: values.filter(({ kind }) => kind === 'amount' || kind === 'number').map(({ quantity }) => quantity),
    figures: values.map(({ kind, quantity }) => `${kind} ${quantity}`),
  };
}

const isSamePoint = (a: FindingDraft, b: FindingDraft): boolean =>
  b.explainedKeys.some((key) => a.explainedKeys.includes(key));

function isAgain(first: WrongAnswer, later: WrongAnswer): boolean {
  if (!isSamePoint(first.draft, later.draft) || first.draft.turn === later.draft.turn) return false;
  if (later.figures.length === 0 || first.figures.length === 0) return later.words === first.words;
  return later.figures.some((figure) => first.figures.includes(figure));
}

/** Whether two wrong answers are two sums of one question in the same turn. */
function isSameSum({ conversation }: ConversationFacts, first: WrongAnswer, later: WrongAnswer): boolean {
  if (first.draft.turn !== later.draft.turn || first.sums.length === 0 || later.sums.length === 0) return false;
  return first.draft.spoiledQuestions.some((id) =>
    later.draft.explainedKeys.some((key) => key.startsWith(pointKey(conversation.key, id, ''))),
  );
}
