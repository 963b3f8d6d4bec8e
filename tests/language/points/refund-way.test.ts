/** 钱原路退 is an answer to which way money goes, and to nothing else (RULES T130): tried on every point of every case. */
import { expect, test } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { judge } from '#language/judge.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const WAYS = ['钱原路退', '钱原路退回', '原路退给您', '钱从哪付的退到哪', '退回您付款的账户'];
/** Right or wrong words of theirs speak of the way themselves. */
const SPEAKS_OF_WAY = /原路|付款|支付|账户|账号|零钱|银行卡|余额|微信|收款|转账|哪付|卡/;

test.each([...library.scenarios.keys()])('%s hears no wrong answer in it [T130]', (id) => {
  const prepared = prepare(contentFor(library, [id]).data).cases.get(id);
  if (!prepared) throw new Error('no such case');
  const wrong = [...prepared.points.values()].flatMap(({ point, compiled, question }) => {
    const wordings = [point.says, ...(point.also ?? []), JSON.stringify(point.wrongReacts)].join('');
    if (question === null || SPEAKS_OF_WAY.test(wordings)) return [];
    return WAYS.filter((reply) => {
      const [verdict] = judge({
        reply,
        customer: question.text,
        questions: [{ id: question.id, text: question.text, pointIds: [point.id] }],
        points: [compiled],
      }).points;
      return verdict?.state === 'wrong';
    }).map((reply) => `${point.id}: ${reply}`);
  });
  expect(wrong).toEqual([]);
});
