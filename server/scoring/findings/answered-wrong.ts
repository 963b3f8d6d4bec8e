/** A question answered by words that are a fault themselves isn't ignored as well (RULES M51). */
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { restsOn } from '#scoring/facts/repeated.ts';

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
