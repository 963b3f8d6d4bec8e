/** Small authored shapes → content.ts shapes, with their defaults. */
import {
  type CustomerDeed,
  type Forbid,
  type Need,
  type Reaction,
  type Reactions,
  SLOTS,
  type Span,
} from '#engine/model/content.ts';
import { RED_LINES } from '#language/terms/verdicts.ts';
import type { AuthoredDeeds } from '#library/schema/deeds.ts';
import type {
  AuthoredForbid,
  AuthoredKeyed,
  AuthoredNeed,
  AuthoredReaction,
  AuthoredReacts,
} from '#library/schema/parts.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { keyOfNeed, toQuotes } from './grounds.ts';
import { toBurst } from './lines.ts';

type PlacedOrder = Extract<CustomerDeed, { deed: 'place-order' }>;
type Keyed = Readonly<Record<string, Reaction>>;
const BODY_KEYS: ReadonlySet<string> = new Set(['reply', 'mood', 'then', 'after']);

/** "45s" → 45 seconds; the unit is kept, because it decides what `pace` does (RULES C2). */
export const toSpan = (text: string): Span => {
  const unit = text.at(-1);
  return {
    value: Number.parseFloat(text),
    unit: unit === 'm' || unit === 'h' || unit === 'd' ? unit : 's',
  };
};

/** A line, a list of alternatives, or `{reply, mood, then, after}` → one reaction. */
export const toReaction = (authored: AuthoredReaction): Reaction => {
  if (typeof authored === 'string' || Array.isArray(authored)) return reactionOf({ reply: authored });
  return reactionOf(authored);
};

/** A reaction from its parts, wherever they are written: a wrong answer and a forbid have them among their own keys. */
export const reactionOf = (parts: {
  reply?: string | string[] | undefined;
  mood?: number | undefined;
  then?: string | undefined;
  after?: string | undefined;
}): Reaction => {
  const replies = parts.reply === undefined ? null : Array.isArray(parts.reply) ? parts.reply : [parts.reply];
  return {
    bursts: replies?.map(toBurst) ?? null,
    mood: parts.mood ?? null,
    then: parts.then ?? null,
    afterS: parts.after === undefined ? null : Number.parseFloat(parts.after),
  };
};

/** The reactions of a beat, a case or a persona. */
export const toReacts = (authored: AuthoredReacts | undefined): Reactions => {
  const reactions = authored ?? {};
  const slots: { [slot in (typeof SLOTS)[number]]?: Reaction } = {};
  for (const slot of SLOTS) {
    const reaction = reactions[slot];
    if (reaction !== undefined) slots[slot] = toReaction(reaction);
  }
  const redLines = toKeyed(reactions['red-line']);
  const redLine: { [code in (typeof RED_LINES)[number] | '*']?: Reaction } = {};
  for (const code of [...RED_LINES, '*'] as const) {
    const reaction = redLines[code];
    if (reaction) redLine[code] = reaction;
  }
  const [first, second, leaving] = reactions.silence ?? [];
  return {
    slots,
    covered: toKeyed(reactions.covered),
    partly: toKeyed(reactions.partly),
    wrong: toKeyed(reactions.wrong),
    redLine,
    silence:
      first !== undefined && second !== undefined && leaving !== undefined
        ? [toReaction(first), toReaction(second), toReaction(leaving)]
        : null,
  };
};

/** Whether a map under `wrong:`, `partly:` … is one reaction for all (`{reply, mood}`), not one for each id. */
export const isOneReaction = (authored: AuthoredKeyed): authored is AuthoredReaction => {
  if (typeof authored === 'string' || Array.isArray(authored)) return true;
  return Object.keys(authored).every((key) => BODY_KEYS.has(key));
};

const toKeyed = (authored: AuthoredKeyed | undefined): Keyed => {
  if (authored === undefined) return {};
  if (isOneReaction(authored)) return { '*': toReaction(authored) };
  return Object.fromEntries(
    Object.entries(authored).flatMap(([id, reaction]) => (reaction === undefined ? [] : [[id, toReaction(reaction)]])),
  );
};

/** `grounds`: the case's, by what a need asks for. */
export const toNeed = (authored: AuthoredNeed, grounds: AuthoredScenario['grounds']): Need => {
  const ground = grounds?.[keyOfNeed(authored)];
  return {
    do: authored.do ?? null,
    with: authored.with ?? {},
    ask: authored.ask ?? null,
    act: authored.act ?? null,
    after: authored.after ?? [],
    untilEnd: authored.until === 'end',
    note: authored.note ?? null,
    ...(authored.or === undefined ? {} : { or: authored.or }),
    ...(authored.undone === undefined ? {} : { undone: reactionOf({ reply: authored.undone }) }),
    ...(ground === undefined ? {} : { ground: toQuotes(ground, null) }),
  };
};

export const toForbid = (authored: AuthoredForbid): Forbid => {
  const hasReaction = authored.reply !== undefined || authored.mood !== undefined;
  return {
    do: authored.do ?? null,
    act: authored.act ?? null,
    with: authored.with ?? {},
    because: authored.because,
    ...(authored.asked && { asked: authored.asked }),
    reaction: hasReaction ? reactionOf({ reply: authored.reply, mood: authored.mood }) : null,
  };
};

/** The deeds in the order in which the desk sees them: an order before its payment, a complaint before its review. */
export const toDeeds = (authored: AuthoredDeeds | undefined): CustomerDeed[] => {
  if (!authored) return [];
  const order = authored['place-order'];
  const { pay, 'open-refund': refund, 'open-complaint': complaint, 'bad-review': review } = authored;
  return [
    ...(order ? [toPlacedOrder(order)] : []),
    ...(pay ? [{ deed: 'pay' as const, order: pay.order ?? null, ...(pay.off && { off: pay.off }) }] : []),
    ...(refund ? [{ deed: 'open-refund' as const, amount: refund.amount ?? null }] : []),
    ...(complaint ? [{ deed: 'open-complaint' as const, level: complaint.level }] : []),
    ...(review ? [{ deed: 'bad-review' as const }] : []),
  ];
};

/**
 * An order placed, with the defaults of its further items. Fields not written stay absent, so that stored content keeps
 * its hash.
 */
export const toPlacedOrder = (order: NonNullable<AuthoredDeeds['place-order']>): PlacedOrder => {
  const { product, sku, qty, more, off, pays, amount } = order;
  return {
    deed: 'place-order',
    product,
    sku: sku ?? null,
    pays,
    amount,
    ...(qty && { qty }),
    ...(off && { off }),
    ...(more && {
      more: more.map(({ product, sku, qty, price, paid }) => ({
        product,
        sku: sku ?? null,
        qty: qty ?? 1,
        price,
        paid: paid ?? null,
      })),
    }),
  };
};
