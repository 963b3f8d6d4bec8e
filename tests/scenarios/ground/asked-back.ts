/** Short customers asked back in words of their own, for each thing they know (RULES J125). */
import { playDrill } from '#authoring/play-drill.ts';
import type { Fact } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { contentFor } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';
import ROWS from './asked-back.json' with { type: 'json' };

/** With 您, without a subject, with 是不是, with 还是, and in few words (那地址呢). */
export const WAYS = ['you', 'bare', 'is', 'or', 'what'] as const;
export type Way = (typeof WAYS)[number];
/** What a fact is asked for with; `in`: the templates it holds for, left out where it holds for all. */
type Row = { fact: string; in?: string[]; asks: Partial<Record<Way, string>> };
/** One template on one card, with what its customer knows there. */
export type ShortCustomer = { id: string; template: string; hash: string; content: Content; knows: readonly Fact[] };

/** Cards on which each template is looked at: a fact may belong to some cards alone. */
const CARDS = [0, 1, 2, 3, 5, 8];
const templateOf = (id: string): string =>
  id.slice(id.indexOf('/') + 1).replace(new RegExp(`-(?:${[...library.shops.keys()].join('|')})$`), '');

/** Each template once on each of these cards, in the first of its shops. */
export const shortCustomers = (cards: readonly number[] = CARDS): ShortCustomer[] => {
  const firstOfTemplate = new Map([...library.short.keys()].toReversed().map((id) => [templateOf(id), id]));
  return [...firstOfTemplate].flatMap(([template, id]) =>
    cards.map((card) => {
      const { data, hash } = contentFor(library, [id], cardOfSeed(card));
      return { id, template, hash, content: prepare(data), knows: data.scenarios[0]?.customer.knows ?? [] };
    }),
  );
};

/** How a fact of a template may be asked for. */
export const waysToAsk = (template: string, fact: string): [Way, string][] => {
  const row = (ROWS as readonly Row[]).find((row) => row.fact === fact && (row.in?.includes(template) ?? true));
  return WAYS.flatMap((way): [Way, string][] => (row?.asks[way] ? [[way, row.asks[way]]] : []));
};

/** What comes of one question put to them as the first words of a talk. */
export const askedBack = ({ id, hash, content }: ShortCustomer, say: string) => {
  const replies = toReplies([{ to: 'any', after: '9s', say }]);
  const drill = { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash } as const;
  const events: readonly DrillEvent[] = playDrill(content, drill);
  const asked = events.find((event) => event.kind === 'trainee-said')?.at ?? 0;
  return {
    told: events.flatMap((event) => (event.kind === 'fact-told' ? [event.fact] : [])),
    reaction: events.flatMap((event) => (event.kind === 'turn-closed' ? [event.reaction] : []))[0],
    next: events.flatMap((event) =>
      event.kind === 'customer-said' && event.at > asked && event.bubble.kind === 'text' ? [event] : [],
    )[0],
  };
};
