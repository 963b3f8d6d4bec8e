/** What the trees learn from the turns of the testplans, and from the tables of sentences the tests read. */
import { readFileSync } from 'node:fs';
import type { PointWordings } from '#language/terms/verdicts.ts';
import type { Library } from '#library/load.ts';
import { type Bag, compiled, readJsonl, rowsOf, TURNS } from './material.ts';

type Table = {
  customer: string;
  point?: PointWordings;
  points?: PointWordings[];
  replies: (
    | [reply: string, state: string, ...rest: string[]]
    | { say: string; covered?: string[]; either?: string[]; wrong?: string[] }
  )[];
};

const TABLES = 'tests/language/tables';
/** The tables about points; the folder has others too. */
const OF_POINTS = ['authored', 'guards', 'points', 'written-cases'];
const TABLE_WEIGHT = 5;

/** The tables of sentences that the tests read: small points with few wordings, as a teacher's first case has them. */
export const tableBags = (): Bag[] => {
  const tables = OF_POINTS.flatMap((name): Table[] => JSON.parse(readFileSync(`${TABLES}/${name}.json`, 'utf8')));
  return tables.flatMap(({ customer, point, points, replies }) => {
    const keys = points ?? (point ? [{ ...point, id: 'p' }] : []);
    const ready = keys.map(compiled);
    return replies.flatMap((row): Bag[] => {
      const [reply, covered, wrong, either] = Array.isArray(row)
        ? [row[0], row[1] === 'covered' ? ['p'] : [], row[1] === 'wrong' ? ['p'] : [], []]
        : [row.say, row.covered ?? [], row.wrong ?? [], row.either ?? []];
      const rows = rowsOf({ customer, reply, points: ready });
      return keys.flatMap(({ id, says }, index): Bag[] => {
        if (either.includes(id)) return [];
        const label = covered.includes(id) ? 1 : wrong.includes(id) ? 2 : 0;
        const own = { rows: rows[index] ?? [], label, weight: TABLE_WEIGHT, block: `table ${says}` } as const;
        return [{ ...own, kind: 'table', hard: false }];
      });
    });
  });
};

type Planned = {
  case: string;
  customer: string;
  questions: string[];
  points: string[];
  reply: string;
  expect: { covered: string[]; wrong: string[]; differ?: string[] };
  /** Points that a person has read in this turn. The labels of the others are the verdicts with which the plan passed. */
  read: string[];
};

/** Points nobody asked about are judged in every turn and seldom said: of the unsaid ones, one in this many is learned from. */
const UNASKED_EACH = 4;
const UNASKED_WEIGHT = 0.6;
const PLANNED_WEIGHT = 1.2;
const READ_WEIGHT = 3;

/** Turns of all testplans beside every point that was listened for, as the engine hands them over. */
export const plannedBags = (library: Library): Bag[] => {
  return readJsonl<Planned>(`${TURNS}/planned.jsonl`).flatMap((turn, turnIndex): Bag[] => {
    const beats = library.scenarios.get(turn.case)?.beats ?? [];
    const asks = beats.flatMap((beat) => beat.asks);
    const known = new Map(
      [...asks.flatMap((question) => question.points), ...beats.flatMap((beat) => beat.points)].map((point) => [
        point.id,
        point,
      ]),
    );
    const questions = turn.questions.flatMap((id) => asks.find((question) => question.id === id) ?? []);
    const asked = new Set(questions.flatMap(({ points }) => points.map(({ id }) => id)));
    const points = turn.points.flatMap((id) => known.get(id) ?? []);
    const titles = questions.map(({ text }) => text);
    const rows = rowsOf({ customer: turn.customer, titles, reply: turn.reply, points: points.map(compiled), asked });
    return points.flatMap(({ id }, index): Bag[] => {
      const { covered, wrong, differ } = turn.expect;
      if (differ?.includes(id)) return [];
      const label = covered.includes(id) ? 1 : wrong.includes(id) ? 2 : 0;
      const isRead = turn.read.includes(id);
      if (!isRead && label === 0 && !asked.has(id) && (turnIndex + index) % UNASKED_EACH !== 0) return [];
      const weight = isRead ? READ_WEIGHT : asked.has(id) ? PLANNED_WEIGHT : UNASKED_WEIGHT;
      return [{ rows: rows[index] ?? [], label, weight, block: `planned ${turn.case}`, kind: 'planned', hard: false }];
    });
  });
};
