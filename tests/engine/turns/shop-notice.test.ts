/** What the shop tells its desks before a customer of a running offer comes: in every drill, once (RULES Q10). */
import { expect, it } from 'vitest';
import type { Command } from '#engine/model/commands.ts';
import { drive, tick } from '#tests/engine/support/drive.ts';
import { shoesWith } from '#tests/engine/support/shoes.ts';
import { contentOf } from '#tests/engine/support/tiny.ts';

const NOTICE = '限时立减30元，到今天20:00';
const offer = shoesWith({ incident: { title: '限时活动', notice: NOTICE } });
const kinds = (log: readonly { kind: string }[]): string[] =>
  log.map(({ kind }) => kind).filter((kind) => ['customer-arrived', 'notice-shown', 'customer-said'].includes(kind));

it('[Q10] is told when the customer comes, before they say anything', () => {
  const { log } = drive(contentOf([offer]), [tick(10_000)]);
  expect(kinds(log).slice(0, 3)).toEqual(['customer-arrived', 'notice-shown', 'customer-said']);
  expect(log.find(({ kind }) => kind === 'notice-shown')).toMatchObject({ text: NOTICE, conversation: 'c1' });
});

it('[Q10] isn’t told again where a teacher’s incident told it', () => {
  const desk = contentOf([shoesWith(), { ...offer, id: 'promotion/offer' }]);
  const brought: Command = { kind: 'inject', at: 1000, scenario: 'promotion/offer' };
  const customers = [{ scenario: 'product-advice/shoes', arrivesAt: 0 }];
  const { log, refusals } = drive(desk, [brought, tick(30_000)], { customers });
  expect(refusals).toEqual([]);
  expect(log.filter(({ kind }) => kind === 'customer-arrived')).toHaveLength(2);
  expect(log.filter(({ kind }) => kind === 'notice-shown')).toHaveLength(1);
});

it('[Q10] is nothing where the shop has nothing to tell', () => {
  const { log } = drive(contentOf([shoesWith()]), [tick(10_000)]);
  expect(kinds(log)).not.toContain('notice-shown');
});
