import type { WireDeed } from '#contract/wire/deeds.ts';
import type { WireRush } from '#contract/wire/rush.ts';
import type {
  MoodWord,
  WireBubble,
  WireEvent,
  WireOrder,
  WireResultLine,
  WireStoryTime,
} from '#contract/wire-events.ts';
import { type ResultLine, resultLines, resultWords } from '#engine/clocks/action-result.ts';
import type { Bubble, ContentData, CustomerDeed, Order, Scenario } from '#engine/model/content.ts';
import { pictureOf } from '#engine/model/customer-pictures.ts';
import { asDue } from '#engine/model/placed-orders.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import type { OpenedRush } from '#engine/model/rush.ts';
import type { ActionSpec, Shop } from '#engine/model/shop.ts';
import { storyAt } from '#engine/model/story-time.ts';
import { buyerOf, isByOther } from './buyer.ts';

type DrillOpened = Extract<WireEvent, { kind: 'drill-opened' }>;

/** Five words for mood 0–100; the number itself is the answer key. */
export const moodWord = (mood: number): MoodWord => {
  if (mood < 20) return 'angry';
  if (mood < 40) return 'upset';
  if (mood < 60) return 'anxious';
  return mood < 80 ? 'calm' : 'pleased';
};

export const productName = (shop: Shop, id: string): string =>
  shop.products.find((product) => product.id === id)?.name ?? id;

/** The shape a picture takes in the thread when nothing is known of it but its name. */
const UNKNOWN_PICTURE_SIZE = { width: 360, height: 240 };

export const presentBubble = (
  { shop, pictures }: { shop: Shop } & Pick<ContentData, 'pictures'>,
  orders: readonly Order[],
  bubble: Bubble,
): WireBubble => {
  switch (bubble.kind) {
    case 'text':
      return { kind: 'text', text: bubble.text };
    case 'product': {
      const product = shop.products.find(({ id }) => id === bubble.product);
      return {
        kind: 'product',
        product: bubble.product,
        name: product?.name ?? bubble.product,
        price: product?.price ?? 0,
      };
    }
    case 'order':
      return { kind: 'order', order: bubble.order ?? orders[0]?.id ?? '' };
    case 'picture': {
      const knownPicture = pictureOf({ pictures }, bubble.picture);
      if (knownPicture === null)
        return { kind: 'picture', picture: bubble.picture, alt: bubble.picture, ...UNKNOWN_PICTURE_SIZE };
      const { picture, alt, width, height } = knownPicture;
      return { kind: 'picture', picture, alt, width, height };
    }
  }
};

/** An order as the panel shows it: without the inside notes, and without what must not be said aloud. */
export const presentOrder = (shop: Shop, scenario: Scenario, stored: Order): WireOrder => {
  const order = asDue(stored, shop);
  const { fullNo, credit, receiver, phone, address } = buyerOf(scenario, shop.platform, order);
  return {
    id: order.id,
    no: order.no,
    ...(fullNo !== null && { fullNo }),
    ...(credit !== null && { credit }),
    ...(isByOther(scenario, order) && { byOther: true as const }),
    status: order.status,
    placed: order.placed,
    paidOn: order.paidOn,
    shippedOn: order.shippedOn,
    signedOn: order.signedOn,
    ...{ receiver, phone, address },
    insured: order.insured,
    items: order.items.map(({ product, sku, qty, price, paid }) => ({
      product,
      name: productName(shop, product),
      sku,
      qty,
      price,
      paid,
    })),
    gifts: order.gifts.map(({ product, price }) => ({ product, name: productName(shop, product), price })),
    off: order.off.map(({ card, amount }) => ({
      card,
      title:
        shop.policies.find(({ id }) => id === card)?.title ?? shop.coupons.find(({ id }) => id === card)?.name ?? card,
      amount,
    })),
    total: order.total,
    ...(order.remark && { remark: { note: order.remark.note, flag: order.remark.flag } }),
  };
};

/** What a customer did, for the desk's grey line. */
export const presentDeed = (shop: Shop, deed: CustomerDeed): WireDeed => {
  switch (deed.deed) {
    case 'place-order':
      return {
        kind: 'place-order',
        items: [{ ...deed, qty: deed.qty ?? 1 }, ...(deed.more ?? [])].map(({ product, sku, qty }) => ({
          name: productName(shop, product),
          sku,
          qty,
        })),
        amount: deed.amount,
        paid: deed.pays,
      };
    case 'open-refund':
      return { kind: 'open-refund', amount: deed.amount };
    case 'open-complaint':
      return { kind: 'open-complaint', level: deed.level };
    case 'pay':
    case 'bad-review':
      return { kind: deed.deed };
    case 'rate':
      return { kind: 'rate', stars: deed.stars };
  }
};

/**
 * What each stored line of an operation's answer says. Null where the line is the case's own words, or has other words
 * than the desk says today: a log of before is shown as it is.
 */
export const presentResult = (
  spec: ActionSpec | undefined,
  { orders, result }: { orders: readonly Order[]; result: readonly string[] },
): (WireResultLine | null)[] => {
  if (spec === undefined) return result.map(() => null);
  const lines = resultLines(spec, orders, spec.overnight !== undefined && result[0] === spec.overnight.done);
  return result.map((storedLine, n) => {
    const line = lines[n];
    if (line !== undefined && resultWords(spec, line) === storedLine) return presentLine(line);
    // A remark of before on who has no order: the operation's own sentence, which each page words.
    return storedLine === spec.done ? { kind: 'done' } : null;
  });
};

const presentLine = (line: ResultLine): WireResultLine | null => {
  switch (line.kind) {
    case 'done':
    case 'done-overnight':
    case 'no-notes':
    case 'no-order':
    case 'no-answer-here':
      return { kind: line.kind };
    case 'order': {
      const { no, status, latest } = line;
      return { kind: 'order', no, status, latest: latest && { step: latest.step, on: latest.on } };
    }
    case 'content':
      return null;
  }
};

/** Response limits by the number of customers at once, and when the wait meter warns at the latest (RULES Q39). */
export const presentLimits = ({ tiers, meter }: Rubric): Pick<DrillOpened, 'tiers' | 'meter'> => ({
  tiers: tiers.map(({ upTo, excellentS, passS, failS }) => ({ upTo, excellentS, passS, failS })),
  ...(meter && { meter }),
});

/** The rush a drill was opened as: when it ends and how the queue works, not who comes. */
export const presentRush = ({
  profile,
  level,
  minutes,
  dial,
  capacity,
  closingMs,
  colleagueAfterMs,
  greeting,
  handoverMs,
  handoverEach,
}: OpenedRush): WireRush => {
  const { eachMs = 0, mostMs = handoverMs ?? 0 } = handoverEach ?? {};
  return {
    ...{ profile, level, minutes, dial, capacity, closingMs, colleagueAfterMs, greeting },
    ...(handoverMs !== undefined && { handover: { leastMs: handoverMs, eachMs, mostMs } }),
  };
};

type Shown = { shop: Shop } & Pick<ContentData, 'pictures'>;

/** Who comes in, as the desk's list and side panel show it. */
export const whoArrives = (scenario: Scenario, shown: Shown, orders: readonly Order[]) => {
  const { customer } = scenario;
  return {
    name: customer.name,
    scenario: scenario.id,
    type: scenario.type,
    shop: scenario.shop,
    regular: customer.regular,
    enters: customer.enters,
    past: customer.past.map(({ on, product, note }) => ({ on, product, name: productName(shown.shop, product), note })),
    before: scenario.before.map(({ when, by, name, says }) => ({
      when,
      by,
      name,
      bubbles: says.map((bubble) => presentBubble(shown, orders, bubble)),
    })),
  };
};

/** What a clock on the desk's wall would show so long after the customer came: 2026-11-12, 14:05. Milliseconds, minutes. */
export const storyTimeIn = (scenario: Scenario, sinceArrivalMs: number, jumpedMin: number): WireStoryTime => {
  const { date, minute } = storyAt(scenario, Math.max(0, sinceArrivalMs), jumpedMin);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return { date, time: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}` };
};
