/** For how many days a school keeps what, and what that would delete next. */
import { z } from 'zod';
import { SIGN_INS_KEPT_DAYS } from '#contract/sign-ins.ts';

const days = (least: number, most: number) => z.number().int().min(least).max(most).nullable();

/**
 * Null: kept until somebody deletes it; sign-ins SIGN_INS_KEPT_DAYS, sessions until they run out.
 * - `practice`: drills outside class that belong to no person, since anything last happened in them
 * - `runs`: words, reports and comments of runs, since the run ended; marks stay
 * - `signIns`: the record of sign-ins. Less than half a year isn't allowed (decision 231).
 * - `sessions`: days without use after which a session ends
 */
export const retentionSchema = z.strictObject({
  practice: days(7, 3650),
  runs: days(30, 3650),
  signIns: days(SIGN_INS_KEPT_DAYS, 3650),
  sessions: days(1, 14),
});
export type RetentionDays = z.infer<typeof retentionSchema>;
/** `officer`: id of the colleague who looks after people's data; null: the admins do. */
export const dataSettingsSchema = z.strictObject({ days: retentionSchema, officer: z.string().max(100).nullable() });
export type DataSettings = z.infer<typeof dataSettingsSchema>;

export type RetentionKind = keyof RetentionDays;
/** `n`: drills, runs, rows, sessions that would go at `nextAt`. */
export type RetentionDue = { kind: RetentionKind; n: number };
export type DataBody = {
  school: string;
  settings: DataSettings;
  /** Whom to choose from, and whose names the page shows. */
  staff: { id: string; name: string }[];
  /** Epoch milliseconds; null: not yet. */
  doneAt: number | null;
  nextAt: number;
  due: RetentionDue[];
};
