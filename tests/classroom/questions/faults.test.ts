/** What is wrong with a file, by row and column; nothing is passed over in silence. */
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { checkQuestions, type QuestionRules } from '#classroom/questions/check-questions.ts';
import { contentOf } from '#classroom/questions/compare-questions.ts';
import { readQuestions } from '#classroom/questions/read-workbook.ts';
import { ownQuestion } from '#tests/storage/own-questions-contract.ts';

const RULES: QuestionRules = {
  topics: [{ id: 'returns', name: '退换货' }],
  shops: [{ id: 'suibu', name: '燧步' }],
  shippedIds: new Set(['returns-01']),
  shippedByContent: new Map([[contentOf({ kind: 'judge', stem: '自带的题', options: [] }), 'returns-02']]),
  own: [ownQuestion('own-a', { kind: 'judge', stem: '本校已有', options: [], right: [0] })],
};
const checked = async (file: string | Buffer) => {
  const read = await readQuestions(Buffer.from(file), '题.txt');
  if (!read.ok) return read.error.code;
  return checkQuestions(read.value.questions, RULES);
};
const faultsOf = async (file: string | Buffer) => {
  const rows = await checked(file);
  return typeof rows === 'string' ? rows : rows.map(({ faults }) => faults.map(({ code }) => code).join(' '));
};
const questions = async (file: string | Buffer) => {
  const rows = await checked(file);
  return typeof rows === 'string' ? [] : rows.map(({ question }) => question);
};
const WHY = '####看书\\n依据：书';

describe('[B9] a GIFT file', () => {
  test.each([
    ['问答题 {}', 'unsupported'],
    ['匹配 {=甲 -> 乙 =丙 -> 丁}', 'unsupported'],
    ['填空 {=甲 =乙}', 'unsupported'],
    ['两个对 {=甲 =乙 ~丙}', 'unsupported'],
    ['只是一段说明', 'unsupported'],
    ['部分分 {=甲 ~%50%乙 ~丙}', 'weights'],
    ['不平分 {~%70%甲 ~%30%乙 ~丙}', 'weights'],
    ['不到一百 {~%30%甲 ~%30%乙 ~丙}', 'weights'],
    ['没有对的 {~甲 ~乙 ~丙}', 'no-right'],
    ['没有收口 {=甲 ~乙', 'broken'],
    ['两对 {=甲 ~乙} 又 {=丙 ~丁}', 'broken'],
    ['没有符号 {甲 乙}', 'broken'],
    ['几个数 {#=1:0 =%50%2:0}', 'unsupported'],
    ['不是数 {#很多}', 'odd-figure'],
    [`有图 <img src="a.png"> {=甲 ~乙 ${WHY}}`, 'picture'],
    [`没有单位 {#3:0 ${WHY}}`, 'missing'],
    ['没有解析和依据 {=甲 ~乙}', 'missing missing'],
    ['没有依据 {=甲 ~乙 ####看书}', 'missing'],
    [`七个 {=1 ~2 ~3 ~4 ~5 ~6 ~7 ${WHY}}`, 'options'],
    [`一样 {=甲 ~甲 ${WHY}}`, 'options'],
    [`自带的题 {T ${WHY}}`, 'same-question'],
    [`本校已有 {T ${WHY}}`, 'same-question'],
    [`::returns-01::另一题 {T ${WHY}}`, 'shipped-id'],
    [`${'长'.repeat(501)} {T ${WHY}}`, 'too-long'],
  ])('says of «%s» that it is %s', async (text, code) => {
    // A sound question beside it keeps a lone description from being taken for no GIFT at all.
    expect(await faultsOf(`${text}\n\n好的题 {F ${WHY}}`)).toEqual([code, '']);
  });

  test('is read as Moodle reads it: comments, formats, feedback, ranges, missing words', async () => {
    const text = [
      '// 说明\n$CATEGORY: 顶层/退换货',
      `::第一题::[html]<p>1&lt;2&nbsp;吗<br>想想</p> {=对#好 ~%-50%不#差\n${WHY}}`,
      `$CATEGORY: 别的\n\n多选 {~%50%甲 ~%50%乙 ~%-100%丙 ${WHY}}`,
      `// [id:bx-9] [tag:level-5] [tag:shop-suibu]\n// 又一行\n几元（单位：元） {#4.9..5.1 ${WHY}}`,
      `天空是 {=蓝 ~红} 色的`,
      `[markdown]顺序 {=Step 2 -> 乙 =Step 1 -> 甲 ${WHY}}`,
      `判断 {FALSE#错了#对了 ${WHY}}`,
    ].join('\n\n');
    const all = await questions(text);
    expect(all[0]).toMatchObject({
      topic: 'returns',
      level: 3,
      stem: '1<2 吗\n想想',
      options: ['对', '不'],
      right: [0],
    });
    expect(all[0]).toMatchObject({ why: '看书\nA：好\nB：差', basis: '书' });
    expect(all[0]?.id).toMatch(/^own-[0-9a-f]{12}$/);
    expect(all[1]).toMatchObject({ kind: 'multiple', topic: null, right: [0, 1] });
    expect(all[3]).toBeNull();
    expect(all[2]).toMatchObject({
      id: 'bx-9',
      level: 5,
      shop: 'suibu',
      figure: 5,
      tolerance: 0.1,
      unit: '元',
      stem: '几元',
    });
    expect(all[4]).toMatchObject({ kind: 'order', options: ['甲', '乙'], right: [0, 1] });
    expect(all[5]).toMatchObject({ kind: 'judge', right: [1], why: '看书\n错了\n对了' });
  });

  test('the category of another program makes a question general; the line is that of the file', async () => {
    const rows = await checked(`\n\n$CATEGORY: 别的\n题 {T ${WHY}}\n\n// [tag:shop-x]\n又 {T ${WHY}}`);
    expect(typeof rows === 'string' ? rows : rows.map(({ question, faults }) => [question?.topic, faults])).toEqual([
      [null, []],
      [
        undefined,
        [
          {
            ...{ code: 'unknown-shop', column: 'shop' },
            message: '第 7 行「店铺」：没有「x」，写 燧步 中的一个，都不是就写「通用」',
          },
        ],
      ],
    ]);
  });

  test.each([
    ['GBK', Buffer.from('b6d4c2f0207b54202323232361205c6e736f757263653a20627d', 'hex')],
    ['UTF-8 with a mark and CRLF', Buffer.from('\ufeff对吗 {T ####a\\nsource: b}\r\n\r\n')],
    ['UTF-16', Buffer.from('\ufeff对吗 {T ####a\\nsource: b}', 'utf16le')],
    ['old Macs’ breaks', Buffer.from('对吗 {T\r####a\\nsource: b}\r\r')],
  ])('may be written in %s', async (_, bytes) => {
    expect(await questions(bytes)).toMatchObject([{ stem: '对吗', kind: 'judge', why: 'a', basis: 'b' }]);
  });

  test('of nothing, of no text, of other text and of ten thousand questions is refused', async () => {
    expect(await checked('')).toBe('questions-empty');
    expect(await checked(' \n\n// 只有说明\n')).toBe('questions-empty');
    expect(await checked(Buffer.from([1, 0, 2, 0, 255]))).toBe('questions-unreadable');
    expect(await checked('亲爱的老师：\n\n附件是题目。')).toBe('questions-unreadable');
    expect(await checked('<html><table>')).toBe('questions-unreadable');
    expect(await checked('题 {T}\n\n'.repeat(10_000))).toBe('questions-too-many');
  });

  test('made to be slow is read in the time of any other', async () => {
    const fill = (sign: string) => `{${sign.repeat(19_000 / sign.length)}`;
    const blocks = ['~', '=', ' ', '#', '<a', '\\n', '![', '（', ' ->'].map((sign) => `${fill(sign)}}`);
    const from = process.cpuUsage();
    await checked(Array.from({ length: 10 }, () => blocks.join('\n\n')).join('\n\n'));
    const { user } = process.cpuUsage(from);
    // Measured 0.9 s on a busy machine; a step that is squared in the length of a block takes minutes.
    expect(user / 1e6).toBeLessThan(8);
  });
});

const HEADS = ['编号', '专题', '难度', '题型', '店铺', '题干', '答案', '单位', '解析', '依据', 'A', 'B', 'C'];
const sheet = (...rows: (string | number)[][]): Promise<Buffer> =>
  writeXlsxFile([
    {
      sheet: 'a',
      data: rows.map((row) =>
        row.map((value) => (typeof value === 'number' ? { type: Number, value } : { type: String, value })),
      ),
    },
  ]).toBuffer();
const ROW = ['', '退换货', 1, '单选', '', '题干', 'B', '', '看书', '书', '甲', '乙', '丙'];
const rowWith = (over: Record<string, string | number>) => HEADS.map((name, at) => over[name] ?? ROW[at] ?? '');

describe('[B9] a table', () => {
  test('says what is wrong in which row and column, and what to write', async () => {
    const rows = await checked(
      await sheet(
        HEADS,
        rowWith({}),
        rowWith({ 编号: 'A 1', 题干: '二' }),
        rowWith({ 题型: '填空', 题干: '三' }),
        rowWith({ 难度: 2, 题干: '四' }),
        rowWith({ 店铺: '别家', 题干: '五' }),
        rowWith({ 答案: 'D', 题干: '六' }),
        rowWith({ 题型: '多选', 答案: 'B', 题干: '七' }),
        rowWith({ 题型: '排序', 答案: 'AB', 题干: '八' }),
        rowWith({ 题型: '判断', 答案: '也许', 题干: '九' }),
        rowWith({ 题型: '计算', 答案: '约79', 单位: '元', 题干: '十' }),
        rowWith({ 解析: '', 依据: '', 题干: '十一' }),
        rowWith({ B: '', 题干: '十二' }),
        rowWith({}),
        rowWith({ 编号: 'x', 题干: '十四' }),
        rowWith({ 编号: 'x', 题干: '十五' }),
      ),
    );
    const said =
      typeof rows === 'string' ? [] : rows.map(({ faults }) => faults.map(({ message }) => message).join('|'));
    expect(said).toEqual([
      '',
      '第 3 行「编号」：「A 1」不行，用小写字母、数字和 -，或者空着，由系统编',
      '第 4 行「题型」：「填空」不是题型，写 单选、多选、判断、排序、计算 中的一个',
      '第 5 行「难度」：「2」不是难度，写 1、3 或 5',
      '第 6 行「店铺」：没有「别家」，写 燧步 中的一个，都不是就写「通用」',
      '第 7 行「答案」：「D」不行，单选写一个字母，A 到 C',
      '第 8 行「答案」：「B」不行，多选至少写两个字母，A 到 C，比如 AC',
      '第 9 行「答案」：「AB」不行，3 个字母按先后各写一次；空着就按 A、B、C 的顺序',
      '第 10 行「答案」：「也许」不行，写「对」或「错」',
      '第 11 行「答案」：「约79」不是数，只写数字，单位写在「单位」',
      '第 12 行「解析」：没有写解析，写上为什么是这个答案|第 12 行「依据」：没有写依据。写上出自哪里（教材第几页、哪条店规）；GIFT 写在解析后面，另起一行：\\n依据：……',
      '第 13 行「选项」：选项 B 空着，往前补齐',
      '第 14 行「题干」：和第 2 行题干、选项一样，删掉一行',
      '',
      '第 16 行「编号」：「x」和第 15 行重复，换一个编号',
    ]);
  });

  test('takes other schools’ headings and words', async () => {
    const heads = ['一年级题库', ...Array.from({ length: 8 }, () => '')];
    const bytes = await sheet(
      heads,
      ['题目（必填）', '类型', '正确答案', '选项A', '选项 B', '难度', '答案解析', '出处'],
      ['对吗', '判断题', '√', '', '', '易', '看书', '书'],
      ['=1+1', '单项选择题', 'a', '＝2', '@SUM', '中等', '看书', '来源：书'],
    );
    expect(await questions(bytes)).toMatchObject([
      { kind: 'judge', right: [0], level: 1, topic: null, basis: '书' },
      { kind: 'single', stem: '=1+1', options: ['＝2', '@SUM'], right: [0], level: 3, basis: '书' },
    ]);
  });

  test('without its headings, without rows and with ten thousand is refused', async () => {
    expect(await checked(await sheet(['姓名', '学号'], ['小明', '1']))).toBe('questions-headings');
    expect(await checked(await sheet([...HEADS, '题干'], [...ROW, '']))).toBe('questions-headings');
    expect(await checked(await sheet(HEADS))).toBe('questions-empty');
    expect(await checked(await sheet(HEADS, ...Array.from({ length: 10_000 }, () => rowWith({}))))).toBe(
      'questions-too-many',
    );
    expect(await checked(Buffer.from('PK\u0003\u0004 no workbook', 'latin1'))).toBe('questions-unreadable');
  });
});

describe('[B21] a question that only lacks an explanation, a source or a unit', () => {
  const drafts = async (text: string) => {
    const rows = await checked(text);
    return typeof rows === 'string' ? [] : rows.map(({ draft }) => draft);
  };

  test('is given as a draft with these empty, and is sound once they are written', async () => {
    const text = ['单选 {=甲 ~乙 ~丙}', '几件 {#3:0}', '::甲乙::两步 {=Step 1 -> 甲 =Step 2 -> 乙}', `好的 {T ${WHY}}`];
    const all = await drafts(text.join('\n\n'));
    expect(all).toMatchObject([
      { kind: 'single', right: [0], why: '', basis: '', unit: null },
      { kind: 'calculate', figure: 3, why: '', basis: '', unit: '' },
      { kind: 'order', why: '', basis: '' },
      null,
    ]);
    const [first] = all;
    expect((await questions(`单选 {=甲 ~乙 ~丙 ${WHY}}`))[0]).toMatchObject({ id: first?.id, options: first?.options });
  });

  test('is none where anything else is wrong with it, a repetition included', async () => {
    const texts = [
      '自带的题 {T}',
      '本校已有 {T}',
      '::returns-01::另一题 {T}',
      '两个对 {=甲 =乙 ~丙}',
      `${'长'.repeat(501)} {T}`,
    ];
    for (const text of texts) expect(await drafts(`${text}\n\n好的题 {F ${WHY}}`)).toEqual([null, null]);
    expect(await drafts('同一题 {=甲 ~乙}\n\n同一题 {=甲 ~乙}')).toMatchObject([{ kind: 'single' }, null]);
  });
});
