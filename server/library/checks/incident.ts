/** What an announcement changes of a good, whether it says so itself, and whether the notes of an order say the same. */
import { say } from '#i18n/say.ts';
import { type CaseCheck, ordersOf } from '#library/view/case-view.ts';

const CENTS_A_YUAN = 100;

export const checkIncident: CaseCheck = function* ({ authored: { incident } }) {
  const { notice = '', changes } = incident ?? {};
  if (changes === undefined) return;
  const { price, stock } = changes;
  const path = ['incident', 'changes'];
  const yuan = String((price ?? 0) / CENTS_A_YUAN);
  const figures: readonly string[] = notice.match(/\d+(?:\.\d+)?/g) ?? [];
  const isSaid = price === undefined || figures.includes(yuan);
  if (price === undefined && stock === undefined)
    yield { code: 'notice-change', path, message: say('checker:notice.nothing') };
  if (!isSaid || notice === '') yield { code: 'notice-change', path, message: say('checker:notice.unsaid', { yuan }) };
};

/** A price that an order's note tells as the one of now: 由489元改为459元, 今天起调到97元. */
const PRICE_NOW = /(?:改为|改成|调到|调为|降到|降为)(\d+(?:\.\d+)?)元/gu;

/**
 * A note on an order tells no other price of now than the goods page: that of the shop, or what the case's own announcement
 * changes it to, from the minute of that announcement on (RULES K13).
 */
export const checkNotedPrices: CaseCheck = function* ({ authored, shop }) {
  const { incident, story, figures = [] } = authored;
  const { product: changed, price: changedPrice } = incident?.changes ?? {};
  const now = `${story?.date?.slice(5)} ${story?.time}`;
  for (const { order, path } of ordersOf(authored)) {
    const [first, ...others] = new Set(order.items.map(({ product }) => product));
    const listed = shop?.products.find(({ id }) => id === first)?.price;
    // Of several goods nobody knows here which one a note is about.
    if (listed === undefined || others.length > 0) continue;
    const isAnnounced = changed === first && changedPrice !== undefined;
    const page = isAnnounced ? changedPrice : listed;
    for (const [index, { on, note }] of (order.inside ?? []).entries())
      for (const [, figure] of note.matchAll(PRICE_NOW)) {
        const here = Math.round(Number(figure) * CENTS_A_YUAN);
        const isAfter = !isAnnounced || on >= now;
        if ((here === page && isAfter) || figures.some(({ amount }) => amount === here)) continue;
        yield {
          code: 'notice-change',
          path: [...path, 'inside', index, 'note'],
          message: say(here === page ? 'checker:notice.before' : 'checker:notice.noted', {
            here: String(here / CENTS_A_YUAN),
            listed: String(page / CENTS_A_YUAN),
          }),
        };
      }
  }
};
