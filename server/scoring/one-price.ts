/**
 * One deed, one price (RULES M15): a chance whose loss is paid for elsewhere isn't offered, and its part of the dimension's weight goes
 * to the others. What is left is the dearest
 * place of each deed: a wait costs in 响应时效, what was wrong or not said in 问题解决, a window in its own dimension, and
 * how a thing was said only where nothing else is wrong with it. Such a chance earns nothing either: words that passed a
 * question by are no example of good manners.
 */
import type { Dimension, Rubric } from '#engine/rubric.ts';
import type { Draft } from './findings/draft.ts';
import { restsOn } from './findings/repeated.ts';
import type { TurnHistory } from './history.ts';
import { aheadKey, type Opportunity, owedKey, roundKey, turnKey } from './opportunities/opportunity.ts';
import type { Round } from './rounds.ts';
import type { Seen } from './seen.ts';

/** The chances, those marked that are paid for elsewhere; `drafts`: the findings that stand. */
export function pricedOnce(
  rubric: Rubric,
  seens: readonly Seen[],
  drafts: readonly Draft[],
  opportunities: readonly Opportunity[],
): Opportunity[] {
  const sure = drafts.filter((d) => !d.unsure && !d.code.startsWith('merit:'));
  const elsewhere = new Set(seens.flatMap((seen) => paidElsewhere(rubric, seen, sure)));
  const empty = new Map(seens.flatMap((seen) => emptyRounds(seen, sure)));
  const crossed = new Set(seens.flatMap((seen) => crossedTurns(seen, sure)));
  return opportunities.map((o) => {
    const name = nameOf(o.dimension, o.key);
    if (crossed.has(name) || empty.get(o.key) === 'late') return { ...o, credit: 0 };
    return (o.credit < o.worth && elsewhere.has(name)) || (o.credit > 0 && empty.has(o.key))
      ? { ...o, elsewhere: true }
      : o;
  });
}

/** Turns with a red line: however well the rest of it is said, it earns nothing, or the line would pay where other faults had cost. */
function crossedTurns({ c }: Seen, drafts: readonly Draft[]): string[] {
  const red = drafts.filter((d) => d.conversation === c.key && d.code.startsWith('red-line:'));
  const turns = c.turns.filter((turn) => red.some((d) => restsOn(d, turn.judgement.turn)));
  return turns.flatMap((turn) => SAID.map((dimension) => nameOf(dimension, turnKey(c.key, turn.judgement.turn))));
}

/** How something is said: a reply that was never given is paid for as the wait and by what it should have told. */
const SAID: readonly Dimension[] = ['expression', 'manner'];

const nameOf = (dimension: Dimension, key: string): string => `${dimension} ${key}`;

function paidElsewhere(rubric: Rubric, seen: Seen, drafts: readonly Draft[]): string[] {
  const own = drafts.filter((d) => d.conversation === seen.c.key);
  return [
    ...seen.c.turns.flatMap((turn) => ofTurn(rubric, seen, turn, own)),
    ...seen.rounds.flatMap((round) => ofRound(seen, round, own)),
    ...seen.facts.scenario.beats.flatMap(({ id }) =>
      SAID.map((dimension) => nameOf(dimension, aheadKey(seen.c.key, id))),
    ),
  ];
}

/** 沟通表达 and 服务素养 of one turn: of the two at most one, and neither where the words are paid for by what they said. */
function ofTurn(rubric: Rubric, seen: Seen, turn: TurnHistory, drafts: readonly Draft[]): string[] {
  const { c } = seen;
  const key = turnKey(c.key, turn.judgement.turn);
  const faults = drafts.filter((d) => restsOn(d, turn.judgement.turn) && familyOf(rubric, d) !== 'late');
  const dimensions = new Set(faults.flatMap((d) => pricedIn(rubric, d)));
  const manner = dimensions.has('manner') ? [] : [nameOf('manner', key)];
  const paid = dimensions.has('solving') || (!dimensions.has('expression') && isPaidLater(seen, turn));
  return [...manner, ...(paid ? [nameOf('expression', key)] : [])];
}

const familyOf = (rubric: Rubric, d: Draft): string | undefined =>
  rubric.findings.find((rule) => rule.code === d.code)?.family;

/** Where a finding takes marks: by its own deduction and those it holds, and by the points it kept from being told. */
function pricedIn(rubric: Rubric, d: Draft): Dimension[] {
  const codes: readonly string[] = [d.code, ...d.absorbed.map(({ code }) => code)];
  const deducted = rubric.findings.filter((rule) => codes.includes(rule.code) && rule.deduct > 0);
  const points: Dimension[] = d.covers.some((key) => key.startsWith('point:')) ? ['solving'] : [];
  return [...deducted.map((rule) => rule.dimension), ...points];
}

/** Half an answer whose other half was never given is paid for by that half; words beside a missed window by the window. */
function isPaidLater({ c, points }: Seen, turn: TurnHistory): boolean {
  const open = turn.judgement.questions.filter((q) => q.answer !== 'answered').map((q) => q.question);
  const never = points.some((p) => open.includes(p.question.id) && p.point.must && p.state === 'missed');
  return (
    never || c.windows.some((w) => w.closed?.how === 'missed' && w.index < turn.index && w.closed.index > turn.index)
  );
}

/** A wait that nobody ended is one in 响应时效; one that let a window pass is that window's. */
function ofRound({ c }: Seen, round: Round, drafts: readonly Draft[]): string[] {
  const owed = round.to === null ? SAID : [];
  const key = roundKey(c.key, round.number);
  const window = drafts.some((d) => d.covers.includes(key) && d.covers.some((other) => other.startsWith('window:')));
  return [
    ...owed.map((dimension) => nameOf(dimension, owedKey(c.key, round.number))),
    ...(window ? [nameOf('response', key)] : []),
  ];
}

/** Words that say nothing to the customer: however quick, they are no response. */
const EMPTY: readonly string[] = ['evaded', 'vague', 'canned-repeated', 'asked-again', 'stacking', 'cross-talk'];

/** Rounds that such words ended: in time they are paid for by what is wrong with the words, late ones earn nothing beside. */
function emptyRounds({ c, rounds }: Seen, drafts: readonly Draft[]): [string, 'in-time' | 'late'][] {
  return rounds.flatMap((round): [string, 'in-time' | 'late'][] => {
    const turn = c.turns.find((t) => round.reply !== null && t.judgement.messages.includes(round.reply));
    if (turn === undefined) return [];
    const own = drafts.filter((d) => d.conversation === c.key && restsOn(d, turn.judgement.turn));
    if (!own.some((d) => EMPTY.includes(d.code))) return [];
    return [
      [roundKey(c.key, round.number), round.grade === 'excellent' || round.grade === 'pass' ? 'in-time' : 'late'],
    ];
  });
}
