/**
 * With which line of a list of alternatives each customer of a rush begins, so that two of them say the same words only
 * once the other lines are used up (RULES J167). It hangs on who comes alone: nothing said to one changes another's words
 * (RULES C7).
 */
import type { Beat, Burst, Reaction, Reactions } from '#engine/model/content.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import type { DecisionContext } from '#engine/state/decision-context.ts';
import { asksHowLong } from '#engine/state/true-lines.ts';

/** Numbers of the lines that a customer begins with, by list, written out. */
type BegunLines = ReadonlyMap<string, number>;

const wordsOf = (burst: Burst): string =>
  burst.map((bubble) => (bubble.kind === 'text' ? bubble.text : bubble.kind)).join('\n');
const listKey = (bursts: readonly Burst[]): string => bursts.map(wordsOf).join('\n\n');

const reactionsIn = ({ slots, covered, partly, wrong, redLine, silence }: Reactions): Reaction[] => [
  ...[slots, covered, partly, wrong, redLine].flatMap((named) => Object.values(named)),
  ...(silence ?? []),
];

const reactionsOfBeat = ({ reacts, asks }: Beat): Reaction[] => [
  ...reactionsIn(reacts),
  ...asks.flatMap(({ points }) =>
    points.flatMap(({ ask, check, wrongReacts }) => [
      ...(ask ? [ask] : []),
      ...(check ? [check.right, check.wrong] : []),
      ...Object.values(wrongReacts),
    ]),
  ),
];

/** 在吗 and a second nudge. What is said in leaving stays the case's own: 我去别家看看 doesn't fit whoever waits for a refund. */
const NUDGES = 2;

/**
 * What a customer nudges with at a step of silence: the lines of the case, behind them those of the persona. Cases come
 * several times in a rush and have a line or two for it (RULES J223).
 */
export const nudgesOf = ({ scenario, persona }: PreparedCase, step: number): Reaction | null => {
  const own = scenario.reacts.silence?.[step];
  const general = persona.reacts.silence?.[step];
  if (!own?.bursts || !general?.bursts || step >= NUDGES) return null;
  return { ...own, bursts: [...own.bursts, ...general.bursts] };
};

/** The reactions of case and persona, with silence as it is said in a rush. */
const reactionsOfCase = (preparedCase: PreparedCase): Reaction[] => {
  const { scenario, persona } = preparedCase;
  const own = scenario.reacts.silence;
  if (own === null) return [...reactionsIn(scenario.reacts), ...reactionsIn(persona.reacts)];
  const silence = own.map((reaction, step) => nudgesOf(preparedCase, step) ?? reaction);
  return [
    ...reactionsIn({ ...scenario.reacts, silence: null }),
    ...silence,
    ...reactionsIn({ ...persona.reacts, silence: null }),
  ];
};

/** Every list of alternatives of a case, the most its own first. One in which an author has somebody say nothing keeps its order. */
const listsOf = (preparedCase: PreparedCase): (readonly Burst[])[] =>
  [...preparedCase.scenario.beats.flatMap(reactionsOfBeat), ...reactionsOfCase(preparedCase)].flatMap(({ bursts }) =>
    bursts !== null && bursts.length > 1 && bursts.every((burst) => burst.length > 0) ? [bursts] : [],
  );

/** The number of the line that fewest began with before; of several the first. */
const leastBegun = (bursts: readonly Burst[], begun: ReadonlyMap<string, number>): number => {
  const times = bursts.map((burst) => begun.get(wordsOf(burst)) ?? 0);
  return times.indexOf(Math.min(...times));
};

/** What the line kept for a time that was named counts beside those that are surely begun with. */
const KEPT = 0.5;

const reckoned = (content: Content, scenarios: readonly string[]): readonly BegunLines[] => {
  const begun = new Map<string, number>();
  const count = (burst: Burst | undefined, weight: number): void => {
    const words = wordsOf(burst ?? []);
    begun.set(words, (begun.get(words) ?? 0) + weight);
  };
  return scenarios.map((scenario) => {
    const lines = new Map<string, number>();
    for (const bursts of listsOf(preparedCaseIn(content, scenario))) {
      const key = listKey(bursts);
      if (lines.has(key)) continue;
      const number = leastBegun(bursts, begun);
      const first = bursts[number] ?? [];
      lines.set(key, number);
      count(first, 1);
      // What is left of the list behind a time that was named (RULES J249): where one of two lines asks how long, two customers
      // said the other at the same moment.
      const left = bursts.filter((burst) => !asksHowLong(burst));
      if (left.length === bursts.length || left.length < 2) continue;
      const numberLeft = asksHowLong(first) ? leastBegun(left, begun) : left.indexOf(first);
      lines.set(listKey(left), numberLeft);
      if (asksHowLong(first)) count(left[numberLeft], KEPT);
    }
    return lines;
  });
};

/** For the drill reckoned last with each content: who comes is the same at each of its decisions. */
const latest = new WeakMap<Content, { who: string; lines: readonly BegunLines[] }>();

const begunLines = ({ content, drill }: DecisionContext): readonly BegunLines[] => {
  const scenarios = drill.order.map((key) => drill.conversations[key]?.scenario ?? '');
  const who = scenarios.join(' ');
  const known = latest.get(content);
  if (known?.who === who) return known.lines;
  const lines = reckoned(content, scenarios);
  latest.set(content, { who, lines });
  return lines;
};

/** The alternatives in the order in which this customer says them. Outside a rush as they are written. */
export const inOwnOrder = (context: DecisionContext, key: string, bursts: readonly Burst[]): readonly Burst[] => {
  if (context.drill.rush === null || bursts.length < 2) return bursts;
  const number = begunLines(context)[context.drill.order.indexOf(key)]?.get(listKey(bursts)) ?? 0;
  return number === 0 ? bursts : [...bursts.slice(number), ...bursts.slice(0, number)];
};
