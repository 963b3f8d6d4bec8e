/**
 * What lay ahead and was never reached, offered and lost (RULES M12): the questions, needs and windows of the beats a
 * good drill would still have gone through, with a reply to each that asks something. Where a teacher or the clock ended
 * the drill, only as much of it as was due by then.
 */
import type { Beat, Need } from '#engine/content.ts';
import type { Dimension } from '#engine/rubric.ts';
import { dimensionOf, needResults } from '../needs.ts';
import type { Seen } from '../seen.ts';
import { leftStanding } from '../walked-out.ts';
import { lostNeed } from './operation.ts';
import { aheadKey, needKey, type Opportunity, pointKey, windowKey } from './opportunity.ts';
import { WINDOW_NAMES, windowDimension } from './windows.ts';

/** Chances of the road this customer's end cut off, in the road's order. `all`: due or not. */
export function aheadOpportunities(seen: Seen, all = false): Opportunity[] {
  const { road, c, history, rubric } = seen;
  if (road.cut === null || (rubric.road === undefined && road.cut !== 'trainee')) return standingReplies(seen);
  const due = all || road.cut !== 'outside' ? road.beats.length : dueBeats(seen);
  const at = c.endings.at(-1)?.at ?? history.ended?.at ?? history.lastAt;
  const beats = road.ahead.filter((beat) => road.beats.indexOf(beat) < due);
  // What the beat they stood in still asked is void when the clock ends the drill, and lost when the trainee does.
  const here = road.cut === 'trainee' || all ? standing(seen) : [];
  return [...here, ...beats].flatMap((beat) => chancesOf(seen, beat, at)).concat(dutiesLeft(seen, at, due));
}

const standing = ({ c, facts }: Seen): Beat[] => {
  const beat = facts.beat(c.beats.at(-1)?.beat ?? null);
  return beat === null ? [] : [beat];
};

/** How many beats of the road a drill that keeps to the case's minutes has entered by now. */
function dueBeats({ road, c, facts, history }: Seen): number {
  const sinceMs = (history.ended?.at ?? history.lastAt) - (c.arrivals[0]?.at ?? 0);
  return Math.floor((road.beats.length * sinceMs) / (facts.scenario.minutes * 60_000));
}

function chancesOf(seen: Seen, beat: Beat, at: number): Opportunity[] {
  const { c, facts, rubric, points } = seen;
  const name = facts.scenario.customer.name;
  const base = { at, credit: 0, unsure: false } as const;
  const opened = new Set(c.questions.filter((q) => q.state !== 'void').map((q) => q.question));
  const open = beat.asks.filter((q) => !opened.has(q.id));
  const heard = new Set(points.map((p) => p.point.id));
  const asked = open.flatMap((question): Opportunity[] => {
    const text = `${name}「${question.text}」没答到就结束了`;
    return question.points
      .filter((p) => p.must && p.leads === null && !heard.has(p.id))
      .map((p) => ({
        ...base,
        key: pointKey(c.key, question.id, p.id),
        dimension: 'solving',
        worth: rubric.offers.must,
        text,
      }));
  });
  const known = new Set(needResults(c, facts).map((n) => needKey(c.key, n.beat, n.number)));
  const needs = beat.needs.flatMap((need, number) => {
    const key = needKey(c.key, beat.id, number);
    return known.has(key) ? [] : [needChance(seen, need, key, at, rubric.offers.need)];
  });
  const { window } = beat;
  const entered = c.beats.some((b) => b.beat === beat.id);
  const windows =
    window === null || entered
      ? []
      : [
          {
            ...base,
            key: windowKey(c.key, `ahead-${beat.id}`),
            dimension: windowDimension(window.kind),
            worth: rubric.offers.window,
            text: `${name}没走到「${WINDOW_NAMES[window.kind]}」就结束了`,
          },
        ];
  const owed = asked.length > 0 && !entered;
  return [...asked, ...needs, ...windows, ...(owed ? replies(seen, beat.id, at) : [])];
}

const REPLIED: readonly Dimension[] = ['response', 'expression', 'manner'];

/** What a beat is called in the table: what it asks, else the customer's first words. */
function sayingOf(beat: Beat | null): string {
  const said = beat?.says?.find((bubble) => bubble.kind === 'text');
  return beat?.asks[0]?.text ?? (said?.kind === 'text' ? said.text : '');
}

/** A reply that was never given. */
const replies = ({ c, facts, rubric }: Seen, beat: string, at: number): Opportunity[] =>
  REPLIED.map((dimension) => ({
    key: aheadKey(c.key, beat),
    dimension,
    at,
    worth: rubric.offers.turn,
    credit: 0,
    unsure: false,
    text: `${facts.scenario.customer.name}「${sayingOf(facts.beat(beat))}」没有等到回复`,
  }));

/** What was said to a trainee who had stopped answering, where no round stands for it already (RULES M12). */
function standingReplies(seen: Seen): Opportunity[] {
  const { c, facts, rounds, rubric, history } = seen;
  if (rubric.road === undefined || history.forked) return [];
  const inVain = rounds.filter((r) => r.to === null && r.grade === 'fail');
  return leftStanding(c, facts)
    .filter((b) => !inVain.some((r) => r.fromIndex <= (b.left?.index ?? history.length) && r.toIndex >= b.index))
    .flatMap((b) => replies(seen, b.beat, b.at));
}

const needChance = (seen: Seen, need: Need, key: string, at: number, worth: number): Opportunity => ({
  key,
  dimension: dimensionOf(need),
  at,
  worth,
  credit: 0,
  unsure: false,
  text: lostNeed(seen, need),
});

/** Duties of the whole case, owed once its road is over: a story that reached its ending has them in `needResults`. */
function dutiesLeft(seen: Seen, at: number, due: number): Opportunity[] {
  const { c, facts, rubric, road } = seen;
  if (c.endings.length > 0 || due < road.beats.length) return [];
  const known = new Set(needResults(c, facts).map((n) => needKey(c.key, n.beat, n.number)));
  return facts.scenario.duties.flatMap((need, number) => {
    const key = needKey(c.key, null, number);
    return known.has(key) ? [] : [needChance(seen, need, key, at, rubric.offers.duty)];
  });
}
