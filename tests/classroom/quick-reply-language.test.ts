/** The quick reply table in English: its messages are English, and either language's headings are read in both. */
import { describe, expect, test } from 'vitest';
import { faultsOf, type ReplyRules } from '#classroom/quick-replies/check-rows.ts';
import { COLUMNS, columnName, findColumns } from '#classroom/quick-replies/columns.ts';
import { readTable, type TableRow } from '#classroom/quick-replies/read-table.ts';
import { templateCsv, templateXlsx } from '#classroom/quick-replies/template.ts';
import type { QuickRepliesBody } from '#contract/quick-replies.ts';
import { inLanguage, LANGUAGES } from '#i18n/language.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';

const HAN = /[\u3000-\u303f\p{Script=Han}\uff00-\uffef]/u;
const english = <T>(work: () => T): T => inLanguage('en', work);
const body: QuickRepliesBody = {
  shop: { id: 'suibu', name: '岁步', shipped: 20 },
  ...{ version: 0, replies: [], versions: [], placeholders: ['买家昵称', '时间'], most: 300 },
};
const rules: ReplyRules = { shipped: new Map([['zd', 'Here']]), placeholders: ['name', 'time'] };
const row = (over: Partial<TableRow>): TableRow => ({
  ...{ line: 5, code: 'thdz', group: 'After', title: 'Address', text: 'On the order page', stray: false },
  ...over,
});
const told = (...rows: TableRow[]): string[] => english(() => faultsOf(rows, rules).flat()).map((one) => one.message);

describe('in English', () => {
  test.each<[Partial<TableRow>, string]>([
    [{ title: '' }, 'Row 5, Title: it is empty'],
    [{ group: 'a'.repeat(11) }, 'Row 5, Group: at most 10 characters, now 11'],
    [{ text: 'a'.repeat(2000) }, 'Row 5, Text: at most 500 characters, now 2000 or more'],
    [{ code: '1a' }, 'Row 5, Short code: “1a” cannot be used. Use letters and digits, a letter first'],
    [{ code: 'zd' }, 'Row 5, Short code: “zd” is taken by “Here”, a quick reply the shop comes with'],
    [
      { text: '{names}' },
      'Row 5, Text: {names} is not known. You can use {name}, {time} and others, all listed on the sheet “Notes” of the .xlsx template',
    ],
    [
      { text: '{name' },
      'Row 5, Text: the braces are wrong. Write what is to be filled in as {name}, with half-width braces in pairs',
    ],
    [
      { stray: true },
      'Row 5, Text: there is one cell too many on the right. Put a text with a comma in double quotes, or save the table as .xlsx',
    ],
  ])('%j is told', (over, message) => {
    expect(told(row(over))).toEqual([message]);
    expect(message).not.toMatch(HAN);
  });

  test('the message about a code that stands twice names the first row', () => {
    expect(told(row({}), row({ line: 6 }))).toEqual(['Row 6, Short code: “thdz” is in row 5 already']);
  });

  test('a cell’s text is shown unchanged, even where it looks like a placeholder', () => {
    const code = '$& {{line}}';
    expect(told(row({ code }))).toEqual([
      `Row 5, Short code: “${code}” cannot be used. Use letters and digits, a letter first`,
    ]);
  });

  test('the message about wrong headings is English', async () => {
    const messageOf = async (csv: string): Promise<string> => {
      const reply = await english(() => readTable(Buffer.from(csv), 'replies.csv'));
      return reply.ok ? '' : reply.error.message;
    };
    const rest = 'Four columns are needed, one each: group, short code, title, text. The template has them.';
    expect(await messageOf('no,name\n1,a')).toBe(`Wrong headings: Group, Short code, Text missing. ${rest}`);
    expect(await messageOf('seat\n1')).toBe(`Wrong headings: there are no headings. ${rest}`);
    expect(await messageOf('group,code,title,text,content\na,b,c,d,e')).toBe(
      `Wrong headings: more than one column for Text. ${rest}`,
    );
  });
});

describe('headings', () => {
  test.each(LANGUAGES)('of a template written in %s are read whatever the reader’s language', async (written) => {
    const csv = inLanguage(written, () => templateCsv(body));
    const xlsx = await inLanguage(written, () => templateXlsx(body));
    for (const reader of LANGUAGES)
      for (const bytes of [csv, xlsx]) {
        const read = await inLanguage(reader, () => readTable(bytes, 'template'));
        expect(read.ok && read.value.map(({ code }) => code)).toEqual(['bxhy', 'bxfh']);
      }
  });

  test.each(LANGUAGES)('are recognised by their names in %s', (each) => {
    const heads = inLanguage(each, () => COLUMNS.map(columnName));
    expect(findColumns([heads])).toMatchObject({
      ok: true,
      value: { cellIndexes: { group: 0, code: 1, title: 2, text: 3 } },
    });
  });
});

test('a template’s only Chinese is the replies to customers', async () => {
  const csv = english(() => templateCsv(body)).toString();
  expect(csv.split('\r\n')[0]).toBe('\ufeffGroup,Short code,Title,Text');
  const xlsx = await english(() => templateXlsx(body));
  expect(zipPart(xlsx, 'xl/workbook.xml')).toMatch(/name="Quick replies".*name="Notes"/);
  const cells = zipPart(xlsx, 'xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g);
  const texts = [...cells].map(([, cell = '']) => cell);
  expect(texts.filter((one) => HAN.test(one.replace(/“[^”]*”/g, '')))).toEqual([
    ...['问候', '本校欢迎', '{买家昵称}您好，我是本校实训客服，您说'],
    ...['发货', '本校发货', '今天 16 点前付款的今天发，运单号出来我发您', '{买家昵称} {时间}'],
  ]);
  expect(texts).toContain('At most 300 quick replies a shop');
});
