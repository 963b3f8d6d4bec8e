/**
 * Figures that a customer can only have from the shop: those of the case's right answers which a line of theirs repeats
 * (41块8, 六点). Said before anybody has told them they sound as if nobody had listened (RULES T34).
 */

import type { Burst, Point, Reaction, Reactions, Scenario } from '#engine/model/content.ts';
import { folded } from '#language/reading/folded.ts';
import { distinctValues, isSameValue, valueName } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';

/** `namesByLine`: by line, the names of its figures; `figures`: the figures that the names stand for. */
export type LineFigures = { namesByLine: ReadonlyMap<string, readonly string[]>; figures: readonly Value[] };

/** 两箱, 一个, 两天: counts as small as these are said of anything. */
const MAX_COUNT = 3;
/** Between these lie the values of days by name (明天, 周三), which move with the story. */
const NAMED_DAY = { from: 99, to: 1000 };

/** 俩钟头, 半小时: a time by the hour is somebody's word, however short. */
const HOUR_S = 60 * 60;
const DAY_S = 24 * HOUR_S;

const isTelling = ({ kind, quantity, factor }: Value): boolean => {
  if (kind === 'duration' && quantity >= HOUR_S && quantity < DAY_S) return true;
  if (kind === 'measure' || kind === 'number' || kind === 'duration') return quantity / (factor ?? 1) > MAX_COUNT;
  return kind !== 'date' || quantity < NAMED_DAY.from || quantity > NAMED_DAY.to;
};
const readIn = (text: string): Value[] => valuesIn(folded(text)).filter(isTelling);
/** 五个人 and 5件 are one figure: pieces are counted in many words. */
const isSameFigure = (a: Value, b: Value): boolean =>
  isSameValue(a, b) || (a.kind === 'measure' && b.kind === 'measure' && a.quantity === b.quantity);

/** Those of these figures that `text` names, in any form. */
export const figuresNamed = ({ figures }: LineFigures, text: string): string[] => {
  if (figures.length === 0) return [];
  // The 2 of 满20减2 is no 2小时.
  const named = valuesIn(folded(text)).filter(({ kind, quantity }) => kind !== 'number' || quantity > MAX_COUNT);
  return figures.filter((figure) => named.some((value) => isSameFigure(figure, value))).map(valueName);
};

const pointsOf = ({ beats }: Scenario): Point[] =>
  beats.flatMap(({ asks, points }) => [...asks.flatMap((question) => question.points), ...points]);

const rightWordings = ({ says, also, examples, yes }: Point): string[] => [
  says,
  ...(also ?? []),
  ...(examples?.yes ?? []),
  ...(yes ?? []),
];

const ofReacts = ({ slots, covered, partly, wrong, redLine, silence }: Reactions): (Reaction | undefined)[] => [
  ...[slots, covered, partly, wrong, redLine].flatMap((table) => Object.values<Reaction | undefined>(table)),
  ...(silence ?? []),
];

/** Every burst a customer of this case may say. */
const burstsOf = (scenario: Scenario): Burst[] => {
  const { beats, endings, forbids, duties, reacts, customer } = scenario;
  const reactions = [
    ...ofReacts(reacts),
    ...beats.flatMap((beat) => ofReacts(beat.reacts)),
    ...[...beats.flatMap(({ needs }) => needs), ...duties].map(({ undone }) => undone),
    ...forbids.map(({ reaction }) => reaction ?? undefined),
    ...pointsOf(scenario).flatMap(({ ask, check, wrongReacts }) => [
      ask,
      check?.right,
      check?.wrong,
      ...Object.values(wrongReacts),
    ]),
  ];
  return [
    ...reactions.flatMap((reaction) => reaction?.bursts ?? []),
    ...beats.flatMap(({ window }) => (window?.recap ?? []).flatMap(({ told, ask }) => [...told, ask])),
    ...[...beats, ...endings, ...customer.knows].flatMap(({ says }) => (says ? [says] : [])),
  ];
};

/** Figures the customer has anyway: in their orders, and in what was said before the drill. */
const customerFiguresOf = ({ orders, before, customer }: Scenario): Value[] => {
  const sums = orders.flatMap(({ total, items, gifts, off }) => [
    total,
    ...items.flatMap(({ price, paid }) => [price, paid ?? price]),
    ...gifts.map(({ price }) => price),
    ...off.map(({ amount }) => amount),
  ]);
  const texts = [
    ...sums.map((sum) => `${sum / 100}元`),
    ...orders.flatMap((order) => [
      order.placed,
      order.paidOn,
      order.shippedOn,
      order.signedOn,
      ...order.items.map(({ sku }) => sku),
    ]),
    ...before.flatMap(({ says, when }) => [when, ...wordsOf(says)]),
    ...customer.past.flatMap(({ on, note }) => [on, note]),
    customer.enters,
  ];
  return texts.flatMap((text) => (text ? readIn(text) : []));
};

const wordsOf = (burst: Burst): string[] => burst.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

/** Sums, shares and times, which a wrong answer is told in: 21公里 is what the customer knows anyway. */
const TOLD_KINDS: ReadonlySet<Value['kind']> = new Set(['amount', 'percent', 'clock', 'date', 'duration']);

/** Figures that the customer tells by themselves. */
const storyOf = ({ beats, customer }: Scenario): Value[] =>
  [...beats, ...customer.knows].flatMap(({ says }) => wordsOf(says ?? []).flatMap(readIn));

/** The lines that take up one wrong answer. */
const wrongLinesOf = (scenario: Scenario): string[] =>
  pointsOf(scenario).flatMap(({ wrongReacts }) =>
    Object.values(wrongReacts).flatMap(({ bursts }) => (bursts ?? []).flatMap(wordsOf)),
  );

/** Names by themselves: cards of a case have the same figures, and a server keeps thousands of cards. */
const names = new Map<string, string>();
/** Far more than a library's cases have; beyond it the names are kept anew. */
const MAX_NAMES = 20_000;

const nameOnce = (value: Value): string => {
  const name = valueName(value);
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES) names.clear();
  names.set(name, name);
  return name;
};

/** Read once for a case. */
export const lineFiguresOf = (scenario: Scenario): LineFigures => {
  const rightFigures = distinctValues(pointsOf(scenario).flatMap((point) => rightWordings(point).flatMap(readIn)));
  const customerFigures = customerFiguresOf(scenario);
  const shopFigures = rightFigures.filter((figure) => !customerFigures.some((value) => isSameFigure(figure, value)));
  // A line that takes up a wrong answer repeats that answer's own figure, which is right nowhere.
  const toldByCustomer = [...customerFigures, ...storyOf(scenario)];
  const wrongLines = new Set(wrongLinesOf(scenario));
  const namesByLine = new Map<string, readonly string[]>();
  const allFigures: Value[] = [];
  for (const text of burstsOf(scenario).flatMap(wordsOf)) {
    const isShops = (value: Value): boolean =>
      shopFigures.some((figure) => isSameFigure(figure, value)) ||
      (wrongLines.has(text) &&
        TOLD_KINDS.has(value.kind) &&
        !toldByCustomer.some((figure) => isSameFigure(figure, value)));
    const figures = distinctValues(readIn(text).filter(isShops));
    if (figures.length > 0) namesByLine.set(text, figures.map(nameOnce));
    allFigures.push(...figures);
  }
  return { namesByLine, figures: distinctValues(allFigures) };
};
