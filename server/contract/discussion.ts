/** What people say about a report in its place: comments, appeals (申诉), and the record of everything that changed. */
import { z } from 'zod';
import { pointPlaceSchema, rulingSchema } from './results.ts';

export const COMMENT_MOST = 500;
export const APPEAL_MOST = 300;
/** Appeals about one thing, settled ones included: after that people talk. */
export const APPEALS_AT_PLACE = 3;
/** Longer than any field takes: what is only somewhat too long gets a refusal that says so. */
const words = z.string().max(8000);

const reportPlace = z.strictObject({ kind: z.literal('report') });
/** By its key, which stays over re-scoring. */
const findingPlace = z.strictObject({ kind: z.literal('finding'), finding: z.string().min(1).max(200) });
/** By a message of it. */
const turnPlace = z.strictObject({ kind: z.literal('turn'), message: z.string().min(1).max(100) });
const pointPlace = z.strictObject({ kind: z.literal('point'), point: pointPlaceSchema });

export const commentSchema = z.strictObject({
  place: z.discriminatedUnion('kind', [reportPlace, findingPlace, turnPlace]),
  text: words,
});
export const commentEditSchema = z.strictObject({ text: words });
/** On the whole report: on its total. */
export const appealSchema = z.strictObject({
  place: z.discriminatedUnion('kind', [reportPlace, findingPlace, pointPlace]),
  text: words,
});
/** 维持 with a reason, or 改判 by a ruling on what was appealed, with a reason too. */
export const settlingSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('kept'), reason: words }),
  z.strictObject({ outcome: z.literal('changed'), ruling: rulingSchema }),
]);

export type CommentPlace = z.infer<typeof commentSchema>['place'];
export type AppealPlace = z.infer<typeof appealSchema>['place'];
export type DiscussionPlace = CommentPlace | AppealPlace;

/** A comment as it reads now. `at`, `editedAt`: epoch milliseconds; `by`: a name; `own`: who asks may change it. */
export type Comment = {
  id: string;
  place: CommentPlace;
  text: string;
  by: string;
  at: number;
  editedAt: number | null;
  own: boolean;
};

export type AppealEnd = 'withdrawn' | 'kept' | 'changed';
export type Appeal = {
  id: string;
  place: AppealPlace;
  /** What it is about, as it stood. */
  title: string;
  text: string;
  by: string;
  at: number;
  /** Null: open. `undone`: the ruling it led to was taken back. */
  end: { how: AppealEnd; by: string; at: number; reason: string; undone: boolean } | null;
};
/** An open appeal among all of its run. */
export type OpenAppeal = Pick<Appeal, 'id' | 'title' | 'text' | 'at'> & {
  seat: string;
  no: string;
  name: string;
  drill: string;
};

/** How a thing stands in a report: what a ruling changes. */
const findingStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('finding'),
    state: z.enum(['unsure', 'counted', 'dismissed']),
    marks: z.number(),
  }),
  z.strictObject({ kind: z.literal('point'), state: z.enum(['unsure', 'covered', 'wrong', 'not-said']) }),
  z.strictObject({ kind: z.literal('score'), score: z.number() }),
]);
export type FindingStatus = z.infer<typeof findingStatusSchema>;

const AUDIT_KINDS = [
  'ruled',
  'ruling-undone',
  'commented',
  'comment-edited',
  'comment-deleted',
  'appealed',
  'appeal-withdrawn',
  'appeal-kept',
  'appeal-changed',
  'published',
  'unpublished',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** One change of a report, or one word about it. */
export const auditEntrySchema = z.strictObject({
  at: z.number(),
  by: z.string(),
  kind: z.enum(AUDIT_KINDS),
  /** What it is about, as it stood; empty for the publication of the whole run. */
  title: z.string(),
  /** Of what was ruled on; null where nothing was, and for rulings from before this was kept. */
  change: z.strictObject({ from: findingStatusSchema, to: findingStatusSchema }).nullable(),
  /** The total before and after. */
  total: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
  /** What was said: a comment, an appeal. `before`: what stood there; both null where it isn't shown any more. */
  words: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
  reason: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export type Discussion = {
  /** `staff` may comment and settle, `trainee` may appeal. */
  as: 'staff' | 'trainee';
  /** Oldest first, deleted ones left out. */
  comments: Comment[];
  /** Oldest first. */
  appeals: Appeal[];
  /** Oldest first. */
  audit: AuditEntry[];
};
