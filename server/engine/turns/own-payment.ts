/**
 * 您7号59元付的 says what the customer paid for their order: it is no wrong answer to 差价退不退 (RULES J154).
 */
import type { Order } from '#engine/model/content.ts';

const CENTS = 100;
/** 59元付的, 实付59, 您付了59: the figure is what was paid. */
const PAID_BEHIND = /^(?:块|元)?钱?(?:的时候)?(?:付|买|拍|下)(?:的|了|款|单)/;
const PAID_BEFORE = /(?:实付|付了|付的是?|买的是?|拍的是?)[^\d。!?,，]{0,4}$/;

const isOfOrder = (orders: readonly Order[], cents: number): boolean =>
  orders.some(
    ({ total, items }) => total === cents || items.some(({ price, paid }) => price === cents || paid === cents),
  );

/** Whether a figure told in `text` (from `start` on) is what the customer paid, named as that. */
export const isOwnPayment = (
  text: string,
  { start, end }: { start: number; end: number },
  figure: string | undefined,
  orders: readonly Order[],
): boolean => {
  const digits = figure?.match(/^\d+(?:\.\d+)?(?=元|块|$)/)?.[0];
  if (digits === undefined || !isOfOrder(orders, Math.round(Number(digits) * CENTS))) return false;
  const at = text.indexOf(digits, start);
  if (at < 0 || at > end) return false;
  return PAID_BEHIND.test(text.slice(at + digits.length)) || PAID_BEFORE.test(text.slice(0, at));
};
