import type { Drill } from '#engine/model/drill.ts';

/** An exam's clock stands so long for lost connections, all together; then it runs on without the trainee (RULES C4). */
export const EXAM_LOST_MS = 180_000;

export const isExam = (drill: Drill): boolean => drill.opened?.mode === 'exam';

/** Stands for a lost connection, but not for ever. */
export const waitsInExam = (drill: Drill): boolean =>
  isExam(drill) && drill.ended === null && !drill.clock.running && drill.clock.why === 'connection';
