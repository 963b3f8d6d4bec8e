/** How often the judge breaks the rules that hold for any point and any reply, over all questions of all cases. */
import { readFileSync } from 'node:fs';
import { judgedPoints } from '#language/judge.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { memoize } from '#language/reading/memoize.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import type { Context } from './contexts.ts';
import { figureFlips, signFlip } from './flips.ts';

/** `broken` of `of` cases break it; `shown`: the first few, to read. */
export type Rate = { broken: number; of: number; shown: string[] };
export type Rates = Readonly<Record<InvariantName, Rate>>;

export const INVARIANTS = [
  'talk12',
  'talk24',
  'service12',
  'othersCovered',
  'othersWrong',
  'figureFlipped',
  'figureFlippedInModel',
  'signFlipped',
  'signFlippedInModel',
  'ownModelMissed',
  'ownModelInTalkMissed',
  'wordingMissed',
  'wrongWordingCovered',
  'wrongWordingMissed',
  'orderMissed',
  'parrot',
] as const;
export type InvariantName = (typeof INVARIANTS)[number];

const TALK: { test: { small: string[]; service: string[] } } = JSON.parse(
  readFileSync(new URL('../../../tests/language/invariants/talk.json', import.meta.url), 'utf8'),
);
const MAX_SHOWN = 40;

/** The rates over these contexts. Deterministic: replies are picked by the contexts' positions and not by chance. */
export const invariantRates = (contexts: readonly Context[]): Rates => {
  // The same small talk is said to every question.
  const read = memoize((reply) => readReply(reply), 4000);
  const verdictsOf: VerdictsOf = ({ customer, questions, points }, reply) =>
    judgedPoints({ reply, customer, questions, points }, read(reply));
  const rates = Object.fromEntries(
    INVARIANTS.map((name): [InvariantName, Rate] => [name, { broken: 0, of: 0, shown: [] }]),
  ) as Record<InvariantName, Rate>;
  const count = (name: InvariantName, isBroken: boolean, shown: string): void => {
    const rate = rates[name];
    rate.of += 1;
    if (!isBroken) return;
    rate.broken += 1;
    if (rate.shown.length < MAX_SHOWN) rate.shown.push(shown);
  };
  contexts.forEach((context, index) => {
    countTalk(verdictsOf, context, index, count);
    countOthers(verdictsOf, context, contexts, index, count);
    countOwnModels(verdictsOf, context, index, count);
    countWordings(verdictsOf, context, count);
    countParroting(verdictsOf, context, count);
  });
  return rates;
};

type Count = (name: InvariantName, broken: boolean, shown: string) => void;

type VerdictsOf = (context: Context, reply: string) => PointVerdict[];

const isCovered = (verdicts: readonly PointVerdict[], id: string): boolean =>
  verdicts.some((verdict) => verdict.id === id && verdict.state === 'covered');

/** A reply that says something else than the point must not cover it: counted as broken where it does. */
const countCovered = (
  verdictsOf: VerdictsOf,
  context: Context,
  name: InvariantName,
  reply: string,
  id: string,
  count: Count,
): void => {
  count(name, isCovered(verdictsOf(context, reply), id), `${context.name} ${id} ← ${reply}`);
};

/** Strides through the list of clauses, by context and by clause: prime to its length, so that few replies are alike. */
const STRIDE = { context: 7, clause: 11 };
const clausesOf = (from: readonly string[], index: number, length: number): string =>
  Array.from({ length }, (_, i) => from[(index * STRIDE.context + i * STRIDE.clause) % from.length]).join('，');

const countTalk = (verdictsOf: VerdictsOf, context: Context, index: number, count: Count): void => {
  const { small, service } = TALK.test;
  const replies: [InvariantName, string][] = [
    ['talk12', clausesOf(small, index, 12)],
    ['talk24', clausesOf(small, index + 3, 24)],
    ['service12', clausesOf(service, index, 12)],
  ];
  for (const [name, reply] of replies)
    for (const { id, state, rule } of verdictsOf(context, reply))
      count(name, state === 'covered', `${context.name} ${id}: ${rule} ← ${reply}`);
};

/** How far on in the list the other contexts stand: cases of one shop and type are neighbours. */
const OTHERS_STRIDES = [37, 61, 89];

/** Three model replies per context, from cases of other shops and types: they must prove nothing here. */
const countOthers = (
  verdictsOf: VerdictsOf,
  context: Context,
  contexts: readonly Context[],
  index: number,
  count: Count,
): void => {
  for (const stride of OTHERS_STRIDES) {
    const other = contexts[(index + stride) % contexts.length];
    const reply = other?.models[0];
    if (!other || reply === undefined || other.scenario === context.scenario) continue;
    for (const { id, state, confidence, rule } of verdictsOf(context, reply)) {
      count('othersCovered', state === 'covered', `${context.name} ${id}: ${rule} ← ${reply}`);
      count('othersWrong', state === 'wrong', `${context.name} ${id} ${confidence.toFixed(2)}: ${rule} ← ${reply}`);
    }
  }
};

const countOwnModels = (verdictsOf: VerdictsOf, context: Context, caseIndex: number, count: Count): void => {
  const { models, must, name } = context;
  if (models.length === 0) return;
  const { small } = TALK.test;
  const plain = models.map((reply) => verdictsOf(context, reply));
  const joined = models.map((reply) => verdictsOf(context, `${clausesOf(small, caseIndex, 3)}\n${reply}`));
  for (const id of must) {
    const isCoveredAlone = plain.some((verdicts) => isCovered(verdicts, id));
    count('ownModelMissed', !isCoveredAlone, `${name} ${id} ← ${models.join(' ‖ ')}`);
    count(
      'ownModelInTalkMissed',
      !joined.some((verdicts) => isCovered(verdicts, id)),
      `${name} ${id} ← ${models.join(' ‖ ')}`,
    );
  }
  for (const [index, reply] of models.entries())
    countFlipsInModel(verdictsOf, context, reply, plain[index] ?? [], count);
};

/** The clause that proved a point, with its own figure changed or its first affirming or denying word turned round. */
const countFlipsInModel = (
  verdictsOf: VerdictsOf,
  context: Context,
  reply: string,
  verdicts: readonly PointVerdict[],
  count: Count,
): void => {
  for (const { id, state, start, end } of verdicts) {
    if (state !== 'covered') continue;
    const said = reply.slice(start, end);
    const put = (words: string): string => reply.slice(0, start) + words + reply.slice(end);
    const keys = context.points.find((point) => point.id === id)?.compiled as CompiledWordings;
    const [figure] = figureFlips(said, (value) =>
      keys.essentialValues.some((essential) => isSameValue(essential, value)),
    );
    if (figure !== undefined) {
      countCovered(verdictsOf, context, 'figureFlippedInModel', put(figure), id, count);
    }
    const sign = signFlip(said);
    if (sign !== null) countCovered(verdictsOf, context, 'signFlippedInModel', put(sign), id, count);
  }
};

const countWordings = (verdictsOf: VerdictsOf, context: Context, count: Count): void => {
  for (const point of context.points) {
    const { id } = point;
    const shown = (text: string): string => `${context.name} ${id} ← ${text}`;
    for (const text of [point.says, ...(point.also ?? [])]) {
      const isNowCovered = isCovered(verdictsOf(context, text), id);
      count('wordingMissed', !isNowCovered, shown(text));
      if (!isNowCovered) continue;
      for (const flipped of figureFlips(text)) countCovered(verdictsOf, context, 'figureFlipped', flipped, id, count);
      const turned = signFlip(text);
      if (turned !== null) countCovered(verdictsOf, context, 'signFlipped', turned, id, count);
      const [first, ...rest] = text.split(/[，,]/);
      if (rest.length > 0) {
        const moved = [...rest, first].join('，');
        count('orderMissed', !isCovered(verdictsOf(context, moved), id), shown(moved));
      }
    }
    for (const text of [...(point.contradicts ?? []), ...(point.wrongs ?? []).flatMap(({ says }) => says)]) {
      const verdict = verdictsOf(context, text).find((verdict) => verdict.id === id);
      count('wrongWordingCovered', verdict?.state === 'covered', shown(text));
      count('wrongWordingMissed', verdict?.state !== 'wrong', shown(text));
    }
  }
};

const countParroting = (verdictsOf: VerdictsOf, context: Context, count: Count): void => {
  if (context.burst === '') return;
  for (const reply of [context.burst, `是的，${context.burst}`, `${context.burst}，不能`])
    for (const { id, state } of verdictsOf(context, reply))
      count('parrot', state === 'covered', `${context.name} ${id} ← ${reply}`);
};
