/**
 * What caps a drill's total whatever it earned: a red line, an end before the customers were done, a customer left
 * without a reply, rude words more than once, less than the rubric's share of the story's path (RULES M3, M12, M13).
 */
import type { Rubric } from '#engine/model/rubric.ts';
import { codeList } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { needResults } from '#scoring/facts/needs.ts';
import { endingOf } from '#scoring/log/conversation-outcome.ts';
import { needKey } from './opportunity.ts';

/** Share of a customer's story path that was reached: points that must be told, needs and windows, 0–1. */
export const reachedShareOf = ({ conversation, caseFacts, storyPath, pointResults }: ConversationFacts): number => {
  if (storyPath.endedBy === null) return 1;
  const openedQuestions = new Set(
    conversation.questions.filter(({ state }) => state !== 'void').map(({ question }) => question),
  );
  const notedPoints = new Set(pointResults.map(({ point }) => point.id));
  const dueNeeds = new Set(
    needResults(conversation, caseFacts).map(({ beat, needIndex }) => needKey(conversation.key, beat, needIndex)),
  );
  const reachedByBeat = storyPath.beats.map((beat) => {
    const pointsReached = beat.asks.flatMap((question) =>
      question.points
        .filter(({ must, leads }) => must && leads === null)
        .map(({ id }) => openedQuestions.has(question.id) || notedPoints.has(id)),
    );
    const needsReached = beat.needs.map((_, number) => dueNeeds.has(needKey(conversation.key, beat.id, number)));
    const windowReached =
      beat.window === null
        ? []
        : [conversation.windows.some((other) => other.beat === beat.id && other.closed && other.closed.how !== 'void')];
    return [...pointsReached, ...needsReached, ...windowReached];
  });
  const isReached = reachedByBeat.flat();
  return isReached.length === 0 ? 1 : isReached.filter(Boolean).length / isReached.length;
};

/** Share of all story paths of the drill that was reached: every customer counts the same, however long their path. */
export const reachedShare = (allFacts: readonly ConversationFacts[]): number =>
  allFacts.length === 0 ? 1 : allFacts.reduce((sum, facts) => sum + reachedShareOf(facts), 0) / allFacts.length;

/** Whether a drill reached less of its story paths than the rubric asks for (未完成, RULES M12). */
export const isUnfinished = (allFacts: readonly ConversationFacts[]): boolean => {
  const minShare = allFacts[0]?.rubric.road?.reached;
  return minShare !== undefined && reachedShare(allFacts) < minShare;
};

/** Findings about a customer left without a reply. */
const LEFT_ALONE = codeList('customer-left', 'walked-out');
/** Codes of rude words. */
export const RUDE: readonly string[] = ['impatient', 'hostile', 'red-line:insult', 'red-line:threat'];

/** What caps a total, as a finding's code or `unfinished`, and the highest total it allows, in marks. */
export type TotalCap = { by: string; ceiling: number };

/**
 * The cap on the total: the gravest reason, with the lowest ceiling of all reasons; null where nothing caps it.
 * `drafts`: the findings that count; `owing`: the customers whose story may count as unfinished.
 */
export const capOf = (
  rubric: Rubric,
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
  owing: readonly ConversationFacts[] = allFacts,
): TotalCap | null => {
  const sure = drafts.filter(({ unsure }) => !unsure);
  const withCodes = (codes: readonly string[]): FindingDraft[] => sure.filter(({ code }) => codes.includes(code));
  // The gravest reason comes first.
  const caps: TotalCap[] = [];
  const redLine = sure.find(({ code }) => code.startsWith('red-line:'));
  if (redLine) caps.push({ by: redLine.code, ceiling: rubric.cap });
  if (withCodes(['ended-early']).length > 0) caps.push({ by: 'ended-early', ceiling: rubric.cap });
  const [leftAlone] = leftAloneFindings(allFacts, withCodes(LEFT_ALONE), rubric.road?.left ?? null);
  // Where only windows were let go at the end, no customer was left without an answer.
  const leavesQuestions = (draft: FindingDraft): boolean =>
    draft.code !== 'walked-out' || draft.spoiledQuestions.length > 0;
  if (rubric.road && leftAlone) {
    const ceiling = leavesQuestions(leftAlone) ? rubric.road.most : rubric.cap;
    caps.push({ by: leftAlone.code, ceiling });
  }
  // A red line that absorbed a finding on rude words doesn't save it from its own ceiling.
  const rude = sure.filter((draft) => [draft, ...draft.absorbedFaults].some(({ code }) => RUDE.includes(code)));
  const times = rude.reduce((sum, draft) => sum + 1 + draft.repeats.length, 0);
  if (rubric.rude && rude[0]) {
    const { times: often, most: ceilingOfOften, once: ceilingOfOnce } = rubric.rude;
    const ceiling = times >= often ? ceilingOfOften : ceilingOfOnce;
    if (ceiling !== undefined) caps.push({ by: rude[0].code, ceiling });
  }
  if (isUnfinished(owing)) caps.push({ by: 'unfinished', ceiling: rubric.cap });
  const [gravest] = caps;
  return gravest === undefined ? null : { by: gravest.by, ceiling: Math.min(...caps.map(({ ceiling }) => ceiling)) };
};

/**
 * Findings about customers left without a reply, where these are at least the share `minShare` of all customers; none
 * where the rubric sets no share.
 */
const leftAloneFindings = (
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
  minShare: number | null,
): readonly FindingDraft[] => {
  // A customer who was served to an ending, came back and got no answer costs the marks of that visit alone.
  const servedBefore = ({ conversation }: ConversationFacts): boolean =>
    conversation.endings.some((ending, i) => !ending.silent && i < conversation.endings.length - 1);
  const served = new Set(allFacts.filter(servedBefore).map(({ conversation }) => conversation.key));
  const leftAlone = drafts.filter(({ conversation }) => !served.has(conversation));
  const share = new Set(leftAlone.map(({ conversation }) => conversation)).size / allFacts.length;
  return minShare !== null && share >= minShare ? leftAlone : [];
};

/** A customer who rates this or less is lost, whatever they did with their order. */
export const UNHAPPY_RATING = 2;

/** Whether the customer is lost: they left, went to a higher level, or gave a rating of 2 or less. */
export const isLost = ({ conversation }: ConversationFacts): boolean => {
  const ending = endingOf(conversation);
  if (ending === null) return false;
  return ending.outcome === 'lost' || ending.outcome === 'escalated' || ending.rating <= UNHAPPY_RATING;
};
