/** What the bank gives away as a file comes back in as it was, in every kind that it has. */
import { describe, expect, test } from 'vitest';
import { checkQuestions, type QuestionRules } from '#classroom/questions/check-questions.ts';
import { isSameQuestion } from '#classroom/questions/compare-questions.ts';
import { questionTemplate } from '#classroom/questions/question-template.ts';
import { readQuestions } from '#classroom/questions/read-workbook.ts';
import type { OwnQuestion } from '#contract/practice/own-questions.ts';
import { bankQuestion } from '#drills/catalog/own-bank.ts';
import { questionWorkbook } from '#http/bodies/question-workbook.ts';
import { inLanguage } from '#i18n/language.ts';
import { citationLine } from '#library/questions/citation-line.ts';
import { drawBank, drawQuestion } from '#library/questions/draw-paper.ts';
import { questionsAsGift } from '#library/questions/gift.ts';
import type { DrawnQuestion } from '#library/questions/question.ts';
import { bank, factsByShop, shared } from '#tests/support/question-bank.ts';

const shops = [...shared.catalogue.shops.values()].map(({ id, name }) => ({ id, name }));
const RULES: QuestionRules = {
  ...{ topics: bank.topics, shops, shippedIds: new Set(), shippedByContent: new Map(), own: [] },
};
const names = {
  topics: new Map(bank.topics.map(({ id, name }) => [id, name])),
  shops: new Map(shops.map(({ id, name }) => [id, name])),
};
const filed = async (questions: readonly DrawnQuestion[], format: 'gift' | 'xlsx'): Promise<Buffer> =>
  format === 'gift' ? Buffer.from(questionsAsGift(questions, bank.topics)) : await questionWorkbook(questions, names);
const readBack = async (bytes: Buffer): Promise<OwnQuestion[]> => {
  const read = await readQuestions(bytes, '题库');
  if (!read.ok) throw new Error(read.error.message);
  const rows = checkQuestions(read.value.questions, RULES);
  expect(rows.flatMap(({ faults }) => faults.map(({ message }) => message))).toEqual([]);
  return rows.flatMap(({ question }) => question ?? []);
};

/** A drawn question as a school would have it: an ordering's options in order, the basis as the file says it. */
const asOwn = (drawn: DrawnQuestion): OwnQuestion => {
  const { id, kind, level, topic, shop, stem, options, key, unit, tolerance, why } = drawn;
  const chosen = 'chosen' in key ? [...key.chosen] : [];
  return {
    ...{ id, kind, level, topic, shop, stem: stem.trim(), why: (why ?? '').trim() },
    options: kind === 'judge' ? [] : kind === 'order' ? chosen.map((place) => options[place] ?? '') : [...options],
    right: kind === 'order' ? chosen.map((_, step) => step) : chosen,
    ...('figure' in key ? { figure: key.figure, unit, tolerance } : { figure: null, unit: null, tolerance: null }),
    basis: citationLine(drawn).replace(/^(依据|Rests on)[:：] ?/, ''),
  };
};

const HARD: OwnQuestion[] = [
  {
    ...{ id: 'bx-1', kind: 'single', level: 5, topic: null, shop: null, figure: null, unit: null, tolerance: null },
    ...{ stem: '满300减40：{实付}=？#1 ~ \\ 换行\n后 \\n 不换', options: ['=40->50', '~50%', 'a:b # c', '{x}'] },
    ...{ right: [2], why: '第一行 ####\n第二行：{=~}', basis: '手册：3#；「附录=A」' },
  },
  {
    ...{ id: 'bx-2', kind: 'calculate', level: 1, topic: 'price', shop: 'suibu', figure: -12.5, unit: '元/件' },
    ...{ tolerance: 0, stem: '差多少（要带负号）？', options: [], right: [], why: '照算', basis: '表二' },
  },
  {
    ...{ id: 'bx-3', kind: 'judge', level: 3, topic: null, shop: 'suibu', figure: null, unit: null, tolerance: null },
    ...{ stem: 'TRUE', options: [], right: [1], why: 'T', basis: 'F' },
  },
  {
    ...{ id: 'bx-4', kind: 'order', level: 3, topic: null, shop: null, figure: null, unit: null, tolerance: null },
    ...{ stem: '先后', options: ['乙 -> 丙', '甲', '丁'], right: [0, 1, 2], why: '依次', basis: '依次' },
  },
  {
    ...{ id: 'bx-5', kind: 'multiple', level: 1, topic: null, shop: null, figure: null, unit: null, tolerance: null },
    ...{ stem: '哪些', options: ['1', '2', '3', '4', '5', '6'], right: [0, 1, 3], why: 'A、B', basis: '<b>书</b>' },
  },
];

describe.each(['gift', 'xlsx'] as const)('[B8] what went out as %s comes back in', (format) => {
  test('the whole bank that ships: every kind, topic, level, shop, key, explanation and source', async () => {
    const drawn = drawBank(bank, { topic: null, level: null }, 1, factsByShop);
    expect(new Set(drawn.map(({ kind }) => kind)).size).toBe(5);
    const back = await readBack(await filed(drawn, format));
    expect(back).toEqual(drawn.map(asOwn));
  });

  test.each(['zh', 'en'] as const)(
    'a school’s own, with every sign that has a meaning in a file (%s)',
    async (language) => {
      const drawn = HARD.flatMap((own) => drawQuestion(bankQuestion(own), 7, {}) ?? []);
      const bytes = await inLanguage(language, () => filed(drawn, format));
      const back = await readBack(bytes);
      const byId = new Map(back.map((question) => [question.id, question]));
      for (const own of HARD) {
        const again = byId.get(own.id);
        expect(again !== undefined && isSameQuestion(again, own), JSON.stringify([again, own])).toBe(true);
      }
    },
  );
});

test('[B8] the template is read without a fault, and has a question of each kind', async () => {
  const list = { topics: bank.topics.map(({ name }) => name), shops: shops.map(({ name }) => name) };
  for (const language of ['zh', 'en'] as const) {
    const questions = await readBack(await inLanguage(language, () => questionTemplate(list)));
    expect(questions.map(({ kind }) => kind)).toEqual(['single', 'multiple', 'judge', 'order', 'calculate']);
    expect(questions[3]?.options).toEqual([
      '致歉并核对订单',
      '请仓库核对出库记录',
      '告诉客户补发还是退款',
      '记下来几点前回访',
    ]);
  }
});
