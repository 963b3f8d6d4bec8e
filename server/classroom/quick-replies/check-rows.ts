import { REPLY_LIMITS, type ReplyColumn, type ReplyFault, type ReplyFaultCode } from '#contract/quick-replies.ts';
import type { Shop } from '#engine/model/shop.ts';
import { listed, say } from '#i18n/say.ts';
import { COLUMNS, columnName } from './columns.ts';
import { codeOf, LONGEST_CELL, type TableRow } from './read-table.ts';

/** The rules for rows: the codes that the shop ships with, with their titles, and the names that may stand in { }. */
export type ReplyRules = { shipped: ReadonlyMap<string, string>; placeholders: readonly string[] };

/** A code begins with a letter: behind the slash a digit alone picks a row of the desk's list. */
const CODE = /^[a-z][a-z0-9]*$/;
/** The pattern by which the desk finds what still has to be filled in (client/drill/model/quick-replies.ts). */
const PLACEHOLDER = /\{([^{}\n]{1,20})\}/g;
const BRACE = /[{}｛｝]/;
const NAMED_AS_EXAMPLES = 3;

/** The placeholder that every desk knows. Lists of placeholders name it first. */
const NICKNAME = '买家昵称';

/**
 * A placeholder is known when the shipped library of some shop has it: the most used first, after the nickname. An unknown
 * name is far more often a slip than a new need, and the desk couldn't fill it before a customer reads it.
 */
export const placeholdersOf = (shops: readonly Shop[]): string[] => {
  const texts = shops.flatMap((shop) => shop.quickReplies.map(({ text }) => text));
  const names = texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
  const useCounts = new Map<string, number>();
  for (const name of names) useCounts.set(name, (useCounts.get(name) ?? 0) + 1);
  const namesByUse = [...useCounts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  return [NICKNAME, ...namesByUse.filter((name) => name !== NICKNAME)];
};

/** The rules of a shop. */
export const rulesOf = (shops: readonly Shop[], { quickReplies }: Shop): ReplyRules => ({
  shipped: new Map(quickReplies.map(({ code, title }) => [codeOf(code), title])),
  placeholders: placeholdersOf(shops),
});

/** What is in braces and is none of the known names, with its braces. */
export const unknownPlaceholders = (text: string, known: readonly string[]): string[] => {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !known.includes(name)).map((name) => `{${name}}`);
};

/** A brace that holds no name; null: there is none. */
export const strayBrace = (text: string): string | null => text.replace(PLACEHOLDER, '').match(BRACE)?.[0] ?? null;

/** What is wrong with each row. Of two rows with one code the later has the fault. */
export const faultsOf = (rows: readonly TableRow[], rules: ReplyRules): ReplyFault[][] => {
  const firstLineByCode = new Map<string, number>();
  return rows.map((row) => {
    const firstLine = firstLineByCode.get(row.code);
    if (firstLine === undefined) firstLineByCode.set(row.code, row.line);
    const faultAt = (code: ReplyFaultCode, column: ReplyColumn, text: string): ReplyFault => ({
      code,
      column,
      message: say('school:replies.fault.at', { line: row.line, column: columnName(column), fault: text }),
    });
    return [
      ...COLUMNS.flatMap((column) => sizeFault(row[column], column, faultAt)),
      ...codeFault(row.code, firstLine, rules, faultAt),
      ...placeholderFault(row.text, rules, faultAt),
      ...(row.stray ? [faultAt('stray-cells', 'text', say('school:replies.fault.stray-cells'))] : []),
    ];
  });
};

type MakeFault = (code: ReplyFaultCode, column: ReplyColumn, text: string) => ReplyFault;

const sizeFault = (value: string, column: ReplyColumn, fault: MakeFault): ReplyFault[] => {
  if (value === '') return [fault('missing', column, say('school:replies.fault.missing'))];
  const maxLength = REPLY_LIMITS[column];
  if (value.length <= maxLength) return [];
  const text =
    value.length < LONGEST_CELL
      ? say('school:replies.fault.too-long', { most: maxLength, now: value.length })
      : say('school:replies.fault.far-too-long', { most: maxLength, now: LONGEST_CELL });
  return [fault('too-long', column, text)];
};

const codeFault = (
  code: string,
  firstLine: number | undefined,
  { shipped }: ReplyRules,
  fault: MakeFault,
): ReplyFault[] => {
  if (code === '') return [];
  if (!CODE.test(code))
    return [fault('odd-code', 'code', say('school:replies.fault.odd-code', { code: code.slice(0, 20) }))];
  if (firstLine !== undefined)
    return [fault('same-code', 'code', say('school:replies.fault.same-code', { code, line: firstLine }))];
  const title = shipped.get(code);
  return title === undefined
    ? []
    : [fault('shipped-code', 'code', say('school:replies.fault.shipped-code', { code, title }))];
};

const placeholderFault = (text: string, { placeholders }: ReplyRules, fault: MakeFault): ReplyFault[] => {
  const unknown = unknownPlaceholders(text, placeholders);
  const examples = placeholders.slice(0, NAMED_AS_EXAMPLES).map((name) => `{${name}}`);
  if (unknown.length > 0) {
    return [
      fault(
        'unknown-placeholder',
        'text',
        say('school:replies.fault.unknown-placeholder', {
          names: listed(unknown),
          examples: listed(examples),
          sheet: say('school:replies.template.rules'),
        }),
      ),
    ];
  }
  if (strayBrace(text) === null) return [];
  return [fault('unknown-placeholder', 'text', say('school:replies.fault.braces', { example: examples[0] ?? '' }))];
};
