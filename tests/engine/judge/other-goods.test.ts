import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

/** Somebody who ordered 脐橙. */
const CASE = 'shipping-urge/ship-by-when';
const content = prepare(contentFor(library, [CASE]).data);

const rights = (text: string, customer = '那我那箱今天走没走'): string[] =>
  (answerRequest(content, oneTurn(CASE, text, { customer })).strays ?? []).map(({ right }) => right);

describe('[T175] other goods told as the customer’s own', () => {
  it('are held against the order', () => {
    expect(rights('您那箱冰糖橙今天走没走，我正问着仓库')).toEqual(['脐橙 9斤']);
    expect(rights('在的亲，您拍的那盒猕猴桃我看到了')).toEqual(['脐橙 9斤']);
  });

  it('may be offered, supposed, or the customer’s own word', () => {
    const right = [
      '店里还有冰糖橙，您要看看吗',
      '要是您拍的是冰糖橙就得多等一天',
      '您这箱脐橙今天走没走，我正问着仓库',
    ];
    expect(right.filter((text) => rights(text).length > 0)).toEqual([]);
    expect(rights('您那箱冰糖橙我也看到了', '我还有一箱冰糖橙呢')).toEqual([]);
  });
});
