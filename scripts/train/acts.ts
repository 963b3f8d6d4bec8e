/**
 * Replies whose acts are known, as examples of single pieces. A label belongs to a whole reply, so learning has to find
 * the piece that carries it: first from replies of one piece, then from the likeliest piece of each longer one.
 */

import { momentOf } from '#language/acts/moment.ts';
import { addPieceFeatures, mayPromise, piecesOf } from '#language/acts/pieces.ts';
import { BUCKETS, Features } from '#language/classifier/features.ts';
import { HEADS, LEARNED_ACTS } from '#language/classifier/heads.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import type { Act } from '#language/terms/verdicts.ts';
import { chancesOf, type Example, type Fitted, fitWeights } from './fit.ts';
import type { Material } from './material.ts';

/** `weight`: how far the label is trusted. `unknown`: acts about which the label says nothing. */
export type ActReply = {
  customer?: string | undefined;
  reply: string;
  acts: readonly string[];
  weight: number;
  unknown: readonly Act[];
};

/** `timed`: for each piece, whether it may promise a time. */
type Bag = { pieces: Int32Array[]; timed: boolean[]; labels: number[]; unknown: number[]; weight: number };

/** Older lines: their labels don't tell whether a reply sells something along. */
const OLDER = /^(?:train-act-\d+|train-opened-act-\d+|(?!train-).*)$/;
/** In turns, promising news is labelled as a follow-up; in lines, a follow-up is for a customer who fell silent. */
const ELSE_IN_TURNS: readonly Act[] = ['follow-up'];
/** Weight of acts in turns: their readers read for points and noted acts in passing. */
const BY_THE_WAY = 0.5;
/** Weight of acts that the earlier rules heard in testplans: mostly plain replies, and no person has read them. */
const BY_RULE = 0.3;

type Labelled = Pick<Material, 'lines' | 'acts' | 'turns' | 'heard'>;

/** All replies with known acts, from labelled lines, whole turns and testplans. */
export const actReplies = ({ lines, acts, turns, heard }: Labelled): ActReply[] => {
  return [
    ...[...lines, ...acts]
      .filter(({ task }) => task === 'act')
      .map(({ id, customer, reply, expect }) => ({
        customer,
        reply,
        acts: expect as readonly string[],
        weight: 1,
        unknown: OLDER.test(id) ? (['cross-sell'] as const) : [],
      })),
    ...turns.map(({ customer, reply, expect }) => ({
      customer,
      reply,
      acts: expect.acts.filter((act) => !ELSE_IN_TURNS.some((known) => known === act)),
      weight: BY_THE_WAY,
      unknown: ELSE_IN_TURNS,
    })),
    ...heard.map(({ customer, reply, acts: told, unknown }) => ({
      customer,
      reply,
      acts: told,
      weight: BY_RULE,
      unknown: unknown ?? [],
    })),
  ];
};

const indexOf = (act: string): number => (LEARNED_ACTS as readonly string[]).indexOf(act);

/** Each reply with the features of its pieces. */
export const bagsOf = (lines: readonly ActReply[]): Bag[] => {
  const features = new Features();
  return lines.map(({ customer, reply, acts, weight, unknown }) => {
    const pieces = piecesOf(readText(normalise(reply).text));
    const moment = momentOf(normalise(customer ?? '').text);
    return {
      pieces: pieces.map((_, index) => {
        features.clear();
        addPieceFeatures(features, pieces, index, moment);
        return features.ids.slice(0, features.count);
      }),
      timed: pieces.map(mayPromise),
      labels: acts.map(indexOf).filter((index) => index >= 0),
      unknown: unknown.map(indexOf),
      weight,
    };
  });
};

const PROMISE = indexOf('promise-time');
const LOOKS = 2;

/** Options of the fits that look for the piece carrying a label. */
const LOOK = { epochs: 4, rate: 1, inertia: 1e-3, decay: 1e-4, seed: 20261121 };

/** What the material tells of single pieces. */
export const actExamples = (material: Labelled): Example[] => {
  return pieceExamples(bagsOf(actReplies(material)));
};

/** The bags' pieces as examples; each label goes to the piece that carries it. */
export const pieceExamples = (bags: readonly Bag[]): Example[] => {
  const outputs = LEARNED_ACTS.length;
  const { kind } = HEADS.act;
  let examples = bags.flatMap((bag) => placed(bag, null));
  for (let look = 0; look < LOOKS; look++) {
    const fitted: Fitted = fitWeights(examples, { ...LOOK, outputs, kind, buckets: BUCKETS });
    examples = bags.flatMap((bag) =>
      placed(
        bag,
        bag.pieces.map((piece) => chancesOf(piece, fitted, { outputs, kind })),
      ),
    );
  }
  return examples;
};

/** A further piece carries the act too if its chance is at least this. */
const TOO = 0.7;

const placed = (
  { pieces, timed, labels, unknown, weight }: Bag,
  chances: readonly Float64Array[] | null,
): Example[] => {
  const carrier = (label: number): number => {
    const may = pieces.flatMap((_, index) => (label !== PROMISE || timed[index] ? [index] : []));
    const chance = (index: number): number => chances?.[index]?.[label] ?? 0;
    if (may.length <= 1) return may[0] ?? -1;
    return chances ? may.reduce((best, index) => (chance(index) > chance(best) ? index : best)) : -1;
  };
  const at = new Map(labels.map((label) => [label, carrier(label)]));
  return pieces.map((features, index) => {
    const own = labels.filter(
      (label) => at.get(label) === index || (chances !== null && (chances[index]?.[label] ?? 0) >= TOO),
    );
    return { features, labels: own, weight, unknown: [...unknown, ...labels.filter((label) => !own.includes(label))] };
  });
};
