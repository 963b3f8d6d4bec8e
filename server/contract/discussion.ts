/** What people say about a report in its place: comments, appeals (申诉), and the record of everything that changed. */
import { z } from 'zod';
import { pointPlaceSchema, rulingSchema } from './results.ts';

export const COMMENT_MOST = 500;
export const APPEAL_MOST = 300;
/** Appeals about one thing at most, settled ones included: after that people talk to each other. */
export const APPEALS_AT_PLACE = 3;
/** Longer than any field takes. A text that is only somewhat too long passes here and gets a refusal that says so. */
const words = z.string().max(8000);

const reportPlace = z.strictObject({ kind: z.literal('report') });
/** A finding by its key, which stays the same when the drill is scored again. */
const findingPlace = z.strictObject({ kind: z.literal('finding'), finding: z.string().min(1).max(200) });
/** A turn by one of its messages. */
const turnPlace = z.strictObject({ kind: z.literal('turn'), message: z.string().min(1).max(100) });
const pointPlace = z.strictObject({ kind: z.literal('point'), point: pointPlaceSchema });

export const commentSchema = z.strictObject({
  place: z.discriminatedUnion('kind', [reportPlace, findingPlace, turnPlace]),
  text: words,
});
export const commentEditSchema = z.strictObject({ text: words });
/** An appeal about the whole report is about its total. */
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

/** A comment as it reads now. `at`, `editedAt`: epoch milliseconds; `by`: a name; `own`: the reader may change it. */
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
  /** The title of what it is about, as it stood then. */
  title: string;
  text: string;
  by: string;
  at: number;
  /** Null: open. `undone`: the ruling that settled it was undone. */
  end: { how: AppealEnd; by: string; at: number; reason: string; undone: boolean } | null;
};
/** An appeal that another followed. `appeal` null: the teacher ruled by themselves; `ruling` null: it was withdrawn. */
export type EarlierAppeal<Ruling> = { appeal: { text: string; at: number } | null; ruling: Ruling | null };
/** One of a run's open appeals. */
export type OpenAppeal = Pick<Appeal, 'id' | 'title' | 'text' | 'at'> & {
  seat: string;
  no: string;
  name: string;
  drill: string;
};

/** How a finding, a point or the total stands in a report: this is what a ruling changes. */
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
  /** The title of what it is about, as it stood then; empty for the publication of the whole run. */
  title: z.string(),
  /** How the ruled thing changed; null where nothing was ruled on, and for rulings from before this was kept. */
  change: z.strictObject({ from: findingStatusSchema, to: findingStatusSchema }).nullable(),
  /** The total before and after. */
  total: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
  /** The words of a comment or an appeal. `before`: the words they replaced; both null where they are shown no more. */
  words: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
  reason: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export type Discussion = {
  /** `staff` may comment and settle, a `visitor` comment (RULES J64), `trainee` may appeal. */
  as: 'staff' | 'visitor' | 'trainee';
  /** Oldest first, deleted ones left out. */
  comments: Comment[];
  /** Oldest first. */
  appeals: Appeal[];
  /** Oldest first. */
  audit: AuditEntry[];
};

/** Refusals of appeals (errors.ts holds the whole table). */
export const APPEAL_ERRORS = {
  'appeal-nobody': 409,
  'appeal-nothing-lost': 409,
  'appeal-open': 409,
  'appeal-too-often': 409,
  'appeal-settled': 409,
  'appeal-other-thing': 400,
} as const;
