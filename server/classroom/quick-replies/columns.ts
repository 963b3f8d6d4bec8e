import type { ReplyColumn } from '#contract/quick-replies.ts';
import type { Result } from '#engine/model/commands.ts';
import { listed, say } from '#i18n/say.ts';

/** Where the headings stand: row `at` (0-based), cells `width` wide, each column's place in a row. */
export type Columns = { rowIndex: number; cellCount: number; cellIndexes: Record<ReplyColumn, number> };
/** `found`: how many of the four headings there are. */
export type HeadFault = { foundHeadings: number; detail: string };

/** A column's heading, as a template has it and a fault names it. */
export const columnName = (column: ReplyColumn): string => say(`school:replies.column.${column}`);
export const COLUMNS: readonly ReplyColumn[] = ['group', 'code', 'title', 'text'];

/**
 * Words that are known as a column's heading: ours in both languages, whichever the reader's, then those of desks' own
 * exports.
 */
const HEADS: Record<ReplyColumn, ReadonlySet<string>> = {
  group: new Set('组 分组 组别 组名 分类 类别 快捷短语分组 group'.split(' ')),
  code: new Set('短码 快捷码 编码 快捷编码 快捷短语编码 代码 shortcode code shortcut'.split(' ')),
  title: new Set('标题 题目 名称 title name'.split(' ')),
  text: new Set('内容 话术 话术内容 快捷短语 短语内容 正文 text content'.split(' ')),
};
/** Rows in which headings are looked for: a title or two may stand above them. */
const HEAD_WITHIN = 6;
const LONGEST_HEAD = 40;

/** The row of headings, or which of them are missing or come twice. */
export const findColumns = (rows: readonly (readonly string[])[]): Result<Columns, HeadFault> => {
  let bestRow: { at: number; width: number; places: Record<ReplyColumn, number[]>; found: number } | null = null;
  for (const [at, cells] of rows.slice(0, HEAD_WITHIN).entries()) {
    const keys = cells.map(keyOf);
    const indexesOf = (column: ReplyColumn): number[] =>
      keys.flatMap((key, index) => (HEADS[column].has(key) ? [index] : []));
    const places = {
      group: indexesOf('group'),
      code: indexesOf('code'),
      title: indexesOf('title'),
      text: indexesOf('text'),
    };
    const foundCount = COLUMNS.filter((column) => places[column].length > 0).length;
    if (bestRow === null || foundCount > bestRow.found)
      bestRow = { at, width: lastFilled(keys) + 1, places, found: foundCount };
  }
  if (bestRow === null || bestRow.found === 0)
    return { ok: false, error: { foundHeadings: 0, detail: say('school:replies.heads.none') } };
  const { at: rowIndex, width: cellCount, places, found: foundHeadings } = bestRow;
  const missing = COLUMNS.filter((column) => places[column].length === 0).map(columnName);
  const repeated = COLUMNS.filter((column) => places[column].length > 1).map(columnName);
  if (missing.length > 0)
    return {
      ok: false,
      error: { foundHeadings, detail: say('school:replies.heads.missing', { columns: listed(missing) }) },
    };
  if (repeated.length > 0)
    return {
      ok: false,
      error: { foundHeadings, detail: say('school:replies.heads.twice', { columns: listed(repeated) }) },
    };
  const placeOf = (column: ReplyColumn): number => places[column][0] ?? 0;
  const cellIndexes = {
    group: placeOf('group'),
    code: placeOf('code'),
    title: placeOf('title'),
    text: placeOf('text'),
  };
  return { ok: true, value: { rowIndex, cellCount, cellIndexes: cellIndexes } };
};

/** 短码（必填）, *短码 and 短 码 are all 短码. */
const keyOf = (cell: string): string =>
  cell
    // No heading is longer, and a row of brackets would be searched for their ends from each of them.
    .slice(0, LONGEST_HEAD)
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s*:.\ufeff]/g, '')
    .toLowerCase();

const lastFilled = (keys: readonly string[]): number => keys.findLastIndex((key) => key !== '');
