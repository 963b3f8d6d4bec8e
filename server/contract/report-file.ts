/** A report as a file to take away. What it was made from stands beside it, so that files can be told apart and checked. */
import { z } from 'zod';
import { auditEntrySchema } from './discussion.ts';
import { reportSchema } from './report.ts';

export const REPORT_FILE_SCHEMA = 'kefu-drill/report';
/** Goes up when programs that read the file have to change. */
export const REPORT_FILE_VERSION = 1;

export const reportFileSchema = z.strictObject({
  schema: z.literal(REPORT_FILE_SCHEMA),
  version: z.literal(REPORT_FILE_VERSION),
  drill: z.string(),
  /** Hash of the content the drill was opened with. */
  contentHash: z.string(),
  rubric: z.strictObject({ id: z.string(), date: z.string() }),
  mode: z.string(),
  /** Epoch milliseconds. */
  openedAt: z.number(),
  endedAt: z.number().nullable(),
  /** Null for practice outside a lesson. */
  seat: z.strictObject({ run: z.string(), no: z.string(), name: z.string() }).nullable(),
  report: reportSchema,
  /** 改动记录 as the person who took the file could read it then, oldest first; empty for practice outside a lesson. */
  audit: z.array(auditEntrySchema),
});
export type ReportFile = z.infer<typeof reportFileSchema>;
