/** A school's own quick replies (本校话术) for a shop: what its teachers read from a table, look over and save. */
import { z } from 'zod';
import { MESSAGE_MAX } from './commands.ts';

/** Most rows of a shop's own library: over twice the largest that is shipped. A desk still searches so many without delay. */
export const REPLIES_MAX = 300;
/** Longest text of a cell, in UTF-16 units. A quick reply isn't longer than a message: it could be inserted and not sent. */
export const REPLY_LIMITS = { group: 10, code: 12, title: 20, text: MESSAGE_MAX } as const;

export type ReplyColumn = keyof typeof REPLY_LIMITS;
export type SchoolQuickReply = { code: string; group: string; title: string; text: string };

export type ReplyFaultCode =
  | 'missing'
  | 'too-long'
  /** Other than a letter and then letters or digits: the desk couldn't call it up. */
  | 'odd-code'
  /** Stands in an earlier row. */
  | 'same-code'
  /** The shop's shipped library has it. */
  | 'shipped-code'
  | 'unknown-placeholder'
  /** Something stands right of the last heading: mostly a comma in a .csv that nobody quoted. */
  | 'stray-cells';
/** `message` is in the language of the request and names row and column. */
export type ReplyFault = { code: ReplyFaultCode; column: ReplyColumn; message: string };

/** What saving would do to the quick reply with this short code. */
export type ReplyChange = 'added' | 'changed' | 'unchanged';
export type ReplyRow = SchoolQuickReply & {
  /** Row of the sheet, 1-based. */
  line: number;
  faults: ReplyFault[];
  /** Null: it has faults and can't be saved. */
  change: ReplyChange | null;
  /** The quick reply that the row changes. */
  before: SchoolQuickReply | null;
};
export type RepliesPreview = {
  rows: ReplyRow[];
  /** Rows without a fault. */
  good: number;
  /** The school's own quick replies that the good rows lack: 添加到现有 keeps them, 整份替换 removes them. */
  missing: SchoolQuickReply[];
  /** The version that the rows were compared with; 0: there was none yet. */
  base: number;
};

/** How a version was made: rows were `added` or `replaced`, an earlier version was `restored`, or all were `removed`. */
export type VersionKind = 'added' | 'replaced' | 'restored' | 'removed';
export type ReplyVersionRow = {
  version: number;
  kind: VersionKind;
  /** The version gone back to. */
  restores: number | null;
  count: number;
  added: number;
  changed: number;
  removed: number;
  /** Epoch milliseconds. */
  at: number;
  by: string;
};

export type QuickRepliesShop = {
  id: string;
  name: string;
  /** How many the shop comes with, and how many the school added. */
  shipped: number;
  own: number;
  /** The newest version; null: the school never saved any. */
  last: ReplyVersionRow | null;
};
export type QuickRepliesBody = {
  shop: { id: string; name: string; shipped: number };
  /** The newest version; 0: none yet. */
  version: number;
  replies: SchoolQuickReply[];
  /** Newest first. */
  versions: ReplyVersionRow[];
  /** Names that may stand in { }. */
  placeholders: string[];
  /** REPLIES_MAX, sent because the client can't import it. */
  most: number;
};
export type QuickRepliesVersion = ReplyVersionRow & { replies: SchoolQuickReply[] };

/** Takes more than a cell may hold: the check of the rows can then say in words what is wrong, as this schema can't. */
const cell = z.string().max(4 * MESSAGE_MAX);
const base = z.number().int().min(0).max(1_000_000);
export const saveRepliesSchema = z.strictObject({
  /** `add` keeps what the rows lack, `replace` removes it. */
  mode: z.enum(['add', 'replace']),
  /** The version that the sender looked at; saving is refused when there is a newer one. */
  base,
  rows: z
    .array(z.strictObject({ code: cell, group: cell, title: cell, text: cell }))
    .min(1)
    .max(REPLIES_MAX),
});
export const repliesBaseSchema = z.strictObject({ base });
export type SaveMode = z.infer<typeof saveRepliesSchema>['mode'];
