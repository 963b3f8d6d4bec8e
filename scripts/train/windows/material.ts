/** What the trees learn from: labelled lines, the cases' own wordings, and what generated words must never be heard as. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CompiledPoint, PointKeys } from '#language/judgement.ts';
import { hearQuestion } from '#language/points/hearing-question.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { eachCandidate } from '#language/windows/candidates.ts';
import { compileForWindows } from '#language/windows/compile-point.ts';
import { hear } from '#language/windows/heard.ts';
import { openWordings } from '#language/windows/open-wordings.ts';
import type { Library } from '#library/load.ts';
import { type Context, contextsOf } from '../../accuracy/invariants/contexts.ts';
import { figureFlips, signFlip } from '../../accuracy/invariants/flips.ts';

/** One point beside one reply: the rows of its candidate windows. `block`: what stands on one side of a fold. */
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
  | 'wording'
  | 'flip'
  | 'sign'
  | 'talk'
  | 'other'
  | 'parrot';

type Said = {
  customer: string;
  titles?: readonly string[];
  reply: string;
  points: readonly CompiledPoint[];
};

const COMPILED = new Map<string, CompiledPoint>();
const compiled = (point: PointKeys): CompiledPoint => {
  const key = JSON.stringify(point);
  const known = COMPILED.get(key) ?? compileForWindows(point);
  COMPILED.set(key, known);
  return known;
};

/** Rows of every point beside the reply; null where no window of it comes near. */
function rowsOf({ customer, titles, reply, points }: Said): Float64Array[][] {
  const heard = hear(
    readText(normalise(reply).text),
    hearQuestion(
      normalise(customer).text,
      titles?.map((title) => normalise(title).text),
    ),
    openWordings(points),
  );
  return points.map((_, index) => {
    const rows: Float64Array[] = [];
    eachCandidate(heard, index, ({ row }) => rows.push(row.slice()));
    return rows;
  });
}

type Line = {
  id: string;
  task: string;
  topic?: string;
  customer?: string;
  reply: string;
  hard?: boolean;
  points: PointKeys[];
  expect: { covered: string[]; wrong: string[] };
};

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => JSON.parse(text) as T);

const TURNS = 'tests/language/turns';
const FOLDERS = ['tests/language', 'tests/language/lines', TURNS];
const PLAYED = 'played-points.jsonl';
const UNSEEN = /^(?:blind|keyed|check)/;

/** Labelled lines that may be learnt from. */
export function trainingLines(): Line[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl') && name !== PLAYED && !UNSEEN.test(name))
      .sort()
      .flatMap((name) => readLines<Line>(`${folder}/${name}`)),
  ).filter((line) => line.task === 'points' || line.task === 'turn');
}

/** Whole turns are what the judge will meet; lines of one question and two points are many and easier. */
const TURN_WEIGHT = 1.5;

export function lineBags(lines: readonly Line[]): Bag[] {
  return lines.flatMap((line, at) => {
    const block = line.points.map(({ says }) => says).join('|');
    const stranger = lines[(at * 7 + 131) % lines.length];
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
    const among = rowsOf({ ...own, points: [...own.points, ...strange.map(compiled)] }).slice(line.points.length);
    return [
      ...bags,
      ...among.map((rows): Bag => ({ rows, label: 0, weight: 0.5, block, kind: 'stranger', hard: false })),
    ];
  });
}

/** Replies of the cases' testplans with what a person made of them. */
/** Turns of blind plays, beside the points that stood open; where two readers differed the pair is left out. */
export function realBags(library: Library): Bag[] {
  type Turn = {
    case: string;
    customer: string;
    questions: string[];
    reply: string;
    expect: { covered: string[]; wrong: string[]; differ?: string[] };
  };
  const files = readdirSync(TURNS)
    .filter((name) => /^played-.*\.jsonl$/.test(name))
    .sort();
  return files
    .flatMap((name) => readLines<Turn>(`${TURNS}/${name}`))
    .flatMap((turn): Bag[] => {
      const asks = library.scenarios.get(turn.case)?.beats.flatMap((beat) => beat.asks) ?? [];
      const questions = turn.questions.flatMap((id) => asks.find((question) => question.id === id) ?? []);
      const titles = questions.map(({ text }) => text);
      const points = questions.flatMap((question) => question.points.map(compiled));
      const rows = rowsOf({ customer: [...titles, turn.customer].join('\n'), titles, reply: turn.reply, points });
      return points.flatMap(({ id }, index): Bag[] => {
        if (turn.expect.differ?.includes(id)) return [];
        const label = turn.expect.covered.includes(id) ? 1 : turn.expect.wrong.includes(id) ? 2 : 0;
        return [
          {
            rows: rows[index] ?? [],
            label,
            weight: REAL_WEIGHT,
            block: `real ${turn.case}`,
            kind: 'real',
            hard: false,
          },
        ];
      });
    });
}

/** Replies of the testplans, ruled on by a person: the cases stand on them. */
const PLAYED_WEIGHT = 2;
/** What people type in real plays counts most. */
const REAL_WEIGHT = 3;

export function playedBags(): Bag[] {
  type Row =
    | { ref: string; point: PointKeys }
    | { customer: string; reply: string; points: string[]; said: Record<string, 'c' | 'w'> };
  const points = new Map<string, PointKeys>();
  return readLines<Row>(`tests/language/${PLAYED}`).flatMap((row): Bag[] => {
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
}

/** The cases' wordings, each beside the point without it, and what generated words must not be heard as. */
export function caseBags(library: Library): Bag[] {
  const contexts = contextsOf(library, compiled);
  const talk: { train: { small: string[]; service: string[] } } = JSON.parse(
    readFileSync('tests/language/invariants/talk.json', 'utf8'),
  );
  return contexts.flatMap((context, at) => [
    ...wordingBags(context),
    ...talkBags(context, at, talk.train),
    ...otherBags(context, contexts, at),
  ]);
}

const bagsOf = (
  context: Context,
  reply: string,
  points: readonly CompiledPoint[],
  label: (id: string) => { label: 0 | 1 | 2; weight: number; kind: Kind } | null,
): Bag[] => {
  const rows = rowsOf({ customer: context.customer, titles: context.questions.map(({ text }) => text), reply, points });
  return points.flatMap(({ id }, index): Bag[] => {
    const labelled = label(id);
    return labelled ? [{ ...labelled, rows: rows[index] ?? [], block: `case ${context.scenario}`, hard: false }] : [];
  });
};

function without(point: CompiledPoint, text: string): CompiledPoint | null {
  const { compiled: _, ...keys } = point;
  const rest = [keys.says, ...(keys.also ?? [])].filter((one) => one !== text);
  const [says, ...also] = rest;
  if (says === undefined) return null;
  return compileForWindows({
    ...keys,
    says,
    also,
    contradicts: (keys.contradicts ?? []).filter((one) => one !== text),
    wrongs: (keys.wrongs ?? []).map((one) => ({ ...one, says: one.says.filter((each) => each !== text) })),
    examples: undefined,
  });
}

/** So many wordings of a point are learnt from at most: more of one point teach its words and not how people speak. */
const MOST_WORDINGS = 5;

function wordingBags(context: Context): Bag[] {
  return context.points.flatMap((point, at): Bag[] => {
    const beside = (left: CompiledPoint) => context.points.map((one, index) => (index === at ? left : one));
    const own = (text: string, label: 1 | 2): Bag[] => {
      const left = without(point, text);
      if (!left) return [];
      return bagsOf(context, text, beside(left), (id) =>
        id === point.id
          ? { label, weight: label === 2 ? 1 : 0.5, kind: 'wording' }
          : { label: 0, weight: 0.1, kind: 'other' },
      );
    };
    const right = [point.says, ...(point.also ?? [])];
    const wrong = [...(point.contradicts ?? []), ...(point.wrongs ?? []).flatMap(({ says }) => says)];
    return [
      ...right.slice(0, MOST_WORDINGS).flatMap((text) => own(text, 1)),
      ...wrong.slice(0, MOST_WORDINGS).flatMap((text) => own(text, 2)),
      ...right.slice(0, MOST_WORDINGS).flatMap((text) => flipBags(context, point, text)),
      ...wrong
        .slice(0, MOST_DENIED)
        .flatMap((text, i) => deniedBags(context, point, text, right[i % right.length] ?? point.says)),
    ];
  });
}

const MOST_DENIED = 2;

/** 不是42，那个价早没了: a wrong answer denied, alone and before the right one. */
function deniedBags(context: Context, point: CompiledPoint, wrong: string, right: string): Bag[] {
  const label = (is: 0 | 1) => (id: string) =>
    id === point.id ? ({ label: is, weight: 0.4, kind: 'denied' } as const) : null;
  return [
    ...[`不是${wrong}`, `没有${wrong}这回事`].flatMap((text) => bagsOf(context, text, context.points, label(0))),
    ...[`不是${wrong}，${right}`, `${right}，不是${wrong}的`, `${right}\n${wrong}那是以前的`].flatMap((text) =>
      bagsOf(context, text, context.points, label(1)),
    ),
  ];
}

function flipBags(context: Context, point: CompiledPoint, text: string): Bag[] {
  const flipped = figureFlips(text).flatMap((reply) =>
    bagsOf(context, reply, context.points, (id) => (id === point.id ? { label: 2, weight: 0.4, kind: 'flip' } : null)),
  );
  const turned = signFlip(text);
  if (turned === null) return flipped;
  // Half of the turned sentences are nonsense: as often wrong as nothing.
  return [
    ...flipped,
    ...([0, 2] as const).flatMap((label) =>
      bagsOf(context, turned, context.points, (id) => (id === point.id ? { label, weight: 0.5, kind: 'sign' } : null)),
    ),
  ];
}

function talkBags(context: Context, at: number, talk: { small: string[]; service: string[] }): Bag[] {
  const pick = (list: readonly string[], many: number, from: number): string =>
    Array.from({ length: many }, (_, i) => list[(from * 5 + i * 13) % list.length]).join(from % 2 === 0 ? '，' : '\n');
  const replies = [
    pick(talk.small, 6, at),
    pick(talk.small, 18, at + 1),
    pick(talk.service, 5, at),
    pick(talk.service, 14, at + 1),
  ];
  return replies.flatMap((reply) =>
    bagsOf(context, reply, context.points, () => ({ label: 0, weight: 1.5, kind: 'talk' })),
  );
}

function otherBags(context: Context, contexts: readonly Context[], at: number): Bag[] {
  const models = [13, 29, 53].flatMap((step) => {
    const other = contexts[(at + step) % contexts.length];
    return other && other.scenario !== context.scenario ? other.models.slice(0, 1) : [];
  });
  const parrots = context.burst === '' ? [] : [context.burst, `嗯，${context.burst}`];
  return [
    ...models.flatMap((reply) =>
      bagsOf(context, reply, context.points, () => ({ label: 0, weight: 1, kind: 'other' })),
    ),
    ...parrots.flatMap((reply) =>
      bagsOf(context, reply, context.points, () => ({ label: 0, weight: 1, kind: 'parrot' })),
    ),
  ];
}
