/** What happens in a drill, in the language of the page. */

import { money } from '#client/lib/format.ts';
import { listed } from '#client/lib/listed.ts';
import { say } from '#client/lib/messages.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireDeed } from '#contract/wire/deeds.ts';
import type { WireJump, WireResultLine } from '#contract/wire-events.ts';
import type { ThreadItem } from './drill-view.ts';

/** 客户付款了: what a customer did. */
export const didWords = (deed: WireDeed): string => {
  switch (deed.kind) {
    case 'place-order': {
      const goods = listed(
        deed.items.map(({ name, sku, qty }) => [name, sku ?? [], qty > 1 ? `×${qty}` : []].flat().join(' ')),
      );
      const amount = money(deed.amount);
      return say(deed.paid ? 'desk:did.ordered.paid' : 'desk:did.ordered.unpaid', { goods, amount });
    }
    case 'pay':
      return say('desk:did.pay');
    case 'open-refund':
      return deed.amount === null ? say('desk:did.refund') : say('desk:did.refundOf', { amount: money(deed.amount) });
    case 'open-complaint':
      return say('desk:did.complaint', { level: deed.level });
    case 'bad-review':
      return say('desk:did.badReview');
    case 'rate':
      return say('desk:did.rated', { stars: deed.stars });
  }
};

/** 〔两天后〕: how far the story jumped. */
export const jumpWords = ({ value, unit }: WireJump): string =>
  say(unit === 'd' ? 'desk:jumped.d' : 'desk:jumped.h', { n: value });

type ActionItem = Extract<ThreadItem, { kind: 'action' }>;

/** An operation as its shop's list has it, in the page's language; as content has it where the list isn't there. */
export const actionName = (
  { action, title }: Pick<ActionItem, 'action' | 'title'>,
  shop: Pick<ShopBody, 'actions'> | null,
): string => shop?.actions.find(({ id }) => id === action)?.title ?? title;

/** 运输中 · 发出 11-11: where an order is. */
const orderWords = ({ no, status, latest }: Extract<WireResultLine, { kind: 'order' }>): string =>
  [no, say(`desk:answer.status.${status}`), latest === null ? [] : say(`desk:answer.${latest.step}`, { on: latest.on })]
    .flat()
    .join(' · ');

/** What the desk itself says in a line; undefined where it is the case that speaks, or nobody knows the words. */
const lineWords = (
  line: WireResultLine | null | undefined,
  action: ShopBody['actions'][number] | undefined,
): string | undefined => {
  switch (line?.kind) {
    case 'done':
      return action?.done;
    case 'done-overnight':
      return action?.doneOvernight;
    case 'no-notes':
      return say('desk:answer.noNotes');
    case 'no-order':
      return say('desk:answer.noOrder');
    case 'no-answer-here':
      return say('desk:answer.noAnswerHere');
    case 'order':
      return orderWords(line);
    case undefined:
      return undefined;
  }
};

/**
 * What the desk answered to an operation, line by line, in the page's language. What the case itself says there stays as
 * it was written: `lang` is its language for a screen reader, and undefined for the desk's own words.
 */
export const answerLines = (
  { action, result, lines }: Pick<ActionItem, 'action' | 'result' | 'lines'>,
  shop: Pick<ShopBody, 'actions'> | null,
): { text: string; lang: 'zh-CN' | undefined }[] => {
  const spec = shop?.actions.find(({ id }) => id === action);
  return result.map((storedText, index) => {
    const text = lineWords(lines[index], spec) ?? storedText;
    return { text, lang: text === storedText ? 'zh-CN' : undefined };
  });
};
