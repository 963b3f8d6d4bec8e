import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { questionWorkbook } from '#http/bodies/question-workbook.ts';
import { drawBank } from '#library/questions/draw-paper.ts';
import { questionsAsGift } from '#library/questions/gift.ts';
import type { DrawnQuestion } from '#library/questions/question.ts';
import { bank, factsByShop } from '#tests/support/question-bank.ts';

const ANY = { topic: null, level: null };
const all = drawBank(bank, ANY, 1, factsByShop);
const law = {
  section: 'law',
  id: 'l',
  title: '消法',
  text: '',
  source: '第25条',
  date: '2014-03-15',
  shop: null,
} as const;
const own = { topic: 't', level: 1, shop: null, unit: null, tolerance: 0, why: '次日起', citations: [law] } as const;
const TOPICS = [{ id: 't', name: '退换/退款' }];
const gift = (question: Omit<DrawnQuestion, keyof typeof own> & Partial<DrawnQuestion>): string =>
  questionsAsGift([{ ...own, ...question }], TOPICS);

/** What Moodle takes a text of a file for. */
const plain = (text: string): string => text.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');

describe('[B7] the question bank as GIFT', () => {
  it('has a category, a name, a stem, answers and an explanation', () => {
    const said = gift({
      id: 'q1',
      kind: 'single',
      stem: '从哪天算？',
      options: ['当天', '次日'],
      key: { chosen: [1] },
    });
    expect(said).toBe(
      '$CATEGORY: 客服题库/退换 退款\n\n// [tag:level-1]\n::q1::[plain]从哪天算？ {\n~当天\n=次日\n####次日起\\n依据：消法 第25条 2014-03-15\n}\n',
    );
  });

  it('shares the mark between several right options, and takes it all for a wrong one', () => {
    const options = ['甲', '乙', '丙', '丁'];
    expect(gift({ id: 'q', kind: 'multiple', stem: '哪些', options, key: { chosen: [0, 2, 3] } })).toContain(
      '{\n~%33.33333%甲\n~%-100%乙\n~%33.33333%丙\n~%33.33333%丁\n',
    );
  });

  it('knows true and false, figures with how far they may be off, and the order of steps', () => {
    const judged = { kind: 'judge', stem: '对吗', options: ['对', '不对'] } as const;
    expect(gift({ id: 'q', ...judged, key: { chosen: [1] } })).toContain('{\nFALSE\n');
    expect(gift({ id: 'q', ...judged, key: { chosen: [0] } })).toContain('{\nTRUE\n');
    const figure = { kind: 'calculate', stem: '退多少', options: [], unit: '元', tolerance: 0.005 } as const;
    expect(gift({ id: 'q', ...figure, key: { figure: 92.83 } })).toContain('退多少（单位：元） {\n#92.83:0.005\n');
    const ordered = { kind: 'order', stem: '先后', options: ['乙', '甲'] } as const;
    expect(gift({ id: 'q', ...ordered, key: { chosen: [1, 0] } })).toContain('{\n=第 1 步 -> 甲\n=第 2 步 -> 乙\n');
  });

  it('gives nothing of a text a meaning it has only in GIFT', () => {
    const stem = '满300减40：{实付}=？#1 ~ \\ 换行\n后';
    const said = gift({ id: 'a:b', kind: 'single', stem, options: ['=40', '~50'], key: { chosen: [0] } });
    const [, name, text = ''] = /^::(.*?)::\[plain\]([\s\S]*?) \{$/m.exec(said) ?? [];
    expect([plain(name ?? ''), plain(text)]).toEqual(['a:b', stem]);
    expect(said).toContain('\n=\\=40\n~\\~50\n');
  });

  it('holds every question of the bank with its own key', () => {
    const blocks = questionsAsGift(all, bank.topics)
      .split('\n\n')
      .filter((block) => block.includes('::'));
    expect(blocks).toHaveLength(all.length);
    for (const question of all) {
      const block = blocks.find((one) => one.includes(`::${question.id}::`)) ?? '';
      const answers = block
        .split('\n')
        .slice(2, -2)
        .filter((line) => line !== '');
      if ('figure' in question.key) expect(answers).toEqual([`#${question.key.figure}:${question.tolerance}`]);
      else if (question.kind === 'judge') expect(answers).toEqual([question.key.chosen[0] === 0 ? 'TRUE' : 'FALSE']);
      else {
        const right = answers
          .filter((line) => /^=|^~%\d/.test(line))
          .map((line) => plain(line.replace(/^=(第 \d 步 -> )?|^~%[\d.]+%/, '')));
        expect(right, block).toEqual(question.key.chosen.map((place) => question.options[place]));
      }
    }
  });
});

describe('[B7] the question bank as a table', () => {
  const names = { topics: new Map(bank.topics.map(({ id, name }) => [id, name])), shops: new Map<string, string>() };

  it('has a row a question, its options by letter and the letters that are right', async () => {
    const [sheet] = await readXlsxFile(await questionWorkbook(all, names));
    const [heads = [], ...rows] = sheet?.data ?? [];
    expect(heads.slice(0, 11)).toEqual([
      '编号',
      '专题',
      '难度',
      '题型',
      '店铺',
      '题干',
      '答案',
      '单位',
      '允许误差',
      '解析',
      '依据',
    ]);
    expect(rows).toHaveLength(all.length);
    for (const [i, question] of all.entries()) {
      const row = rows[i] ?? [];
      const [id, , , , , stem, key] = row;
      expect([id, stem]).toEqual([question.id, question.stem]);
      if ('figure' in question.key) expect(key).toBe(question.key.figure);
      else if (question.kind === 'judge') expect(key).toBe(question.options[question.key.chosen[0] ?? 0]);
      else
        expect([...String(key)].map((letter) => row[heads.indexOf(letter)])).toEqual(
          question.key.chosen.map((place) => question.options[place]),
        );
    }
  });
});

describe('the questions of a file', () => {
  it('are those of a topic and a level, in the bank’s order, the same at the same seed', () => {
    const [topic] = bank.topics;
    const some = drawBank(bank, { topic: topic?.id ?? '', level: 3 }, 1, factsByShop);
    expect(some.length).toBeGreaterThan(5);
    expect(some.every((question) => question.topic === topic?.id && question.level === 3)).toBe(true);
    expect(all.map(({ id }) => id)).toEqual(bank.questions.map(({ id }) => id));
    expect(drawBank(bank, ANY, 1, factsByShop)).toEqual(all);
    expect(drawBank(bank, ANY, 2, factsByShop)).not.toEqual(all);
  });
});
