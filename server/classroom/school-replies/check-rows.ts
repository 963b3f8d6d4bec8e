import { REPLY_LIMITS, type ReplyColumn, type ReplyFault, type ReplyFaultCode } from '#contract/school-replies.ts';
import type { Shop } from '#engine/model/content.ts';
import { COLUMN_NAMES, COLUMNS } from './columns.ts';
import { codeOf, LONGEST_CELL, type TableRow } from './read-table.ts';

/** What rows are held to: the shop's shipped codes with their titles, and what may stand in { }. */
export type ReplyRules = { shipped: ReadonlyMap<string, string>; placeholders: readonly string[] };

/** A letter first: behind the slash a digit alone picks a row of the list. */
const CODE = /^[a-z][a-z0-9]*$/;
/** As the desk finds what still has to be filled in (client/drill/model/quick-replies.ts). */
const PLACEHOLDER = /\{([^{}\n]{1,20})\}/g;
const BRACE = /[{}｛｝]/;
const NAMED_AS_EXAMPLES = 3;

/** The one every desk knows, and first to be named. */
const NICKNAME = '买家昵称';

/**
 * The rules of a shop. A placeholder is known when some shop's shipped library has it: a name nobody knows is a slip of
 * the pen far more often than a new need, and would stand unfilled before a customer.
 */
export function rulesOf(shops: readonly Shop[], { quickReplies }: Shop): ReplyRules {
  const texts = shops.flatMap((shop) => shop.quickReplies.map(({ text }) => text));
  const names = texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
  const byUse = new Map<string, number>();
  for (const name of names) byUse.set(name, (byUse.get(name) ?? 0) + 1);
  const known = [...byUse].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  return {
    shipped: new Map(quickReplies.map(({ code, title }) => [codeOf(code), title])),
    placeholders: [NICKNAME, ...known.filter((name) => name !== NICKNAME)],
  };
}

/** What is wrong with each row. Of two that clash, the later is at fault. */
export function faultsOf(rows: readonly TableRow[], rules: ReplyRules): ReplyFault[][] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    const before = first.get(row.code);
    if (before === undefined) first.set(row.code, row.line);
    const fault = (code: ReplyFaultCode, column: ReplyColumn, says: string): ReplyFault => ({
      code,
      column,
      message: `第 ${row.line} 行「${COLUMN_NAMES[column]}」：${says}`,
    });
    return [
      ...COLUMNS.flatMap((column) => sizeFault(row[column], column, fault)),
      ...codeFault(row.code, before, rules, fault),
      ...placeholderFault(row.text, rules, fault),
      ...(row.stray
        ? [fault('stray-cells', 'text', '右边多出一格。话里有英文逗号的，整句加英文引号，或者存成 .xlsx')]
        : []),
    ];
  });
}

type MakeFault = (code: ReplyFaultCode, column: ReplyColumn, says: string) => ReplyFault;

function sizeFault(value: string, column: ReplyColumn, fault: MakeFault): ReplyFault[] {
  if (value === '') return [fault('missing', column, '没有填')];
  const most = REPLY_LIMITS[column];
  if (value.length <= most) return [];
  const now = value.length < LONGEST_CELL ? `${value.length} 字` : `${LONGEST_CELL} 字以上`;
  return [fault('too-long', column, `最多 ${most} 字，现在 ${now}`)];
}

function codeFault(code: string, before: number | undefined, { shipped }: ReplyRules, fault: MakeFault): ReplyFault[] {
  if (code === '') return [];
  if (!CODE.test(code)) return [fault('odd-code', 'code', `「${code.slice(0, 20)}」不行，用字母开头的字母和数字`)];
  if (before !== undefined) return [fault('same-code', 'code', `「${code}」和第 ${before} 行重复`)];
  const title = shipped.get(code);
  return title === undefined ? [] : [fault('shipped-code', 'code', `「${code}」店铺自带的「${title}」已经用了`)];
}

function placeholderFault(text: string, { placeholders }: ReplyRules, fault: MakeFault): ReplyFault[] {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const unknown = [...new Set(names)].filter((name) => !placeholders.includes(name));
  const few = placeholders.slice(0, NAMED_AS_EXAMPLES).map((name) => `{${name}}`);
  if (unknown.length > 0) {
    const which = unknown.map((name) => `{${name}}`).join('、');
    return [
      fault(
        'unknown-placeholder',
        'text',
        `不认识 ${which}，能用的有 ${few.join('、')} 等，全部写在 .xlsx 模板的「说明」页`,
      ),
    ];
  }
  if (!BRACE.test(text.replace(PLACEHOLDER, ''))) return [];
  return [fault('unknown-placeholder', 'text', `花括号没有写对，要填的写成 ${few[0] ?? ''}，用半角、成对`)];
}
