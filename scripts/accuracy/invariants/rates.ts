/** How often the judge breaks the rules that hold for any point and any reply, over all questions of all cases. */
import { readFileSync } from 'node:fs';
import { judge } from '#language/judge.ts';
import type { Compiled } from '#language/points/wordings/compiled.ts';
import { sameValue } from '#language/reading/same-value.ts';
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
const MOST_SHOWN = 40;

/** The rates over these contexts. Deterministic: replies are picked by the contexts' positions and not by chance. */
export function invariantRates(contexts: readonly Context[]): Rates {
  const verdictsOf: VerdictsOf = ({ customer, questions, points }, reply) =>
    judge({ reply, customer, questions, points }).points;
  const rates = Object.fromEntries(
    INVARIANTS.map((name): [InvariantName, Rate] => [name, { broken: 0, of: 0, shown: [] }]),
  ) as Record<InvariantName, Rate>;
  const count = (name: InvariantName, isBroken: boolean, shown: string): void => {
    const rate = rates[name];
    rate.of += 1;
    if (!isBroken) return;
    rate.broken += 1;
    if (rate.shown.length < MOST_SHOWN) rate.shown.push(shown);
  };
  contexts.forEach((context, index) => {
    talk(verdictsOf, context, index, count);
    others(verdictsOf, context, contexts, index, count);
    own(verdictsOf, context, index, count);
    wordings(verdictsOf, context, count);
    parrot(verdictsOf, context, count);
  });
  return rates;
}

type Count = (name: InvariantName, broken: boolean, shown: string) => void;

type VerdictsOf = (context: Context, reply: string) => PointVerdict[];

const isCovered = (verdicts: readonly PointVerdict[], id: string): boolean =>
  verdicts.some((verdict) => verdict.id === id && verdict.state === 'covered');

const clausesOf = (from: readonly string[], index: number, many: number): string =>
  Array.from({ length: many }, (_, i) => from[(index * 7 + i * 11) % from.length]).join('，');

function talk(verdictsOf: VerdictsOf, context: Context, index: number, count: Count): void {
  const { small, service } = TALK.test;
  const replies: [InvariantName, string][] = [
    ['talk12', clausesOf(small, index, 12)],
    ['talk24', clausesOf(small, index + 3, 24)],
    ['service12', clausesOf(service, index, 12)],
  ];
  for (const [name, reply] of replies)
    for (const { id, state, rule } of verdictsOf(context, reply))
      count(name, state === 'covered', `${context.name} ${id}: ${rule} ← ${reply}`);
}

/** Three model replies per context, from cases of other shops and types: they must prove nothing here. */
function others(
  verdictsOf: VerdictsOf,
  context: Context,
  contexts: readonly Context[],
  index: number,
  count: Count,
): void {
  for (const step of [37, 61, 89]) {
    const other = contexts[(index + step) % contexts.length];
    const reply = other?.models[0];
    if (!other || reply === undefined || other.scenario === context.scenario) continue;
    for (const { id, state, confidence, rule } of verdictsOf(context, reply)) {
      count('othersCovered', state === 'covered', `${context.name} ${id}: ${rule} ← ${reply}`);
      count('othersWrong', state === 'wrong', `${context.name} ${id} ${confidence.toFixed(2)}: ${rule} ← ${reply}`);
    }
  }
}

function own(verdictsOf: VerdictsOf, context: Context, caseIndex: number, count: Count): void {
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
  for (const [index, reply] of models.entries()) flipsInModel(verdictsOf, context, reply, plain[index] ?? [], count);
}

/** The clause that proved a point, with its own figure changed or its first affirming or denying word turned round. */
function flipsInModel(
  verdictsOf: VerdictsOf,
  context: Context,
  reply: string,
  verdicts: readonly PointVerdict[],
  count: Count,
): void {
  for (const { id, state, start, end } of verdicts) {
    if (state !== 'covered') continue;
    const said = reply.slice(start, end);
    const put = (words: string): string => reply.slice(0, start) + words + reply.slice(end);
    const keys = context.points.find((point) => point.id === id)?.compiled as Compiled;
    const [figure] = figureFlips(said, (value) => keys.essential.some((essential) => sameValue(essential, value)));
    if (figure !== undefined) {
      const flipped = put(figure);
      count('figureFlippedInModel', isCovered(verdictsOf(context, flipped), id), `${context.name} ${id} ← ${flipped}`);
    }
    const sign = signFlip(said);
    if (sign === null) continue;
    const flipped = put(sign);
    count('signFlippedInModel', isCovered(verdictsOf(context, flipped), id), `${context.name} ${id} ← ${flipped}`);
  }
}

function wordings(verdictsOf: VerdictsOf, context: Context, count: Count): void {
  for (const point of context.points) {
    const { id } = point;
    const shown = (text: string): string => `${context.name} ${id} ← ${text}`;
    for (const text of [point.says, ...(point.also ?? [])]) {
      const isNowCovered = isCovered(verdictsOf(context, text), id);
      count('wordingMissed', !isNowCovered, shown(text));
      if (!isNowCovered) continue;
      for (const flipped of figureFlips(text))
        count('figureFlipped', isCovered(verdictsOf(context, flipped), id), shown(flipped));
      const turned = signFlip(text);
      if (turned !== null) count('signFlipped', isCovered(verdictsOf(context, turned), id), shown(turned));
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
}

function parrot(verdictsOf: VerdictsOf, context: Context, count: Count): void {
  if (context.burst === '') return;
  for (const reply of [context.burst, `是的，${context.burst}`, `${context.burst}，不能`])
    for (const { id, state } of verdictsOf(context, reply))
      count('parrot', state === 'covered', `${context.name} ${id} ← ${reply}`);
}
