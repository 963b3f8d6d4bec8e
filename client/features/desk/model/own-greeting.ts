/** A trainee's own greeting: words kept on this device, filled for each customer, and sent by one key. */

import { create } from 'zustand';
import { useShops } from '#client/drill/model/drill-shops.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { filledWith, knownVariable, unfilledVariables } from '#client/drill/model/quick-replies.ts';
import { remember, remembered } from '#client/lib/device-memory.ts';
import { say } from '#client/lib/messages.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { takeAnatomy } from './desk-anatomy.ts';
import { useDeskUi } from './desk-ui.ts';
import { sendMessage } from './drill-send.ts';
import { useDrill } from './drill-store.ts';

/** What the server knows it by: a quick reply like the shop's, and no answer. */
const OWN_GREETING = 'own-greeting';
const STORAGE_KEY = 'kefu.own-greeting';
/** Longest greeting, in characters: from 40 on a phrase that answers nothing is rigid. */
export const GREETING_LIMIT = 40;

const storedGreeting = (): string => {
  const value = remembered(STORAGE_KEY);
  return typeof value === 'string' ? value : '';
};

/** What is filled, in the page's language: the customer's name, the shop's, the good they came about. */
export const greetingNames = (): string[] =>
  [say('desk:greeting.customer'), say('desk:greeting.shop'), say('desk:greeting.good')].map((name) => `{${name}}`);

/** '': none was written. */
export const useOwnGreeting = create<{ text: string }>(() => ({ text: storedGreeting() }));

/** What a name means, by the page's own word for it or by that of the shops' quick replies; null: nothing is known for it. */
const meaningOf = (name: string): ReturnType<typeof knownVariable> =>
  knownVariable(name) ??
  (['customer', 'shop', 'good'] as const).find((meaning) => say(`desk:greeting.${meaning}`) === name) ??
  null;

/** Names in braces that no customer has a value for: a greeting with one would never be sent. */
const unknownNames = (text: string): string[] =>
  unfilledVariables(text).flatMap((gap) => (meaningOf(gap.text.slice(1, -1).trim()) === null ? gap.text : []));

export type GreetingFault = { code: 'unknown-variable'; names: string[] };

/** Keeps it; refused with a name in braces that isn't known, and then the old one stays. Null: it is kept. */
export const keepGreeting = (text: string): GreetingFault | null => {
  const names = unknownNames(text);
  if (names.length > 0) return { code: 'unknown-variable', names };
  remember(STORAGE_KEY, text.trim());
  useOwnGreeting.setState({ text: text.trim() });
  return null;
};

/** The good a customer comes about: the page they came from, a card they sent, else their order's. Null: none. */
const goodOf = ({ items, orders }: ConversationView, shop: ShopBody): string | null => {
  const shown = items.flatMap((item) => {
    if (item.kind === 'arrived') return shop.products.find(({ id }) => id === item.entryPage)?.name ?? [];
    return item.kind === 'customer' && item.bubble.kind === 'product' ? item.bubble.name : [];
  });
  return shown[0] ?? orders[0]?.items[0]?.name ?? null;
};

/** The names that are filled; what has no value for this customer stays as it is, in its braces. */
export const filledGreeting = (text: string, conversation: ConversationView, shop: ShopBody): string =>
  filledWith(text, (name) => {
    const meaning = meaningOf(name);
    if (meaning === null) return null;
    return meaning === 'good' ? goodOf(conversation, shop) : meaning === 'shop' ? shop.name : conversation.name;
  });

/** The greeting for a customer whom nobody has answered yet; null: none is kept, or they have been. */
export const greetingFor = (conversation: ConversationView, shop: ShopBody | null, text: string): string | null =>
  text === '' || shop === null || conversation.isGreeted || conversation.status === 'closed'
    ? null
    : filledGreeting(text, conversation, shop);

/** Sends it as it stands. */
export const greet = (conversation: string, words: string): void =>
  sendMessage(conversation, words, { how: 'quick-reply', quickReply: OWN_GREETING }, takeAnatomy(conversation));

/** By the key: greets the customer who is open, where the greeting is whole. */
export const greetSelected = (): void => {
  const { selected } = useDeskUi.getState();
  const { view, drillId, isElsewhere, outbox } = useDrill.getState();
  const conversation = selected === null ? undefined : view.conversations[selected];
  if (conversation === undefined || isElsewhere || view.stopReason !== null || view.endReason !== null) return;
  // A second press before the first is in the log would greet twice.
  if (outbox.some((outgoing) => outgoing.conversation === conversation.key)) return;
  const shop = useShops.getState().byId[`${drillId}/${conversation.shop}`] ?? null;
  const words = greetingFor(conversation, shop, useOwnGreeting.getState().text);
  if (words !== null && unfilledVariables(words).length === 0) greet(conversation.key, words);
};
