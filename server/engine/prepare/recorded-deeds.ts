/** Operations that an order's own notes tell as done before the drill (RULES T213). */
import type { Order } from '#engine/model/content.ts';
import { spansOf } from '#language/deeds/deeds.ts';
import { folded } from '#language/reading/folded.ts';

const CLAUSE_ENDS = /[，。；！、,;]/;
const TOLD_DONE = /[已了过]/;
const NOT_DONE = /[待未没等]|申请|可以/;

/**
 * Whether a note of the orders tells something as done (退包装费9.3元，已提交，原路退回) in one of these words for an operation, their
 * parts in any order (首次换码已同意).
 */
export const isInNotes = (orders: readonly Pick<Order, 'inside'>[], named: readonly string[]): boolean => {
  const words = named.map((word) => folded(word).split('…'));
  const isNamedIn = (clause: string): boolean =>
    !NOT_DONE.test(clause) &&
    words.some((word) => spansOf(clause, word).length > 0 || word.every((part) => clause.includes(part)));
  return orders.some(({ inside }) =>
    inside.some(({ note }) => TOLD_DONE.test(note) && folded(note).split(CLAUSE_ENDS).some(isNamedIn)),
  );
};

/**
 * Whether an order stands as one of these operations would leave it, without anybody having clicked: 没付款已经取消了 tells that
 * the order closed by itself (RULES T243).
 */
export const isInStatus = (orders: readonly Pick<Order, 'status'>[], deeds: readonly string[]): boolean =>
  deeds.includes('cancel-order') && orders.some(({ status }) => status === 'cancelled');
