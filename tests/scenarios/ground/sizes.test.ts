/** Will it fit: what is told of sizes, beside the customer's own and what is left over. */
import { expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

/** The states of both points of the variant whose customer says `customer` and whose right size is `says`. */
const heard = (shop: string, customer: string, says: string, reply: string): string[] => {
  const id = `product-advice/will-it-fit-${shop}`;
  for (let card = 0; card < 80; card++) {
    const { data } = contentFor(library, [id], cardOfSeed(card));
    const points = [...(prepare(data).cases.get(id)?.points.values() ?? [])].map(({ point }) => compilePoint(point));
    const isWanted = points.some((point) => point.says === says) && JSON.stringify(data.scenarios).includes(customer);
    if (isWanted)
      return judge({ reply, customer: `${customer}\n放得下不`, points }).points.map(
        (point) => `${point.id} ${point.state}`,
      );
  }
  return expect.fail('no such variant');
};

const BOTH = ['fits covered', 'limit covered'];

it.each([
  ['guchui', '60厘米', '至少要48厘米', '放得下的，带罩高48厘米，60够，还余12厘米'],
  ['guchui', '60厘米', '至少要48厘米', '够的，机器带罩48厘米，您60厘米，还有12厘米富余'],
  ['guchui', '45厘米', '至少要48厘米', '放不下，带罩高48厘米，您家45，差3厘米'],
  ['guchui', '45厘米', '至少要48厘米', '放不下的，45比48小，差3厘米'],
  ['guchui', '60厘米', '至少要54厘米', '放得下，机身44宽，左右各留5，一共54，您60够'],
  ['guchui', '55厘米', '至少要50厘米', '够的，吊柜下沿到台面要50厘米，您55，还余5厘米'],
  ['guchui', '切2厘米厚', '最大放2.5厘米的', '放得下，2.5厘米以内都行，您2厘米还有富余0.5'],
  ['suibu', '14寸', '最大放15.6寸的', '放得下，电脑仓15.6寸的，14寸还宽裕1.6寸'],
])('[J135] %s, %s against %s: %s', (shop, customer, says, reply) => {
  expect(heard(shop, customer, says, reply)).toEqual(BOTH);
});

it('[J135] another size than the page’s stays wrong', () => {
  expect(heard('guchui', '60厘米', '至少要48厘米', '放得下，带罩高45厘米')).toContain('limit wrong');
});
