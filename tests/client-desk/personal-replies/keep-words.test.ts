import { expect, it } from 'vitest';
import { titleOf, withVariables } from '#client/features/desk/personal-replies/keep-words.ts';

const FILLED = ['买家昵称', '店铺', '客户'];

it('the customer’s and the shop’s name become variables; a name of one character stays, being part of words [Q84]', () => {
  expect(withVariables('小鹿，燧步运动给小鹿补了', { customer: '小鹿', shop: '燧步运动' }, FILLED)).toBe(
    '{买家昵称}，{店铺}给{买家昵称}补了',
  );
  expect(withVariables('在的，现在就查', { customer: '在', shop: null }, FILLED)).toBe('在的，现在就查');
});

it('a title begins with the first clause that says something [Q84]', () => {
  expect(titleOf('亲，您好，帮您催仓库了，八点前回您')).toBe('帮您催仓库了');
  expect(titleOf('{买家昵称}您好，这双三十九码有现货可以今天发')).toBe('这双三十九码有现货可');
  expect(titleOf('亲亲')).toBe('');
});
