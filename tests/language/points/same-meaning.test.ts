/** Paraphrases of one meaning are one wording to a point (RULES T141). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Point } from '#engine/model/content.ts';
import { judgedPoints } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { inOneMeaning } from '#language/points/wordings/same-meaning.ts';
import { library } from '#tests/support/library.ts';

const TABLE: Record<string, string> = JSON.parse(
  readFileSync('server/language/points/wordings/same-meaning.json', 'utf8'),
);
const MEANINGS = Object.entries(TABLE).filter(([meaning]) => meaning !== '=');

/** Every right wording of a case that says one of the meanings, with its point and question. */
const told = [...library.scenarios.values()].flatMap(({ id, beats }) =>
  beats.flatMap(({ asks }) =>
    asks.flatMap(({ text, points }) =>
      points.flatMap((point) =>
        [point.says, ...(point.also ?? [])].flatMap((says) =>
          MEANINGS.flatMap(([meaning]) => {
            const plain = inOneMeaning(says).text;
            return plain.includes(meaning) ? [{ id, question: text, point, plain, meaning }] : [];
          }),
        ),
      ),
    ),
  ),
);

const stateOf = (reply: string, customer: string, point: Point) => {
  const [verdict] = judgedPoints({ reply, customer, points: [compilePoint(point)] });
  return `${verdict?.state} ${verdict?.confidence.toFixed(2)}`;
};

describe('[T141] one paraphrase in place of another', () => {
  it('changes no verdict, in all cases', () => {
    expect(told.length).toBeGreaterThan(8);
    const changed = told.flatMap(({ id, question, point, plain, meaning }) => {
      const words = (TABLE[meaning] ?? '').split(' ');
      const own = stateOf(plain, question, point);
      return [words[0], words[11], words[44], words.at(-1)]
        .flatMap((word) => (word === undefined ? [] : [plain.replace(meaning, word)]))
        .flatMap((reply) => {
          const state = stateOf(reply, question, point);
          return state === own && state.startsWith('covered') ? [] : [`${id} ${point.id}: ${reply} ${state} (${own})`];
        });
    });
    expect(changed).toEqual([]);
  });

  it.each([
    ['逐峰4现在到哪了一直还没信儿', '逐峰4现在到哪了一直还没有消息'],
    ['厂里还没给我们透信', '厂里还没有消息'],
    ['站点几点关门我不掌握', '站点几点关门我不清楚'],
    ['昨晚是我不应该说一定到', '昨晚是我不该说肯定到'],
  ])('%s is read as %s', (said, plain) => expect(inOneMeaning(said).text).toBe(plain));

  it.each([
    '这边没信号',
    '我没信他的话',
    '有没有消息都回您',
    '有没有信我都在',
    '今晚一定到',
    '不能说一定到',
    '该说一定到',
  ])('%s means something else', (said) => expect(inOneMeaning(said).text).toBe(said));

  it('quotes the words as they were typed', () => {
    const reply = '您好，新款一直没个准信儿，我去问';
    const point = compilePoint({ id: 'a', says: '新款我这边没有消息', contradicts: ['下个月就出'] });
    const [verdict] = judgedPoints({ reply, customer: '新款啥时候出', points: [point] });
    expect(reply.slice(verdict?.start, verdict?.end)).toBe('新款一直没个准信儿');
  });
});

describe('[T144] a word of the lexicon that begins with a denial denies', () => {
  const point = compilePoint({
    ...{ id: 'a', says: '哺乳期不建议用这支', also: ['在喂奶就先不用'], contradicts: ['哺乳期可以用', '喂奶也能用'] },
  });
  const state = (reply: string) =>
    judgedPoints({ reply, customer: '我喂奶呢，这支能用吧', points: [point] }).map((verdict) => verdict.state);

  it.each(['哺乳期别用这个', '哺乳期先别用这支', '哺乳期间别用它', '哺乳期别再用这支了'])('%s', (reply) =>
    expect(state(reply)).toEqual(['covered']),
  );
  it.each(['哺乳期可以用', '哺乳期放心用这支'])('%s', (reply) => expect(state(reply)).toEqual(['wrong']));
});

describe('[T145] what is taken off behind a comma goes on from its sum', () => {
  const sum = compilePoint({
    id: 'sum',
    says: '两只到手323元',
    also: ['实付323'],
    contradicts: ['到手378', '一共付378'],
  });
  const off = compilePoint({ id: 'off', says: '满300减40', also: ['378减40'], contradicts: ['满300减50'] });
  const states = (reply: string) =>
    judgedPoints({ reply, customer: '两只到手多少，满减能减几块', points: [sum, off] }).map(({ state }) => state);

  it.each(['两只378，减40减15，323', '两只378，减40，再减15，到手323'])('%s', (reply) =>
    expect(states(reply)).toEqual(['covered', 'covered']),
  );
  it('and a sum that nothing was taken off is still wrong', () => expect(states('两只到手378')[0]).toBe('wrong'));
});
