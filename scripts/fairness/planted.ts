/**
 * A model trainee's drill in which somebody has rewritten one reply, with one fault in it or with none. The writer has
 * seen the shop's pages and the conversation, and no answer key. It shows whether the report names the fault and
 * whether it accuses what is right, sooner and for more wordings than whole plays do; it shows nothing about the rest
 * of the conversation.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Library } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { type Item, type Replayed, replayed } from './replayed.ts';
import { VERDICTS } from './stored.ts';

export const PLANTED_FOLDER = 'tests/fairness/planted';
/** What a planted fault is, in the order of the table. */
export const FAULTS = {
  'wrong-fact': '说错事实',
  promise: '乱许',
  'not-done': '没点说点了',
  manner: '怪客户、催、推、讨好评',
  verdict: '乱下结论、答非所问',
  open: '别的',
} as const;
export type Fault = keyof typeof FAULTS;

export const plantedLine = z.strictObject({
  scenario: z.string(),
  /** Which of the model's replies is rewritten, and the beat it answers: it must still be the one that was read. */
  reply: z.int().min(0),
  to: z.string(),
  say: z.array(z.string().min(1)).min(1),
  /** The model's clicks in that reply are left out. */
  undone: z.literal(true).optional(),
  fault: z.enum(Object.keys(FAULTS) as [Fault, ...Fault[]]).optional(),
  /** The words of `say` that are wrong. */
  clause: z.string().min(1).optional(),
  why: z.string().optional(),
  /** What the customer of version 0.8.11 said next, and the two readers' verdicts on it. */
  reaction: z
    .strictObject({
      says: z.string(),
      read: z.tuple([z.enum(VERDICTS.reactions), z.enum(VERDICTS.reactions)]),
    })
    .optional(),
});
export type PlantedLine = z.output<typeof plantedLine>;

/** All lines, file by file. Throws where one doesn't read. */
export const readPlanted = (): PlantedLine[] =>
  readdirSync(PLANTED_FOLDER)
    .sort()
    .flatMap((file) => readFileSync(join(PLANTED_FOLDER, file), 'utf8').split(/\r?\n/))
    .filter((line) => line.trim() !== '')
    .map((line) => plantedLine.parse(JSON.parse(line)));

/**
 * The outcome of a line. For a fault: `caught`, `doubt` (待核) or `missed`. For a reply without one: `accused` if the
 * report has a new finding that quotes it, else `let-be`.
 */
export type Outcome = 'caught' | 'doubt' | 'missed' | 'accused' | 'let-be';

/** The model's replies of a case and what they come to. Throws on a case without a testplan. */
const modelOf = (library: Library, scenario: string): { replies: readonly Reply[]; now: Replayed } => {
  const replies = library.testplans.get(scenario)?.model?.replies;
  if (replies === undefined) throw new Error(`${scenario} has no model trainee`);
  return { replies, now: replayed(library, scenario, replies) };
};

const plain = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
const quoteOf = ({ says }: Item): string => plain(/｜引：([\s\S]*?)｜/.exec(says)?.[1] ?? '');

/** A quote shows a fault if at least this share of the character pairs in the shorter of the two occurs in the other. */
const SHOWN = 0.6;
const shows = (item: Item, clause: string): boolean => {
  const quote = quoteOf(item);
  const [short, long] = quote.length < clause.length ? [quote, clause] : [clause, quote];
  if (short.length < 2) return false;
  const pairs = Array.from({ length: short.length - 1 }, (_, index) => short.slice(index, index + 2));
  return pairs.filter((pair) => long.includes(pair)).length >= SHOWN * pairs.length;
};

/** Plays lines one after another; a case's model is played once. */
export const planter = (library: Library): ((line: PlantedLine) => Outcome) => {
  const models = new Map<string, ReturnType<typeof modelOf>>();
  return ({ scenario, reply, to, say, undone, fault, clause }) => {
    const model = models.get(scenario) ?? modelOf(library, scenario);
    models.set(scenario, model);
    const own = model.replies[reply];
    if (own?.to !== to) throw new Error(`${scenario}: reply ${reply} of the model answers ${own?.to}, not ${to}`);
    const rewritten = { ...own, say: say.map((text) => ({ text })), do: undone ? [] : own.do };
    const now = replayed(library, scenario, model.replies.with(reply, rewritten));
    const fresh = (pick: (play: Replayed) => readonly Item[]): Item[] => {
      const known = new Set(pick(model.now).map(({ says }) => says));
      return pick(now).filter(({ says }) => !known.has(says));
    };
    const held = fresh((play) => play.held);
    if (fault === undefined || clause === undefined) {
      const words = plain(say.join(''));
      return held.some((item) => quoteOf(item).length > 1 && words.includes(quoteOf(item))) ? 'accused' : 'let-be';
    }
    const words = plain(clause);
    // A reply that claims an action not done is caught also by the finding on the missing action.
    const wasOmitted = fault === 'not-done' && held.some(({ key }) => key.includes('missing-action'));
    if (wasOmitted || held.some((item) => shows(item, words))) return 'caught';
    return fresh((play) => play.doubted).some((item) => shows(item, words)) ? 'doubt' : 'missed';
  };
};

/** How many lines of each fault had each outcome; lines without a fault stand under `none`. */
export const plantedCounts = (
  library: Library,
  lines: readonly PlantedLine[],
): Map<Fault | 'none', Map<Outcome, number>> => {
  const outcomeOf = planter(library);
  const counts = new Map<Fault | 'none', Map<Outcome, number>>();
  for (const line of lines) {
    const own = counts.get(line.fault ?? 'none') ?? new Map<Outcome, number>();
    counts.set(line.fault ?? 'none', own);
    const outcome = outcomeOf(line);
    own.set(outcome, (own.get(outcome) ?? 0) + 1);
  }
  return counts;
};

/** How many of the reactions don't fit, each reader's verdict counting half: after right replies and after faulty ones. */
export const misfitsRead = (
  lines: readonly PlantedLine[],
): Record<'right' | 'faulty', { misfits: number; of: number }> => {
  const of = (own: readonly PlantedLine[]): { misfits: number; of: number } => {
    const reads = own.flatMap(({ reaction }) => (reaction ? [reaction.read] : []));
    return { misfits: reads.flat().filter((read) => read === 'misfit').length / 2, of: reads.length };
  };
  return {
    right: of(lines.filter(({ fault }) => fault === undefined)),
    faulty: of(lines.filter(({ fault }) => fault !== undefined)),
  };
};
