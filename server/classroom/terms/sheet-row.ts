/** One trainee's row of a term's sheet: a function of the rules, the term's facts and the entries (RULES J3–J6). */
import type { AttendanceMark, AttendanceRules } from '#contract/terms/attendance.ts';
import type { SheetColumn, SheetRow, SheetRules, SheetSum } from '#contract/terms/sheet.ts';
import { attendanceMark, DEFAULT_ATTENDANCE, markSession, sumsOf } from './attendance-marks.ts';
import { type DrillFacts, type IndicatorFact, indicatorFacts, indicatorMark } from './indicators.ts';

/** An exam as it counts for somebody. `waiting`: not over or not published. `absent`: not sat. `mark` out of 100. */
export type ExamFact = { name: string; day: string } & (
  | { state: 'marked'; mark: number }
  | { state: 'absent' | 'waiting'; mark: null }
);
/** A lesson or paper that was held and in which the trainee has a seat. */
export type AttendanceFact = { run?: string; name: string; day: string; there: boolean; lateMs: number };
/** The same as it stands on record, where the trainee was expected. `corrected`: by a teacher. */
export type MarkedSession = Pick<AttendanceFact, 'name' | 'day' | 'lateMs'> & {
  mark: Exclude<AttendanceMark, 'none'>;
  corrected: boolean;
};
/** A role play of so few questions, `put` of `of`, that it has no mark. */
export type AskedLittle = { name: string; day: string; put: number; of: number };
/**
 * What a term's runs say of one trainee. `unserved`: of `planned` those of runs in which no drill of theirs counts.
 * `askedLittle`: role plays without a mark, as too little was asked in them (RULES J118).
 * `marked`, `attendance`: on record; left out: who came, by what ships.
 */
export type TermFacts = DrillFacts & {
  unserved: readonly { run: string; planned: number }[];
  exams: readonly ExamFact[];
  attended: readonly AttendanceFact[];
  askedLittle?: readonly AskedLittle[];
  marked?: readonly MarkedSession[];
  attendance?: AttendanceRules;
};
export const NO_FACTS: TermFacts = { exams: [], attended: [], drills: [], waiting: 0, planned: 0, unserved: [] };

/** What a cell's value by the data stands on. Published versions keep it: another shape still has to say theirs. */
export type CellSource =
  | { kind: 'typed' }
  | { kind: 'exams'; exams: readonly ExamFact[] }
  | { kind: 'attendance'; sessions: readonly MarkedSession[]; rules: AttendanceRules }
  | {
      kind: 'indicators';
      indicators: readonly IndicatorFact[];
      drills: number;
      waiting: number;
      askedLittle?: readonly AskedLittle[];
    };
/** The last entry of a cell as it is stored. */
export type LastEntry = { value: number | null; outOf: number };
export type ComputedCell = {
  item: string;
  value: number | null;
  byData: number | null;
  corrected: boolean;
  partial: boolean;
  source: CellSource;
};
export type ComputedRow = Pick<SheetRow, 'school' | 'enterprise' | 'total' | 'level'> & { cells: ComputedCell[] };

const toTenths = (value: number): number => Math.round(value * 10);

/** `last`: the last entry of each column; a column that isn't there has none. */
export const computeRow = (rules: SheetRules, facts: TermFacts, last: ReadonlyMap<string, LastEntry>): ComputedRow => {
  const cells = rules.columns.map((column) => computeCell(column, rules, facts, last.get(column.id)));
  const sumOf = (columns: readonly SheetColumn[]): SheetSum => sumUp(columns, cells);
  const total = sumOf(rules.columns);
  return {
    cells,
    school: sumOf(rules.columns.filter(({ part }) => part === 'school')),
    enterprise: sumOf(rules.columns.filter(({ part }) => part === 'enterprise')),
    total,
    level: total.missing.length > 0 ? null : (rules.levels.find(({ from }) => total.value >= from)?.id ?? null),
  };
};

const computeCell = (
  { id, weight, source: kind }: SheetColumn,
  { indicators }: SheetRules,
  facts: TermFacts,
  last: LastEntry | undefined,
): ComputedCell => {
  const source = sourceOf(kind, indicators, facts);
  const byData = markByData(weight, source);
  const entered = last === undefined || last.value === null ? null : rescaled(last.value, last.outOf, weight);
  return {
    ...{ item: id, value: entered ?? byData, byData, source },
    corrected: kind !== 'typed' && entered !== null,
    partial: isPartial(source),
  };
};

/** An entry keeps its share where the column's weight was changed after it. */
const rescaled = (value: number, outOf: number, weight: number): number =>
  Math.round((toTenths(value) * weight) / outOf) / 10;

const sourceOf = (kind: SheetColumn['source'], indicators: SheetRules['indicators'], facts: TermFacts): CellSource => {
  if (kind === 'typed') return { kind };
  if (kind === 'exams') return { kind, exams: facts.exams };
  if (kind === 'attendance')
    return {
      kind,
      sessions: facts.marked ?? facts.attended.flatMap(byPresence),
      rules: facts.attendance ?? DEFAULT_ATTENDANCE,
    };
  const { drills, waiting, askedLittle = [] } = facts;
  const apart = askedLittle.length === 0 ? {} : { askedLittle };
  return { kind, indicators: indicatorFacts(indicators, facts), drills: drills.length, waiting, ...apart };
};

/** Where neither shift, leave nor correction is known. */
const byPresence = ({ name, day, there, lateMs }: AttendanceFact): MarkedSession[] => {
  const session = { run: '', name, day, half: 'am', shift: null } as const;
  const standing = { presence: { there, lateMs }, shift: null, leaves: [], correction: null };
  const { mark } = markSession(session, standing, DEFAULT_ATTENDANCE);
  return mark === 'none' ? [] : [{ name, day, mark, lateMs, corrected: false }];
};

/** Null where there is no data: it is never taken for nought. */
const markByData = (weight: number, source: CellSource): number | null => {
  if (source.kind === 'typed') return null;
  if (source.kind === 'indicators') return indicatorMark(weight, source.indicators);
  if (source.kind === 'attendance')
    return attendanceMark(weight, sumsOf(source.sessions.map(({ mark }) => mark)), source.rules);
  const sat = source.exams.flatMap(({ mark }) => mark ?? []);
  if (sat.length === 0) return null;
  return Math.round((weight * sat.reduce((sum, mark) => sum + toTenths(mark), 0)) / (100 * sat.length)) / 10;
};

const isPartial = (source: CellSource): boolean => {
  if (source.kind === 'exams') return source.exams.some(({ state }) => state !== 'marked');
  if (source.kind === 'indicators')
    return source.waiting > 0 || (source.drills > 0 && source.indicators.some(({ figure }) => figure === null));
  return false;
};

/** Of the cells that are there; the others are named. */
const sumUp = (columns: readonly SheetColumn[], cells: readonly ComputedCell[]): SheetSum => {
  const cellValue = (id: string): number | null => cells.find(({ item }) => item === id)?.value ?? null;
  const there = columns.filter(({ id }) => cellValue(id) !== null);
  return {
    value: there.reduce((sum, { id }) => sum + toTenths(cellValue(id) ?? 0), 0) / 10,
    of: there.reduce((sum, { weight }) => sum + weight, 0),
    missing: columns.filter(({ id }) => cellValue(id) === null).map(({ id }) => id),
  };
};
