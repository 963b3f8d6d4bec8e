import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { faultsOf, type ReplyRules, rulesOf } from '#classroom/quick-replies/check-rows.ts';
import { readTable, type TableRow } from '#classroom/quick-replies/read-table.ts';
import { templateCsv, templateXlsx } from '#classroom/quick-replies/template.ts';
import { type QuickRepliesBody, REPLIES_MAX, type SchoolQuickReply } from '#contract/quick-replies.ts';
import { zip } from '#tests/classroom/support/zip.ts';
import { toyData } from '#tests/drills/support/toy-content.ts';

const RETURN: SchoolQuickReply = {
  group: '售后',
  code: 'thdz',
  title: '退货地址',
  text: '退货地址在订单页上，您点进去就能看到',
};
const DISPATCH: SchoolQuickReply = {
  group: '发货',
  code: 'fhsj',
  title: '发货时间',
  text: '{买家昵称}您好，今天下单今天发',
};
const HEAD = ['组', '短码', '标题', '内容'];
const cells = ({ group, code, title, text }: SchoolQuickReply): string[] => [group, code, title, text];
const CSV = [HEAD, cells(RETURN), cells(DISPATCH)].map((row) => row.join(',')).join('\r\n');
/** CSV as Excel in China saves it. */
const GBK = Buffer.from(
  'd7e92cb6ccc2eb2cb1eacce22cc4dac8dd0d0acadbbaf32c7468647a2ccdcbbbf5b5d8d6b72ccdcbbbf5b5d8d6b7d4dab6a9b5a5d2b3c9cfa3acc4fab5e3bdf8c8a5becdc4dcbfb4b5bd0d0ab7a2bbf52c6668736a2cb7a2bbf5cab1bce42c7bc2f2bcd2eac7b3c67dc4fabac3a3acbdf1cceccfc2b5a5bdf1ccecb7a20d0a',
  'hex',
);

const read = async (bytes: Buffer | string): Promise<TableRow[] | string> => {
  const reply = await readTable(Buffer.from(bytes), '话术');
  return reply.ok ? reply.value : reply.error.code;
};
const replies = async (bytes: Buffer | string): Promise<SchoolQuickReply[] | string> => {
  const rows = await read(bytes);
  return typeof rows === 'string' ? rows : rows.map(({ line: _, stray: __, ...reply }) => reply);
};
const sheet = (rows: readonly (readonly (string | number)[])[]): Promise<Buffer> =>
  writeXlsxFile(
    rows.map((row) => row.map((value) => ({ type: typeof value === 'number' ? Number : String, value }))),
  ).toBuffer();
const messageOf = async (bytes: Buffer | string): Promise<string> => {
  const reply = await readTable(Buffer.from(bytes), '话术.png');
  return reply.ok ? '' : reply.error.message;
};

describe('a table of quick replies', () => {
  test('is read from a .csv, whatever its encoding and separator', async () => {
    const both = [RETURN, DISPATCH];
    expect(await replies(CSV)).toEqual(both);
    expect(await replies(`\ufeff${CSV}`)).toEqual(both);
    expect(await replies(Buffer.from(`\ufeff${CSV}`, 'utf16le'))).toEqual(both);
    expect(await replies(GBK)).toEqual(both);
    expect(await replies(CSV.replaceAll(',', '\t'))).toEqual(both);
    expect(await replies(CSV.replaceAll(',', ';'))).toEqual(both);
  });

  test('is read from a workbook, below a title and in any order of columns', async () => {
    expect(await replies(await sheet([HEAD, cells(RETURN), cells(DISPATCH)]))).toEqual([RETURN, DISPATCH]);
    const turned = [
      ['本校话术'],
      ['备注', '内容', '标题', '短码（必填）', '分组'],
      ['', RETURN.text, '退货地址', 'THDZ', '售后'],
    ];
    expect(await replies(await sheet(turned))).toEqual([RETURN]);
  });

  test('keeps rows, line breaks and quoted commas, and drops a slash before a code and blanks around it', async () => {
    const csv = `组,短码,标题,内容\n\n 售后 , /THDZ ,退货  地址,"您好,\r\n地址发您"\n,,,\n`;
    expect(await read(csv)).toEqual([
      { line: 3, group: '售后', code: 'thdz', title: '退货 地址', text: '您好,\n地址发您', stray: false },
    ]);
  });

  test('that can’t be used is refused with what is wrong with it', async () => {
    expect(await read('')).toBe('replies-empty');
    expect(await read(' \n,\n')).toBe('replies-empty');
    expect(await read(HEAD.join(','))).toBe('replies-empty');
    expect(await read(await sheet([HEAD]))).toBe('replies-empty');
    expect(await read(readFileSync(process.execPath).subarray(0, 20_000))).toBe('replies-unreadable');
    expect(await read('<table><tr><td>组</td></tr></table>')).toBe('replies-unreadable');
    expect(await read(zip([['word/document.xml', Buffer.from('<w/>')]]))).toBe('replies-unreadable');
    expect(await read(zip([['xl/workbook.xml', Buffer.alloc(60_000_000), 100]]))).toBe('replies-unreadable');
    const many = Array.from({ length: REPLIES_MAX + 1 }, (_, at) => `组,c${at},标题,内容${at}`);
    expect(await read([HEAD.join(','), ...many].join('\n'))).toBe('replies-too-many');
    expect(await read([HEAD.join(','), ...many.slice(1)].join('\n'))).toHaveLength(REPLIES_MAX);
  });

  test('that is built to be slow takes as long as its length, not its square', async () => {
    const built = (length: number): string[] =>
      ['(', '"', '",', '"\n', '{', '\r'].map((part) => part.repeat(length / part.length));
    // This process's own time on a core: a busy machine doesn't count. The shortest of three runs, as the
    // collector's threads count too.
    const took = async (length: number): Promise<number> => {
      const runs: number[] = [];
      for (let run = 0; run < 3; run += 1) {
        const from = process.cpuUsage();
        for (const table of built(length)) await read(table);
        const { user, system } = process.cpuUsage(from);
        runs.push(user + system);
      }
      return Math.min(...runs);
    };
    // Eight times the length takes eight times as long; by its square it would be sixty-four.
    expect((await took(600_000)) / Math.max(await took(75_000), 2000)).toBeLessThan(28);
    const [row] = (await read(`组,短码,标题,内容\n售后,th,退货,${'长'.repeat(500_000)}`)) as TableRow[];
    expect(row?.text).toHaveLength(2000);
  });

  test('with wrong headings is refused with the headings that are missing or stand twice', async () => {
    expect(await read('学号,姓名\n1,张三')).toBe('replies-headings');
    expect(await messageOf('学号,姓名\n1,张三')).toContain('没有找到表头');
    expect(await messageOf('组,短码,内容\n售后,th,退货')).toContain('缺「标题」');
    expect(await messageOf('组,短码,标题,内容,话术\n售后,th,退货,a,b')).toContain('「内容」有两列');
    expect(await messageOf(Buffer.from([0, 1, 2]))).toContain('话术.png');
  });
});

describe('its rows', () => {
  const suibu = toyData.shops[0];
  if (suibu === undefined) throw new Error('no shop');
  const rules: ReplyRules = rulesOf(
    [{ ...suibu, quickReplies: [{ id: 'q9', code: 'zd', group: '问候', title: '在的', text: '{时间}在' }] }],
    { ...suibu, quickReplies: [{ id: 'q9', code: 'zd', group: '问候', title: '在的', text: '{时间}在' }] },
  );
  const row = (over: Partial<TableRow>): TableRow => ({ ...RETURN, line: 5, stray: false, ...over });
  const told = (...rows: TableRow[]): [string, string][][] =>
    faultsOf(rows, rules).map((faults) => faults.map(({ code, message }) => [code, message]));

  test('show no fault where nothing is wrong', () => {
    expect(told(row({}), row({ code: 'b2', text: '{买家昵称}，{时间}发您' }))).toEqual([[], []]);
  });

  test.each<[string, Partial<TableRow>, string]>([
    ['missing', { title: '' }, '第 5 行「标题」：没有填'],
    ['missing', { code: '' }, '第 5 行「短码」：没有填'],
    ['too-long', { group: '组'.repeat(11) }, '第 5 行「组」：最多 10 字，现在 11 字'],
    ['too-long', { text: '字'.repeat(501) }, '第 5 行「内容」：最多 500 字，现在 501 字'],
    ['too-long', { text: '字'.repeat(2000) }, '第 5 行「内容」：最多 500 字，现在 2000 字以上'],
    ['odd-code', { code: '售后' }, '第 5 行「短码」：「售后」不行，用字母开头的字母和数字'],
    ['odd-code', { code: '1a' }, '第 5 行「短码」：「1a」不行，用字母开头的字母和数字'],
    ['shipped-code', { code: 'zd' }, '第 5 行「短码」：「zd」店铺自带的「在的」已经用了'],
    [
      'unknown-placeholder',
      { text: '{买家妮称}您好' },
      '第 5 行「内容」：不认识 {买家妮称}，能用的有 {买家昵称}、{时间} 等，全部写在 .xlsx 模板的「说明」页',
    ],
    [
      'unknown-placeholder',
      { text: '｛买家昵称｝您好' },
      '第 5 行「内容」：花括号没有写对，要填的写成 {买家昵称}，用半角、成对',
    ],
    [
      'unknown-placeholder',
      { text: '{买家昵称您好' },
      '第 5 行「内容」：花括号没有写对，要填的写成 {买家昵称}，用半角、成对',
    ],
    ['stray-cells', { stray: true }, '第 5 行「内容」：右边多出一格。话里有英文逗号的，整句加英文引号，或者存成 .xlsx'],
  ])('%s (%#)', (code, over, message) => {
    expect(told(row(over))).toEqual([[[code, message]]]);
  });

  test('that share a code: the later one is at fault', () => {
    expect(told(row({ line: 2 }), row({ line: 7 }))).toEqual([
      [],
      [['same-code', '第 7 行「短码」：「thdz」和第 2 行重复']],
    ]);
  });

  test('with an unquoted comma in a .csv show a fault instead of losing the text behind it', async () => {
    const rows = await read('组,短码,标题,内容\n售后,thdz,退货地址,您好,地址发您');
    expect(typeof rows === 'string' ? rows : told(...rows).flat()[0]?.[0]).toBe('stray-cells');
  });
});

describe('the template', () => {
  const body: QuickRepliesBody = {
    shop: { id: 'suibu', name: '燧步', shipped: 2 },
    version: 0,
    replies: [],
    versions: [],
    placeholders: ['买家昵称', '时间'],
    most: REPLIES_MAX,
  };

  test('can be read back unchanged as .xlsx and as .csv, which begins with the byte order mark Excel needs', async () => {
    const csv = templateCsv(body);
    expect(csv.subarray(0, 3)).toEqual(Buffer.from('efbbbf', 'hex'));
    const examples = await replies(csv);
    expect(examples).toHaveLength(2);
    expect(await replies(await templateXlsx(body))).toEqual(examples);
  });

  test('holds the school’s own replies where it has some, and no formula', async () => {
    const own = [RETURN, { ...DISPATCH, title: '=1+1', text: '-3 度也能送\n{买家昵称}' }];
    const csv = templateCsv({ ...body, replies: own });
    expect(csv.toString()).toContain("'=1+1");
    expect(await replies(csv)).toEqual(own);
    expect(await replies(await templateXlsx({ ...body, replies: own }))).toEqual(own);
  });
});
