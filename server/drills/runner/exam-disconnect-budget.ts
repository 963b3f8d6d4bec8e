import type { Drill } from '#engine/model/drill.ts';

/**
 * Milliseconds an exam's clock stands for lost connections, all together; after them it runs on without the trainee
 * (RULES C4).
 */
export const EXAM_LOST_MS = 180_000;

export const isExam = (drill: Drill): boolean => drill.opened?.mode === 'exam';

/** Whether an exam's clock stands for a lost connection, and so will run on by itself. */
export const waitsInExam = (drill: Drill): boolean =>
  isExam(drill) && drill.ended === null && !drill.clock.running && drill.clock.why === 'connection';
