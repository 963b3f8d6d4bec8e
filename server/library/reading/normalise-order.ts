/** Orders and times as the panel shows them. */
import type { Order, OrderStatus } from '#engine/model/content.ts';
import type { AuthoredOrder } from '#library/schema/scenario.ts';

export type Story = { date: string; time: string } | null;

const MINUTES = { s: 1 / 60, m: 1, h: 60, d: 1440 } as const;

/** "-25m" → "11-12 09:40" by the story's clock; anything else stands as written. */
export const toWhen = (text: string, story: Story): string => {
  const match = /^-(\d+(?:\.\d+)?)([smhd])$/.exec(text);
  const [, value, unit] = match ?? [];
  if (!story || value === undefined || (unit !== 's' && unit !== 'm' && unit !== 'h' && unit !== 'd')) return text;
  // Read and written as UTC, so that the machine's own time zone can't move it.
  const start = Date.parse(`${story.date}T${story.time}:00Z`);
  const moment = new Date(start - Number.parseFloat(value) * MINUTES[unit] * 60_000).toISOString();
  return `${moment.slice(5, 10)} ${moment.slice(11, 16)}`;
};

/** The price of the goods less the amounts taken off, in cents. */
export const sumOf = (authored: AuthoredOrder): number => {
  const goods = authored.items.reduce((sum, item) => sum + item.price * (item.qty ?? 1), 0);
  return (authored.off ?? []).reduce((sum, { amount }) => sum - amount, goods);
};

export const toOrder = (authored: AuthoredOrder, story: Story): Order => {
  const whenText = (text: string | undefined) => (text === undefined ? null : toWhen(text, story));
  return {
    id: authored.id ?? 'order',
    no: authored.no,
    status: authored.status ?? statusOf(authored),
    placed: whenText(authored.placed),
    paidOn: whenText(authored['paid-on']),
    shippedOn: whenText(authored['shipped-on']),
    signedOn: whenText(authored['signed-on']),
    receiver: authored.receiver ?? null,
    phone: authored.phone ?? null,
    address: authored.address ?? null,
    insured: authored.insured ?? false,
    items: authored.items.map((item) => ({
      product: item.product,
      sku: item.sku ?? null,
      qty: item.qty ?? 1,
      price: item.price,
      paid: item.paid ?? null,
    })),
    gifts: authored.gifts ?? [],
    off: authored.off ?? [],
    total: authored.total ?? sumOf(authored),
    inside: (authored.inside ?? []).map(({ on, note }) => ({ on: toWhen(on, story), note })),
    ...(authored.tracking && { tracking: authored.tracking.map(({ on, note }) => ({ on: toWhen(on, story), note })) }),
    secret: authored.secret ?? [],
  };
};

/** The latest status that the written dates allow. */
const statusOf = (authored: AuthoredOrder): OrderStatus => {
  if (authored['signed-on'] !== undefined) return 'signed';
  if (authored['shipped-on'] !== undefined) return 'shipped';
  return authored['paid-on'] !== undefined || authored.items.some(({ paid }) => paid !== undefined) ? 'paid' : 'unpaid';
};
