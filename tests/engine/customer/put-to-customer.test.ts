/** Which words ask the customer for what they name (RULES J231). */
import { expect, it } from 'vitest';
import { isPutToCustomer } from '#engine/turns/put-to-customer.ts';

const isAsked = (text: string, words: string): boolean => {
  const start = text.indexOf(words);
  const said = { id: 'm1', text, kind: 'said' };
  const quote = { message: 'm1', start, end: start + words.length };
  return isPutToCustomer({ text, said: [said] } as never, quote, [], undefined);
};

it('[J231] what the customer will be told asks them nothing', () => {
  expect(isAsked('今晚拦没拦住，明早10点前给您留言', '今晚拦没拦住')).toBe(false);
  expect(isAsked('拦没拦住我都告诉您', '拦没拦住')).toBe(false);
  expect(isAsked('您看拦不拦？拦的话我给您发起', '您看拦不拦')).toBe(true);
  expect(isAsked('您看拦不拦，我等您一句', '您看拦不拦')).toBe(true);
  expect(isAsked('要不要给您拦截，拦没拦住给您留言', '要不要给您拦截')).toBe(true);
});
