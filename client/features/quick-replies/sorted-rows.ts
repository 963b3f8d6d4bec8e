/** A table that was read, put in order for who looks it over. */
import type { RepliesPreview, ReplyRow, SaveMode, SchoolQuickReply } from '#contract/quick-replies.ts';

export type SortedRows = {
  faulty: readonly ReplyRow[];
  added: readonly ReplyRow[];
  changed: readonly ReplyRow[];
  unchanged: readonly ReplyRow[];
};

export const sortedRows = ({ rows }: RepliesPreview): SortedRows => ({
  faulty: rows.filter(({ change }) => change === null),
  added: rows.filter(({ change }) => change === 'added'),
  changed: rows.filter(({ change }) => change === 'changed'),
  unchanged: rows.filter(({ change }) => change === 'unchanged'),
});

/** Rows as the server wants them saved, in the order of the table. */
export const validRows = ({ rows }: RepliesPreview): SchoolQuickReply[] =>
  rows.flatMap(({ code, group, title, text, change }) => (change === null ? [] : { code, group, title, text }));

/** Whether saving would do anything. */
export const savingChangesAny = (
  { added, changed }: SortedRows,
  { missing }: RepliesPreview,
  mode: SaveMode,
): boolean => added.length + changed.length > 0 || (mode === 'replace' && missing.length > 0);
