/** What was done in a conversation is told to whom it was done for, and nobody is mixed up with who has gone (RULES T184). */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const HERE = 'payment-reminder/unpaid-mum-pay';
const THERE = 'complaint-escalation/who-decides-tinghe';
const content = prepare(contentFor(library, [HERE, THERE]).data);
const waits = [...(content.cases.get(THERE)?.points.keys() ?? [])];
const others = [{ conversation: 'c2', scenario: THERE, waits }];
const deeds = { named: content.cases.get(HERE)?.shop.actions ?? [], open: [] };

const crossTalk = (text: string, doneHere: readonly string[], hasActedHere = false) =>
  answerRequest(content, oneTurn(HERE, text, { customer: '付不了', others, deeds, doneHere, hasActedHere })).crossTalk;

describe('[T184] words that tell an operation', () => {
  const text = '这个数要班长定，已经报班长了，10分钟内给您回话';

  it('may be another customer’s where nothing was done here', () => {
    expect(crossTalk(text, [])).toMatchObject({ conversation: 'c2' });
  });

  it('are this customer’s where it was done here', () => {
    expect(crossTalk(text, ['escalate-1'])).toBeNull();
  });

  it('[T248] are this customer’s beside whatever operation of the same turn', () => {
    expect(crossTalk(text, [], true)).toBeNull();
  });
});

describe('[T212] words that name the goods somebody came with or ordered', () => {
  const FRIDGE = 'payment-reminder/cannot-pay-guchui';
  const KETTLE = 'shipping-urge/ship-when-guchui';
  const both = prepare(contentFor(library, [FRIDGE, KETTLE]).data);
  const goodsOf = (id: string): string =>
    both.cases.get(id)?.shop.products.find(({ id: product }) => {
      const { orders, customer } = both.cases.get(id)?.scenario ?? expect.fail(id);
      return product === customer.enters || orders.some(({ items }) => items.some((item) => item.product === product));
    })?.name ?? '';
  const waitsThere = [...(both.cases.get(KETTLE)?.points.keys() ?? [])];
  const mixedUp = (text: string) =>
    answerRequest(
      both,
      oneTurn(FRIDGE, text, { others: [{ conversation: 'c2', scenario: KETTLE, waits: waitsThere }] }),
    ).crossTalk;

  it('are for them, whatever another customer waits for', () => {
    expect(mixedUp(`今天付明天就发，最晚48小时内发出，${goodsOf(FRIDGE)}有现货`)).toBeNull();
  });

  it('may be for another where they name no goods', () => {
    expect(mixedUp('今天付明天就发，最晚48小时内发出')).toMatchObject({ conversation: 'c2' });
  });
});

describe('[T242] words that take up what this customer alone speaks of', () => {
  const MOULD = 'community/group-rotten-photo';
  const RANCID = 'complaint-escalation/expired-biscuit';
  const both = prepare(contentFor(library, [MOULD, RANCID]).data);
  const waitsThere = [...(both.cases.get(RANCID)?.points.keys() ?? [])];
  const mixedUp = (text: string, told: string) =>
    answerRequest(
      both,
      oneTurn(MOULD, text, {
        owner: { told, addresses: '' },
        others: [{ conversation: 'c2', scenario: RANCID, waits: waitsThere }],
      }),
    ).crossTalk;
  const text = '还有，霉的家里有人吃着没？没吃就挑出来扔，别削了吃';

  it('are for them, whatever another customer waits for', () => {
    expect(mixedUp(text, '发霉嘞')).toBeNull();
  });

  it('may be for another where this one spoke of nothing of the kind', () => {
    expect(mixedUp(text, '这咋弄')).toMatchObject({ conversation: 'c2' });
  });
});

describe('[T261] words that tell of buying', () => {
  const other = 'shipping-urge/ship-when-suibu';
  const both = prepare(contentFor(library, ['payment-reminder/cannot-pay-suibu', other]).data);
  const waitsThere = [...(both.cases.get(other)?.points.keys() ?? [])];
  const mixedUp = (text: string, hasBoughtHere: boolean) =>
    answerRequest(
      both,
      oneTurn('payment-reminder/cannot-pay-suibu', text, {
        others: [{ conversation: 'c2', scenario: other, waits: waitsThere }],
        hasBoughtHere,
      }),
    ).crossTalk;

  it.each(['看到您付款成功啦，现在付的今天就发', '您付好了我看到了，今天就发走'])(
    'are for who has bought, whatever another customer waits for: %s',
    (text) => {
      expect(mixedUp(text, true)).toBeNull();
      expect(mixedUp(text, false)).toMatchObject({ conversation: 'c2' });
    },
  );
});
