/**
 * What caps a drill's total whatever it earned: a red line, an end before the customers were done, a customer left
 * without a reply, rude words more than once, less than the rubric's share of the road (RULES M3, M12, M13).
 */
import type { Rubric } from '#engine/model/rubric.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { needResults } from '#scoring/facts/needs.ts';
import { needKey } from './opportunity.ts';

/** Share of a customer's road that was reached: points that must be told, needs and windows, 0–1. */
export function reachedOf({ conversation, caseFacts, road, points }: ConversationFacts): number {
  if (road.cut === null) return 1;
  const opened = new Set(
    conversation.questions.filter(({ state }) => state !== 'void').map(({ question }) => question),
  );
  const heard = new Set(points.map(({ point }) => point.id));
  const wanted = new Set(
    needResults(conversation, caseFacts).map(({ beat, number }) => needKey(conversation.key, beat, number)),
  );
  const counted = road.beats.map((beat) => {
    const points = beat.asks.flatMap((question) =>
      question.points
        .filter(({ must, leads }) => must && leads === null)
        .map(({ id }) => opened.has(question.id) || heard.has(id)),
    );
    const needs = beat.needs.map((_, number) => wanted.has(needKey(conversation.key, beat.id, number)));
    const window =
      beat.window === null
        ? []
        : [conversation.windows.some((other) => other.beat === beat.id && other.closed && other.closed.how !== 'void')];
    return [...points, ...needs, ...window];
  });
  const all = counted.flat();
  return all.length === 0 ? 1 : all.filter(Boolean).length / all.length;
}

/** Share of the whole drill's road that was reached: every customer counts the same, however long their road. */
export const reachedShare = (allFacts: readonly ConversationFacts[]): number =>
  allFacts.length === 0 ? 1 : allFacts.reduce((sum, facts) => sum + reachedOf(facts), 0) / allFacts.length;

export const isUnfinished = (allFacts: readonly ConversationFacts[]): boolean => {
  const fewest = allFacts[0]?.rubric.road?.reached;
  return fewest !== undefined && reachedShare(allFacts) < fewest;
};

/** Findings about a customer left without a reply. */
const LEFT_ALONE: readonly string[] = ['customer-left', 'walked-out'];
/** Codes of rude words. */
export const RUDE: readonly string[] = ['impatient', 'hostile', 'red-line:insult', 'red-line:threat'];

/** What caps a total, as a finding's code or `unfinished`, and at how many marks. */
export type TotalCap = { by: string; most: number };

/**
 * The cap on the total: the gravest reason, with the lowest ceiling of all reasons; null where nothing caps it.
 * `drafts`: the findings that count.
 */
export function capOf(
  rubric: Rubric,
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
): TotalCap | null {
  const sure = drafts.filter(({ unsure }) => !unsure);
  const of = (codes: readonly string[]): FindingDraft[] => sure.filter(({ code }) => codes.includes(code));
  const kept: TotalCap[] = [];
  const line = sure.find(({ code }) => code.startsWith('red-line:'));
  if (line) kept.push({ by: line.code, most: rubric.cap });
  if (of(['ended-early']).length > 0) kept.push({ by: 'ended-early', most: rubric.cap });
  const [alone] = leftAlone(allFacts, of(LEFT_ALONE), rubric.road?.left ?? null);
  // Where only windows were let go at the end, no customer was left without an answer.
  const isAsked = (draft: FindingDraft | undefined): boolean => draft?.code !== 'walked-out' || draft.about.length > 0;
  if (rubric.road && alone) kept.push({ by: alone.code, most: isAsked(alone) ? rubric.road.most : rubric.cap });
  // A red line that absorbed a finding on rude words doesn't save it from its own ceiling.
  const rude = sure.filter((draft) => [draft, ...draft.absorbed].some(({ code }) => RUDE.includes(code)));
  const times = rude.reduce((sum, draft) => sum + 1 + draft.again.length, 0);
  if (rubric.rude && rude[0]) {
    const { times: several, most, once } = rubric.rude;
    const ceiling = times >= several ? most : once;
    if (ceiling !== undefined) kept.push({ by: rude[0].code, most: ceiling });
  }
  if (isUnfinished(allFacts)) kept.push({ by: 'unfinished', most: rubric.cap });
  const [first] = kept;
  return first === undefined ? null : { by: first.by, most: Math.min(...kept.map(({ most }) => most)) };
}

/** Findings about customers left without a reply, if these are at least the rubric's share of all customers. */
function leftAlone(
  allFacts: readonly ConversationFacts[],
  found: readonly FindingDraft[],
  least: number | null,
): readonly FindingDraft[] {
  // A customer who was served to an ending, came back and got no answer costs the marks of that visit alone.
  const servedBefore = ({ conversation }: ConversationFacts): boolean =>
    conversation.endings.some((ending, i) => !ending.silent && i < conversation.endings.length - 1);
  const served = new Set(allFacts.filter(servedBefore).map(({ conversation }) => conversation.key));
  const alone = found.filter(({ conversation }) => !served.has(conversation));
  const share = new Set(alone.map(({ conversation }) => conversation)).size / allFacts.length;
  return least !== null && share >= least ? alone : [];
}

/** A customer who rates this or less is lost, whatever they did with their order. */
export const UNHAPPY = 2;

/** Whether the customer is lost: they left, went to a higher level, or gave a rating of 2 or less. */
export function isLost({ conversation }: ConversationFacts): boolean {
  const ending = conversation.endings.at(-1);
  if (!ending) return false;
  return ending.outcome === 'lost' || ending.outcome === 'escalated' || ending.rating <= UNHAPPY;
}
