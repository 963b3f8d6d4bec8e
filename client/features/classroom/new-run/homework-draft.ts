/** The homework part of the new-run form: times as their fields have them, which may still be wrong. */
import { chinaInput, fromChinaInput } from '#client/lib/due-words.ts';
import { DAY_MS } from '#client/lib/spans.ts';
import type { Homework } from '#contract/homework/homework.ts';

export const COUNT_KINDS: readonly Homework['counts'][] = ['best', 'last', 'mean'];
export const LATE_KINDS = ['none', 'marked', 'off'] as const;
/** Choices of the form; 0: without a limit. */
export const ATTEMPT_CHOICES: readonly number[] = [1, 2, 3, 5, 10, 0];

export type HomeworkDraft = {
  opens: string;
  due: string;
  attempts: number;
  counts: Homework['counts'];
  late: (typeof LATE_KINDS)[number];
  until: string;
  perDay: number;
  most: number;
};
export type HomeworkFault = 'opens' | 'due' | 'until' | 'off';

const EVENING = 'T20:00';
const inDays = (now: number, days: number): string => chinaInput(now + days * DAY_MS).slice(0, 10) + EVENING;

/** Open at once, due in three evenings, late work until three more. */
export const initialHomework = (now: number): HomeworkDraft => ({
  ...{ opens: chinaInput(now), due: inDays(now, 3), until: inDays(now, 6) },
  ...{ attempts: 3, counts: 'best', late: 'none', perDay: 5, most: 20 },
});

const LONGEST_MS = 366 * DAY_MS;
const MAX_OFF = 100;

export const homeworkFaults = (draft: HomeworkDraft, now: number): HomeworkFault[] => {
  const [opens, due, until] = [draft.opens, draft.due, draft.until].map(fromChinaInput);
  const isDueRight = due != null && due > now && (opens == null || (due > opens && due - opens <= LONGEST_MS));
  const isUntilRight = draft.late === 'none' || (until != null && (due == null || until > due));
  const isOffRight = [draft.perDay, draft.most].every((marks) => marks >= 1 && marks <= MAX_OFF);
  return [
    ...(opens == null ? (['opens'] as const) : []),
    ...(isDueRight ? [] : (['due'] as const)),
    ...(isUntilRight ? [] : (['until'] as const)),
    ...(draft.late !== 'off' || isOffRight ? [] : (['off'] as const)),
  ];
};

/** Of a draft without faults. */
export const homeworkOf = ({ opens, due, until, late, attempts, counts, perDay, most }: HomeworkDraft): Homework => ({
  opensAt: fromChinaInput(opens) ?? 0,
  dueAt: fromChinaInput(due) ?? 0,
  attempts: attempts === 0 ? null : attempts,
  counts,
  late: late === 'none' ? null : { until: fromChinaInput(until) ?? 0, off: late === 'off' ? { perDay, most } : null },
});
