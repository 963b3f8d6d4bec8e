/** Runs of a class as they are stored, for tests of its terms. */
import type { Plan } from '#contract/runs.ts';
import type { Run } from '#storage/runs.ts';
import { plan } from '#tests/classroom/support/golden-class.ts';

const STARTED_AT = new Date(2026, 10, 5, 10, 0).getTime();

export const run = (id: string, over: Partial<Run> = {}): Run => ({
  ...{ id, school: 's1', classId: 'c1', name: `场次 ${id}`, code: id, plan, seed: 1, stage: 'debrief' },
  ...{ createdBy: 'wang', createdAt: STARTED_AT - 600_000, startedAt: STARTED_AT, endedAt: null, publishedAt: null },
  ...{ locked: false, frozen: false, totalMs: 720_000, clockMs: 720_000, clockAt: STARTED_AT, clockRunning: false },
  ...over,
});

export const homework = (dueAt: number): Plan => ({
  ...plan,
  homework: { opensAt: dueAt - 86_400_000, dueAt, late: null, attempts: null, counts: 'best' },
});
export const paper = (): Plan => ({
  ...plan,
  scenarios: [],
  mode: 'exam',
  paper: { questions: 20 } as Plan['paper'] & object,
});
export const parts = (dueAt: number, of?: string): Plan => ({
  ...homework(dueAt),
  mode: 'exam',
  exam: { parts: [], pass: 60, excellent: 90, each: false, counts: 'best', ...(of !== undefined && { of }) },
});
