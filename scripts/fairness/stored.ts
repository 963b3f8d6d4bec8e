/**
 * Plays by strangers with the verdicts of two readers each (docs/fairness.md): their format, their folder and their
 * figures. A play by which something was mended doesn't count for the rounds after it, but stays as a test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repliesFile } from '#library/schema/testplan.ts';
import { wilson } from '#scripts/accuracy/statistics.ts';

export const PLAYS_FOLDER = 'tests/fairness/plays';
export const KINDS = ['good', 'middling', 'poor'] as const;
export type Kind = (typeof KINDS)[number];
/** The verdicts a reader may give, by what is judged. */
export const VERDICTS = {
  reactions: ['fits', 'misfit'],
  held: ['fair', 'unfair', 'false'],
  credits: ['earned', 'unearned'],
  plants: ['caught', 'doubt', 'missed', 'none'],
} as const;

/** Both readers' word, in their order. */
const read = <T extends z.ZodType>(verdict: T) => z.tuple([verdict, verdict]);
const reaction = z.strictObject({
  at: z.number(),
  you: z.string(),
  customer: z.string(),
  read: read(z.enum(VERDICTS.reactions)),
  why: z.string().optional(),
});
const held = z.strictObject({
  key: z.string(),
  says: z.string(),
  marks: z.number(),
  read: read(z.enum(VERDICTS.held)),
  why: z.string().optional(),
});
const credit = z.strictObject({
  key: z.string(),
  says: z.string(),
  read: read(z.enum(VERDICTS.credits)),
  why: z.string().optional(),
});
const plant = z.strictObject({ says: z.string(), read: read(z.enum(VERDICTS.plants)) });

export const storedPlay = z.strictObject({
  id: z.string(),
  scenario: z.string(),
  /** Which variant of a case that varies; left out: the usual one. */
  card: z.int().positive().optional(),
  kind: z.enum(KINDS),
  replies: repliesFile,
  /** What `after` counts from in this play (play-drill.ts); plays of 0.8.9 and later count from the last line of any kind. */
  after: z.enum(['last-line', 'last-news']).optional(),
  score: z.number(),
  /** The marks that the two readers gave before they read the report. */
  marks: read(z.number()),
  reactions: z.array(reaction),
  held: z.array(held),
  credits: z.array(credit),
  plants: z.array(plant),
  /** Faults that nobody planted and the report doesn't name, in either reader's words. */
  passedOver: z.array(z.string()),
});
export type StoredPlay = z.output<typeof storedPlay>;
/** `round`: the version that was played, which names the file. */
export type Round = { round: string; plays: readonly StoredPlay[] };

/** Rounds, oldest first. Throws where a line isn't a play. */
export const readRounds = (folder = PLAYS_FOLDER): Round[] => {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => ({
      round: name.slice(0, -'.jsonl'.length),
      plays: readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => storedPlay.parse(JSON.parse(line))),
    }));
};

/** `count` is the mean of both readers, `low` and `high` its 95 % interval as a share of `of`. */
export type Share = { count: number; of: number; low: number; high: number };
export type Figures = {
  kind: Kind | 'all';
  plays: number;
  cases: number;
  misfit: Share;
  false: Share;
  falseAPlay: number;
  unfair: Share;
  unearnedAPlay: number;
  caught: Share;
  /** Mean distance of the score from the middle of the readers' marks, and the same mean with its sign. */
  distance: number;
  bias: number;
};

type Pair = readonly [string, string];
const mean = (pairs: readonly Pair[], verdict: string): number =>
  pairs.flat().filter((verdictRead) => verdictRead === verdict).length / 2;

const share = (pairs: readonly Pair[], verdict: string): Share => {
  const count = mean(pairs, verdict);
  const [low, high] = pairs.length === 0 ? [0, 0] : wilson(count, pairs.length);
  return { count, of: pairs.length, low, high };
};

const middle = ({ marks }: StoredPlay): number => (marks[0] + marks[1]) / 2;
const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export const figuresOf = (plays: readonly StoredPlay[], kind: Kind | 'all'): Figures => {
  const own = kind === 'all' ? plays : plays.filter((play) => play.kind === kind);
  const held = own.flatMap((play) => play.held.map((holding) => holding.read));
  const credits = own.flatMap((play) => play.credits.map((credit) => credit.read));
  const plants = own.flatMap((play) => play.plants.map((plant) => plant.read)).filter((pair) => !pair.includes('none'));
  const off = own.map((play) => play.score - middle(play));
  const falses = share(held, 'false');
  return {
    kind,
    plays: own.length,
    cases: new Set(own.map(({ scenario }) => scenario)).size,
    misfit: share(
      own.flatMap((play) => play.reactions.map((reaction) => reaction.read)),
      'misfit',
    ),
    false: falses,
    falseAPlay: falses.count / Math.max(1, own.length),
    unfair: share(held, 'unfair'),
    unearnedAPlay: mean(credits, 'unearned') / Math.max(1, own.length),
    caught: share(plants, 'caught'),
    distance: average(off.map(Math.abs)),
    bias: average(off),
  };
};

/** Cohen's κ of the two readers; 1 where they never differ, null without verdicts. */
export const kappa = (pairs: readonly Pair[]): number | null => {
  if (pairs.length === 0) return null;
  const names = [...new Set(pairs.flat())];
  const agreed = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const part = (name: string, reader: 0 | 1): number =>
    pairs.filter((pair) => pair[reader] === name).length / pairs.length;
  const chance = names.reduce((sum, name) => sum + part(name, 0) * part(name, 1), 0);
  return chance === 1 ? 1 : (agreed - chance) / (1 - chance);
};
