import type { SaveMode, SchoolQuickReply } from '#contract/quick-replies.ts';

/** How many quick replies a change of the library adds, changes and removes, compared by short code. */
export type Changes = { added: number; changed: number; removed: number };

/**
 * The library after saving. `add` puts a row in the place of the one with the same code, and rows with new codes at
 * the end.
 */
export const mergedReplies = (
  current: readonly SchoolQuickReply[],
  rows: readonly SchoolQuickReply[],
  mode: SaveMode,
): SchoolQuickReply[] => {
  if (mode === 'replace') return [...rows];
  const savedByCode = byCode(rows);
  const currentByCode = byCode(current);
  return [
    ...current.map((reply) => savedByCode.get(reply.code) ?? reply),
    ...rows.filter(({ code }) => !currentByCode.has(code)),
  ];
};

export const changesBetween = (before: readonly SchoolQuickReply[], after: readonly SchoolQuickReply[]): Changes => {
  const beforeByCode = byCode(before);
  const afterByCode = byCode(after);
  return {
    added: after.filter(({ code }) => !beforeByCode.has(code)).length,
    changed: after.filter((reply) => !isSame(beforeByCode.get(reply.code) ?? reply, reply)).length,
    removed: before.filter(({ code }) => !afterByCode.has(code)).length,
  };
};

export const byCode = (replies: readonly SchoolQuickReply[]): Map<string, SchoolQuickReply> =>
  new Map(replies.map((reply) => [reply.code, reply]));

export const isSame = (a: SchoolQuickReply, b: SchoolQuickReply): boolean =>
  a.code === b.code && a.group === b.group && a.title === b.title && a.text === b.text;

/** Whether two libraries are the same, in the same order: the desk's list keeps it. */
export const sameLibrary = (a: readonly SchoolQuickReply[], b: readonly SchoolQuickReply[]): boolean =>
  a.length === b.length && a.every((reply, index) => isSame(reply, b[index] ?? { ...reply, code: '' }));
