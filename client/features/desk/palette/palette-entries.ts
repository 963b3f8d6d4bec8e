/** What the command palette offers for a search: pure, from what is on this desk. */

import type { ConversationView, DrillView } from '#client/drill/model/drill-view.ts';
import { lastMessage } from '#client/drill/model/last-message.ts';
import { findQuickReplies, type QuickReply } from '#client/drill/model/quick-replies.ts';
import type { ShopBody } from '#contract/bodies.ts';

export const PALETTE_COMMANDS = [
  'longest',
  'queue',
  'withdraw',
  'close',
  'hold',
  'transfer',
  'keep',
  'personal',
  'pause',
  'resume',
  'help',
  'end',
] as const;
export type PaletteCommand = (typeof PALETTE_COMMANDS)[number];

export type PaletteEntry =
  | { kind: 'conversation'; conversation: ConversationView; lastWords: string }
  | { kind: 'quickReply'; reply: QuickReply }
  | { kind: 'operation'; action: ShopBody['actions'][number] }
  | { kind: 'card'; tab: 'products' | 'policies'; id: string; title: string }
  | { kind: 'command'; command: PaletteCommand; title: string }
  | { kind: 'message'; conversation: ConversationView; seq: number; at: number; text: string; isMine: boolean };
export type PaletteGroup = { kind: PaletteEntry['kind']; entries: readonly PaletteEntry[] };

export type PaletteContext = {
  view: DrillView;
  /** Of the open conversation; null: not loaded, or nobody has come. */
  shop: ShopBody | null;
  /** The open conversation takes replies: quick replies are offered. */
  hasComposer: boolean;
  /** Operations can be done for the open conversation. */
  hasOperations: boolean;
  /** The commands that can be given now, worded. */
  commands: readonly { command: PaletteCommand; title: string }[];
};

/** Most rows of a group: the field narrows them down, and a reader doesn't scroll through a shop. */
const MAX_ROWS: Readonly<Record<PaletteEntry['kind'], number>> = {
  conversation: 12,
  quickReply: 8,
  operation: 8,
  card: 8,
  command: 8,
  message: 20,
};

/** A test whether texts contain all words of a query (split at spaces), whatever the case of Latin letters. */
const containsAll = (query: string): ((...texts: readonly string[]) => boolean) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (...texts) => {
    const text = texts.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
};

const conversationsOf = (view: DrillView): ConversationView[] =>
  view.arrivalOrder.flatMap((key) => view.conversations[key] ?? []);

/** Words somebody said, newest first, over all conversations of the drill. */
const messagesOf = (view: DrillView): Extract<PaletteEntry, { kind: 'message' }>[] =>
  conversationsOf(view)
    .flatMap((conversation) =>
      conversation.items.flatMap((item): Extract<PaletteEntry, { kind: 'message' }>[] => {
        const text =
          item.kind === 'trainee' || item.kind === 'bystander'
            ? item.text
            : item.kind === 'customer' && item.bubble.kind === 'text'
              ? item.bubble.text
              : null;
        const { seq, at } = item;
        return text === null ? [] : [{ kind: 'message', conversation, seq, at, text, isMine: item.kind === 'trainee' }];
      }),
    )
    .sort((a, b) => b.seq - a.seq);

/** Products first, then policies, as the side panel has them. */
const cardsOf = (shop: ShopBody | null, contains: ReturnType<typeof containsAll>): PaletteEntry[] => [
  ...(shop?.products ?? [])
    .filter(({ id, name, facts, skus }) => contains(id, name, ...facts, ...skus))
    .map(({ id, name }): PaletteEntry => ({ kind: 'card', tab: 'products', id, title: name })),
  ...(shop?.policies ?? [])
    .filter(({ id, title, text, source }) => contains(id, title, text, source))
    .map(({ id, title }): PaletteEntry => ({ kind: 'card', tab: 'policies', id, title })),
];

/**
 * What matches, by kind, each group at its most rows. An empty query lists conversations and commands alone: what a
 * shop has is too much to be looked through.
 */
export const paletteGroups = (query: string, context: PaletteContext): PaletteGroup[] => {
  const { view, shop } = context;
  const isEmpty = query.trim() === '';
  const contains = containsAll(query);
  const entries: Record<PaletteEntry['kind'], readonly PaletteEntry[]> = {
    conversation: conversationsOf(view)
      .map((conversation) => ({ conversation, lastWords: lastMessage(conversation, shop) }))
      .filter(({ conversation, lastWords }) => contains(conversation.name, lastWords))
      .map((found): PaletteEntry => ({ kind: 'conversation', ...found })),
    quickReply:
      isEmpty || !context.hasComposer
        ? []
        : findQuickReplies(shop?.quickReplies ?? [], query).map(
            (reply): PaletteEntry => ({ kind: 'quickReply', reply }),
          ),
    operation:
      isEmpty || !context.hasOperations
        ? []
        : (shop?.actions ?? [])
            .filter(({ title, group }) => contains(title, group))
            .map((action): PaletteEntry => ({ kind: 'operation', action })),
    card: isEmpty ? [] : cardsOf(shop, contains),
    command: context.commands
      .filter(({ title }) => contains(title))
      .map((command): PaletteEntry => ({ kind: 'command', ...command })),
    message: isEmpty ? [] : messagesOf(view).filter(({ text }) => contains(text)),
  };
  return (Object.keys(MAX_ROWS) as PaletteEntry['kind'][])
    .map((kind) => ({ kind, entries: entries[kind].slice(0, MAX_ROWS[kind]) }))
    .filter((group) => group.entries.length > 0);
};
