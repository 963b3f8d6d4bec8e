/** The form of a new exam: parts in their order, of which some are chosen, and fields that may still be wrong. */
import { proposal, usualMinutes } from '#client/features/paper/model/proposal.ts';
import { chinaInput, fromChinaInput } from '#client/lib/due-words.ts';
import { DAY_MS } from '#client/lib/spans.ts';
import type { ExamDefaults, NewExam, NewPart } from '#contract/exams/parts.ts';
import type { PartKind } from '#contract/plans/exam.ts';
import type { PaperCell, PaperDraws, QuestionMenu } from '#contract/questions.ts';

export type PartDraft = { kind: PartKind; isOn: boolean; weight: number; minutes: number };
export type ExamDraft = {
  name: string;
  classId: string;
  parts: PartDraft[];
  cells: PaperCell[];
  draws: PaperDraws;
  seed: number;
  set: 'long' | 'short';
  /** '': each seat its own. */
  text: string;
  /** '': nobody. */
  scenarios: string[];
  variants: 'own' | 'same';
  arrivals: 'spaced' | 'together' | 'ladder';
  pass: number;
  excellent: number;
  each: boolean;
  counts: 'best' | 'last';
  /** Minutes of the one sitting; null: in as many as one likes. */
  sitting: number | null;
  opens: string;
  due: string;
};
export type ExamFault =
  | 'noName'
  | 'noParts'
  | 'sum'
  | 'noTopics'
  | 'noCases'
  | 'badMinutes'
  | 'badMarks'
  | 'badWindow'
  | 'badSitting';

export const USUAL_TOTAL = 25;
export const MOST_CASES = 3;
/** Minutes: as many as the server takes. */
export const LONGEST_SITTING = 480;
const SEEDS = 1_000_000;
/** What the three parts of the trade's own exams usually weigh. */
const PARTS: readonly PartDraft[] = [
  { kind: 'paper', isOn: true, weight: 40, minutes: usualMinutes(USUAL_TOTAL) },
  { kind: 'typing', isOn: true, weight: 10, minutes: 2 },
  { kind: 'customers', isOn: true, weight: 50, minutes: 15 },
];

export const firstDraft = (
  menu: QuestionMenu,
  { pass, excellent }: ExamDefaults,
  { name, classId, scenario, now }: { name: string; classId: string; scenario: string; now: number },
): ExamDraft => ({
  ...{ name, classId, parts: [...PARTS], cells: proposal(menu, USUAL_TOTAL), pass, excellent },
  ...{ seed: Math.floor(Math.random() * SEEDS), draws: 'same', set: 'long', text: '', scenarios: [scenario, '', ''] },
  ...{ variants: 'own', arrivals: 'spaced', each: false, counts: 'best', sitting: null },
  ...{ opens: chinaInput(now), due: chinaInput(now + DAY_MS) },
});

export const chosenParts = ({ parts }: ExamDraft): PartDraft[] => parts.filter(({ isOn }) => isOn);
export const sumOf = (draft: ExamDraft): number => chosenParts(draft).reduce((sum, { weight }) => sum + weight, 0);

export const minutesOf = (draft: ExamDraft): number =>
  chosenParts(draft).reduce((sum, { minutes }) => sum + minutes, 0);

const LEAST = { paper: 5, typing: 1, customers: 2 } as const;
const MOST = { paper: 120, typing: 15, customers: 120 } as const;

/** The first thing that keeps the exam from being set; null: nothing. */
export const faultOf = (draft: ExamDraft, now: number): ExamFault | null => {
  const parts = chosenParts(draft);
  const has = (kind: PartKind): boolean => parts.some((part) => part.kind === kind);
  const [opensAt, dueAt] = [fromChinaInput(draft.opens), fromChinaInput(draft.due)];
  if (draft.name.trim() === '') return 'noName';
  if (parts.length === 0) return 'noParts';
  if (sumOf(draft) !== 100 || parts.some(({ weight }) => weight === 0)) return 'sum';
  if (has('paper') && draft.cells.length === 0) return 'noTopics';
  if (has('customers') && draft.scenarios.every((id) => id === '')) return 'noCases';
  if (parts.some(({ kind, minutes }) => minutes < LEAST[kind] || minutes > MOST[kind])) return 'badMinutes';
  if (draft.sitting !== null && (draft.sitting < minutesOf(draft) || draft.sitting > LONGEST_SITTING))
    return 'badSitting';
  if (draft.pass < 1 || draft.excellent < draft.pass || draft.excellent > 100) return 'badMarks';
  return opensAt === null || dueAt === null || dueAt <= Math.max(opensAt, now) ? 'badWindow' : null;
};

/** Of a draft without faults. */
export const examOf = (draft: ExamDraft): NewExam => ({
  ...{ name: draft.name.trim(), classId: draft.classId === '' ? null : draft.classId },
  parts: chosenParts(draft).map((part) => partOf(draft, part)),
  ...{ pass: draft.pass, excellent: draft.excellent, each: draft.each, counts: draft.counts },
  ...(draft.sitting !== null && { sitting: draft.sitting }),
  ...{ opensAt: fromChinaInput(draft.opens) ?? 0, dueAt: fromChinaInput(draft.due) ?? 0 },
});

const partOf = (draft: ExamDraft, { kind, weight, minutes }: PartDraft): NewPart => {
  const { cells, draws, seed, set, text, scenarios, arrivals, variants } = draft;
  if (kind === 'paper') return { kind, weight, minutes, cells, seed, draws };
  if (kind === 'typing') return { kind, weight, minutes, set, text: text === '' ? null : text };
  return { kind, weight, minutes, scenarios: scenarios.filter((id) => id !== ''), arrivals, variants };
};

/**
 * What may be chosen for the customer at `place`: one desk has one shop, so once another customer is chosen the cases of
 * their shop, and none that comes already.
 */
export const casesFor = <C extends { id: string; shop: string }>(
  { scenarios }: Pick<ExamDraft, 'scenarios'>,
  place: number,
  cases: readonly C[],
): C[] => {
  const others = scenarios.filter((id, at) => at !== place && id !== '');
  const shop = cases.find(({ id }) => others.includes(id))?.shop;
  return cases.filter((one) => !others.includes(one.id) && (shop === undefined || one.shop === shop));
};

/** The part one place earlier. */
export const moveUp = (parts: readonly PartDraft[], kind: PartKind): PartDraft[] => {
  const place = parts.findIndex((part) => part.kind === kind);
  const moved = parts[place];
  const before = parts[place - 1];
  if (moved === undefined || before === undefined) return [...parts];
  return [...parts.slice(0, place - 1), moved, before, ...parts.slice(place + 1)];
};
