/** Whole turns with their thread, written or from blind plays, and how the judge hears them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { JudgeQuestion, PointWordings } from '#language/terms/verdicts.ts';
import type { Library } from '#library/load.ts';
import { withExemplars } from '#library/reading/exemplars.ts';

const FOLDER = 'tests/language/turns';

type Expect = { covered: string[]; wrong: string[]; differ?: string[] };
type Written = {
  task: 'turn';
  customer: string;
  questions: { id: string; text: string; points: string[] }[];
  points: PointWordings[];
  reply: string;
  expect: Expect;
  hard?: boolean;
};
type Played = { task: 'played'; case: string; customer: string; questions: string[]; reply: string; expect: Expect };

/** One point beside one turn: the readers' label and the judge's verdict. */
export type Pair = { source: string; hard: boolean; expected: State; told: State; confidence: number };
type State = 'covered' | 'wrong' | 'neither';

/** Every pair of the files whose name begins so, in their order. Pairs on which two readers differed are left out. */
export const pairsOf = (start: string, library: Library): Pair[] => {
  const files = readdirSync(FOLDER).filter((name) => name.startsWith(start) && name.endsWith('.jsonl'));
  return files.sort().flatMap((name) =>
    readFileSync(join(FOLDER, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => {
        const turn = JSON.parse(line) as Written | Played;
        return heard(turn.task === 'turn' ? written(turn) : played(turn, library));
      }),
  );
};

type Turn = {
  source: string;
  hard: boolean;
  customer: string;
  questions: JudgeQuestion[];
  points: readonly PointWordings[];
  reply: string;
  expect: Expect;
};

const written = ({ customer, questions, points, reply, expect, hard }: Written): Turn => {
  const asked = questions.map(({ id, text, points: pointIds }) => ({ id, text, pointIds }));
  return { source: 'written', hard: hard === true, customer, questions: asked, points, reply, expect };
};

const played = (turn: Played, library: Library): Turn => {
  const scenario = library.scenarios.get(turn.case);
  const pinned = scenario && withExemplars(scenario, library.testplans.get(scenario.id));
  const asks = pinned?.beats.flatMap((beat) => beat.asks) ?? [];
  const open = turn.questions.flatMap((id) => asks.find((question) => question.id === id) ?? []);
  return {
    source: 'played',
    hard: false,
    customer: [...open.map(({ text }) => text), turn.customer].join('\n'),
    questions: open.map(({ id, text, points }) => ({ id, text, pointIds: points.map((point) => point.id) })),
    points: open.flatMap(({ points }) => points),
    reply: turn.reply,
    expect: turn.expect,
  };
};

const heard = (turn: Turn): Pair[] => {
  const { source, hard, expect } = turn;
  const asked = new Set(turn.questions.flatMap(({ pointIds }) => pointIds));
  const { reply, customer, questions } = turn;
  const { points } = judge({ reply, customer, questions, points: turn.points.map((point) => compilePoint(point)) });
  return points.flatMap(({ id, state, confidence }): Pair[] => {
    if (expect.differ?.includes(id) || !asked.has(id)) return [];
    const expected = expect.covered.includes(id) ? 'covered' : expect.wrong.includes(id) ? 'wrong' : 'neither';
    const told = state === 'covered' || state === 'wrong' ? state : 'neither';
    return [{ source, hard, expected, told, confidence }];
  });
};

export type TurnFigures = {
  pairs: number;
  covered: { due: number; found: number; said: number; right: number; sure: number; sureRight: number };
  wrong: { due: number; found: number; said: number; right: number; sure: number; sureRight: number };
  /** True facts called wrong: all of them, and those called wrong with a certain verdict. */
  accused: number;
  surelyAccused: number;
};

const SURE = { covered: 0.8, wrong: 0.7 } as const;

/** The counts behind every share. */
export const turnFigures = (pairs: readonly Pair[]): TurnFigures => {
  const of = (state: 'covered' | 'wrong') => {
    const due = pairs.filter(({ expected }) => expected === state);
    const said = pairs.filter(({ told }) => told === state);
    const sure = said.filter(({ confidence }) => confidence >= SURE[state]);
    const right = (list: readonly Pair[]): number => list.filter(({ expected }) => expected === state).length;
    return {
      due: due.length,
      found: due.filter(({ told }) => told === state).length,
      said: said.length,
      right: right(said),
      sure: sure.length,
      sureRight: right(sure),
    };
  };
  const accused = pairs.filter(({ expected, told }) => expected === 'covered' && told === 'wrong');
  return {
    pairs: pairs.length,
    covered: of('covered'),
    wrong: of('wrong'),
    accused: accused.length,
    surelyAccused: accused.filter(({ confidence }) => confidence >= SURE.wrong).length,
  };
};

/** The published sets of turns: name → the beginning of the files' names, and whether the hard turns are taken. */
export const TURN_SETS = {
  written: { start: 'blind-written', hard: false },
  writtenHard: { start: 'blind-written', hard: true },
  playedBefore: { start: 'blind-played-1', hard: false },
  played: { start: 'blind-played-2', hard: false },
  playedLast: { start: 'blind-played-3', hard: false },
} as const;
export type TurnSet = keyof typeof TURN_SETS;

/** The counts of each set. */
export const turnSets = (library: Library): Record<TurnSet, TurnFigures> => {
  const names = Object.keys(TURN_SETS) as TurnSet[];
  return Object.fromEntries(
    names.map((name) => {
      const { start, hard } = TURN_SETS[name];
      return [name, turnFigures(pairsOf(start, library).filter((pair) => pair.hard === hard))];
    }),
  ) as Record<TurnSet, TurnFigures>;
};
