/**
 * Questions that aren't called ignored: those answered by words that are a fault themselves, perhaps answered, or left open by
 * an absence that is told as their customer's leaving (RULES M51, M72, M261).
 */
import { joined, listed, say } from '#i18n/say.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { restsOn } from '#scoring/facts/repeated.ts';
import { leftOverPoints } from '#scoring/facts/waiting.ts';

/** Faults by which a question has no answer, or half of one, in the end. */
const UNTOLD: readonly FindingCode[] = ['ignored', 'answered-partly'];

/** Faults of words that tell something: who made one said something to the question, if the wrong thing. */
const TELLS_WRONG: readonly FindingCode[] = [
  'wrong-fact',
  'false-promise',
  'against-card',
  'beyond-authority',
  'red-line:false-claim',
  'red-line:unauthorised-promise',
];

/**
 * The findings, a question called ignored left to the sure finding on the words of the reply to it: that one takes over
 * what was lost by the question.
 */
export const wrongAnswersNotIgnored = (drafts: readonly FindingDraft[]): FindingDraft[] => {
  const hosts = new Map<FindingDraft, FindingDraft>();
  for (const ignored of drafts.filter(({ code }) => code === 'ignored')) {
    const host = drafts.find(
      (draft) => !draft.unsure && TELLS_WRONG.includes(draft.code) && restsOn(draft, ignored.turn),
    );
    if (host !== undefined) hosts.set(ignored, host);
  }
  return drafts
    .filter((draft) => !hosts.has(draft))
    .map((draft) => {
      const taken = [...hosts].flatMap(([ignored, host]) => (host === draft ? [ignored] : []));
      if (taken.length === 0) return draft;
      return {
        ...draft,
        explainedKeys: [...draft.explainedKeys, ...taken.flatMap(({ explainedKeys }) => explainedKeys)],
        spoiledQuestions: [
          ...new Set([...draft.spoiledQuestions, ...taken.flatMap(({ spoiledQuestions }) => spoiledQuestions)]),
        ],
      };
    });
};

/**
 * The findings, each question called ignored of which a point was perhaps told taken for half answered: what nobody told of
 * it is the fault, and what was perhaps told is a doubt of its own (RULES M72). Once that is ruled out it is ignored again.
 */
export const perhapsAnsweredNotIgnored = (
  { pointResults }: Pick<ConversationFacts, 'pointResults'>,
  drafts: readonly FindingDraft[],
): FindingDraft[] =>
  drafts.map((draft) => {
    const results = pointResults.filter(
      ({ question, point }) => point.must && draft.spoiledQuestions.includes(question.id),
    );
    const missing = results.filter(({ state }) => state === 'missed').map(({ point }) => point.says);
    const [first] = missing;
    const isPerhapsTold = results.some(({ state }) => state === 'unsure');
    if (draft.code !== 'ignored' || !isPerhapsTold || first === undefined) return draft;
    const points = listed(missing.map((words) => say('findings:quoted', { words })));
    return {
      ...draft,
      code: 'answered-partly',
      observation: say('findings:answered-partly.seen', { points }),
      detail: say('findings:answered-partly.detail', { says: first }),
      detailParts: { missingPoint: first },
      because: joined([
        say('findings:answered-partly.because', { points }),
        say('findings:answered-partly.rest-in-doubt'),
      ]),
    };
  });

/**
 * The findings, what the last wait of who gave up left unanswered told with their leaving: one absence is one fault, and the
 * half that came before it no other.
 */
export const leftOverToldOnce = (facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const leftOver = leftOverPoints(facts).filter(({ point }) => point.must);
  const questions = new Set(leftOver.map(({ question }) => question.id));
  const leaving = drafts.findLast(({ code }) => code === 'customer-left');
  if (leaving === undefined || questions.size === 0) return [...drafts];
  const isOfAbsence = ({ code, spoiledQuestions }: FindingDraft): boolean =>
    UNTOLD.includes(code) && spoiledQuestions.every((id) => questions.has(id));
  const points = listed(leftOver.map(({ point }) => say('findings:quoted', { words: point.says })));
  return drafts
    .filter((draft) => !isOfAbsence(draft))
    .map((draft) =>
      draft === leaving
        ? {
            ...draft,
            because: joined([draft.because, say('findings:customer-left.left-over', { points })]),
            spoiledQuestions: [...new Set([...draft.spoiledQuestions, ...questions])],
          }
        : draft,
    );
};
