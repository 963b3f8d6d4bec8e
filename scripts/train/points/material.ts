/** What the trees learn from: labelled lines, the cases' own wordings, and what generated words must never be heard as. */
import { readdirSync, readFileSync } from 'node:fs';
import { eachCandidate } from '#language/points/candidates.ts';
import { compareReply } from '#language/points/features/compare-reply.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { questionContext } from '#language/points/wordings/question-context.ts';
import { wordingIndexOf } from '#language/points/wordings/wording-index.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import type { CompiledPoint, PointWordings } from '#language/terms/verdicts.ts';
import type { Library } from '#library/load.ts';

/** One point beside one reply: the rows of its candidate windows. `block`: bags of one block are on the same side of a fold. */
export type Bag = {
  rows: Float64Array[];
  label: 0 | 1 | 2;
  weight: number;
  block: string;
  kind: Kind;
  hard: boolean;
};
export type Kind =
  | 'real'
  | 'turn'
  | 'denied'
  | 'line'
  | 'stranger'
  | 'played'
  | 'planned'
  | 'table'
  | 'wording'
  | 'flip'
  | 'sign'
  | 'talk'
  | 'other'
  | 'parrot';

type SaidTurn = {
  customer: string;
  titles?: readonly string[];
  reply: string;
  points: readonly CompiledPoint[];
  /** Ids of the points asked for; left out if all are. */
  asked?: ReadonlySet<string>;
};

const COMPILED = new Map<string, CompiledPoint>();
/** A point made ready once, however many lines it stands beside. */
export const compiled = (point: PointWordings): CompiledPoint => {
  const key = JSON.stringify(point);
  const known = COMPILED.get(key) ?? compilePoint(point);
  COMPILED.set(key, known);
  return known;
};

/** For each point, the rows of its candidate windows in the reply; empty if no window comes near. */
export const rowsOf = ({ customer, titles, reply, points, asked }: SaidTurn): Float64Array[][] => {
  const heard = compareReply(
    readText(normalise(reply).text),
    questionContext(
      normalise(customer).text,
      titles?.map((title) => normalise(title).text),
    ),
    wordingIndexOf(points),
    asked ?? null,
  );
  return points.map((_, index) => {
    const rows: Float64Array[] = [];
    eachCandidate(heard, index, ({ features }) => rows.push(features.slice()));
    return rows;
  });
};

type Line = {
  id: string;
  task: string;
  topic?: string;
  customer?: string;
  reply: string;
  hard?: boolean;
  points: PointWordings[];
  expect: { covered: string[]; wrong: string[] };
};

export const readJsonl = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => JSON.parse(text) as T);

export const TURNS = 'tests/language/turns';
const FOLDERS = ['tests/language', 'tests/language/lines', TURNS];
const PLAYED = 'played-points.jsonl';
const UNSEEN = /^(?:blind|keyed|check)/;

/** Labelled lines that may be learned from: none of the blind files. */
export const trainingExamples = (): Line[] => {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl') && name !== PLAYED && !UNSEEN.test(name))
      .sort()
      .flatMap((name) => readJsonl<Line>(`${folder}/${name}`)),
  ).filter((line) => line.task === 'points' || line.task === 'turn');
};

/** The judge will meet whole turns; lines with one question and two points are many and easier. */
const TURN_WEIGHT = 1.5;

export const exampleBags = (lines: readonly Line[]): Bag[] => {
  return lines.flatMap((line, lineIndex) => {
    const block = line.points.map(({ says }) => says).join('|');
    const stranger = lines[(lineIndex * 7 + 131) % lines.length];
    const apart = stranger && stranger.points[0]?.says !== line.points[0]?.says && stranger.customer !== line.customer;
    const strange = apart ? stranger.points.map((point) => ({ ...point, id: `stranger-${point.id}` })) : [];
    const own = { customer: line.customer ?? '', reply: line.reply, points: line.points.map(compiled) };
    const bags = rowsOf(own).map((rows, index): Bag => {
      const id = line.points[index]?.id ?? '';
      const label = line.expect.covered.includes(id) ? 1 : line.expect.wrong.includes(id) ? 2 : 0;
      return line.task === 'turn'
        ? { rows, label, weight: TURN_WEIGHT, block: `topic ${line.topic}`, kind: 'turn', hard: line.hard === true }
        : { rows, label, weight: 1, block, kind: 'line', hard: line.hard === true };
    });
    if (strange.length === 0) return bags;
    const among = rowsOf({
      ...own,
      points: [...own.points, ...strange.map(compiled)],
      asked: new Set(line.points.map(({ id }) => id)),
    }).slice(line.points.length);
    return [
      ...bags,
      ...among.map((rows): Bag => ({ rows, label: 0, weight: 0.5, block, kind: 'stranger', hard: false })),
    ];
  });
};

/** Turns of blind plays, beside the points that stood open; where two readers differed the pair is left out. */
export const realBags = (library: Library): Bag[] => {
  type Turn = {
    case: string;
    customer: string;
    questions: string[];
    reply: string;
    /** Points nobody had asked for yet, if somebody has read the turn for them too. */
    ahead?: string[];
    expect: { covered: string[]; wrong: string[]; differ?: string[]; aheadCovered?: string[]; aheadWrong?: string[] };
  };
  const files = readdirSync(TURNS)
    .filter((name) => /^played-.*\.jsonl$/.test(name))
    .sort();
  return files
    .flatMap((name) => readJsonl<Turn>(`${TURNS}/${name}`))
    .flatMap((turn): Bag[] => {
      const beats = library.scenarios.get(turn.case)?.beats ?? [];
      const asks = beats.flatMap((beat) => beat.asks);
      const questions = turn.questions.flatMap((id) => asks.find((question) => question.id === id) ?? []);
      const titles = questions.map(({ text }) => text);
      const own = questions.flatMap((question) => question.points);
      const all = [...asks.flatMap((question) => question.points), ...beats.flatMap((beat) => beat.points)];
      const ahead = (turn.ahead ?? []).flatMap((id) => all.find((point) => point.id === id) ?? []);
      const points = [...own, ...ahead].map(compiled);
      const asked = new Set(own.map(({ id }) => id));
      const rows = rowsOf({
        customer: [...titles, turn.customer].join('\n'),
        titles,
        reply: turn.reply,
        points,
        asked,
      });
      const { covered, wrong, differ, aheadCovered = [], aheadWrong = [] } = turn.expect;
      return points.flatMap(({ id }, index): Bag[] => {
        if (differ?.includes(id)) return [];
        const isAsked = asked.has(id);
        const [right, against] = isAsked ? [covered, wrong] : [aheadCovered, aheadWrong];
        const label = right.includes(id) ? 1 : against.includes(id) ? 2 : 0;
        const weight = isAsked ? REAL_WEIGHT : AHEAD_WEIGHT;
        return [{ rows: rows[index] ?? [], label, weight, block: `real ${turn.case}`, kind: 'real', hard: false }];
      });
    });
};

/** Weight of testplan replies that a person has ruled on: the cases depend on these. */
const PLAYED_WEIGHT = 2;
/** Weight of replies from real plays, the highest: they show how people type. */
const REAL_WEIGHT = 3;
const AHEAD_WEIGHT = 1.5;

export const playedBags = (): Bag[] => {
  type Row =
    | { ref: string; point: PointWordings }
    | { customer: string; reply: string; points: string[]; said: Record<string, 'c' | 'w'> };
  const points = new Map<string, PointWordings>();
  return readJsonl<Row>(`tests/language/${PLAYED}`).flatMap((row): Bag[] => {
    if ('ref' in row) {
      points.set(row.ref, { ...row.point, id: row.ref });
      return [];
    }
    const refs = row.points.filter((ref) => !ref.endsWith('?'));
    const keys = refs.flatMap((ref) => points.get(ref) ?? []);
    const rows = rowsOf({ customer: row.customer, reply: row.reply, points: keys.map(compiled) });
    return keys.map(({ id, says }, index) => ({
      rows: rows[index] ?? [],
      label: row.said[id] === 'c' ? 1 : row.said[id] === 'w' ? 2 : 0,
      weight: PLAYED_WEIGHT,
      block: `played ${says}`,
      kind: 'played',
      hard: false,
    }));
  });
};
