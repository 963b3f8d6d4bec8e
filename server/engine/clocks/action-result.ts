/**
 * What the desk answers to an operation. The log keeps the words; what they say is made anew from the operation and the
 * orders, so that a page can word the desk's own lines in its reader's language.
 */
import type { Order } from '#engine/model/content.ts';
import type { ActionSpec } from '#engine/model/shop.ts';

/** One line of the answer. `content`: words of the case, which nobody words otherwise. */
export type ResultLine =
  | { kind: 'done' }
  /** Answered on the next day only. */
  | { kind: 'done-overnight' }
  | { kind: 'no-notes' }
  /** Of a remark on somebody who has no order. */
  | { kind: 'no-order' }
  /** Of a report: its answer comes to no desk, so the customer is to be told by when they hear (RULES J201). */
  | { kind: 'no-answer-here' }
  | { kind: 'order'; no: string; status: Order['status']; latest: { step: 'signed' | 'shipped'; on: string } | null }
  | { kind: 'content'; text: string };

const STATUS: Readonly<Record<Order['status'], string>> = {
  unpaid: '待付款',
  paid: '已付款，待发货',
  shipped: '运输中',
  signed: '已签收',
  cancelled: '已取消',
};

const STEP = { signed: '签收', shipped: '发出' } as const;

const content = (text: string): ResultLine => ({ kind: 'content', text });

/** What is last known of an order's way; null before it left. */
const latestOf = ({ signedOn, shippedOn }: Order): Extract<ResultLine, { kind: 'order' }>['latest'] => {
  if (signedOn) return { step: 'signed', on: signedOn };
  return shippedOn ? { step: 'shipped', on: shippedOn } : null;
};

/** Whether an operation asks somebody above the desk, who answers later. */
export const isReport = ({ reports }: ActionSpec): boolean => reports !== undefined && reports !== 'A';

/** The lines of an operation's answer; `orders` as they are after it. */
export const resultLines = (spec: ActionSpec, orders: readonly Order[], overnight = false): readonly ResultLine[] => {
  if (spec.id === 'check-order') {
    const notes = orders.flatMap(({ inside, no }) => inside.map(({ on, note }) => content(`${no} ${on} ${note}`)));
    return notes.length > 0 ? notes : [{ kind: 'no-notes' }];
  }
  if (spec.id === 'check-logistics')
    return orders.flatMap((order): ResultLine[] => [
      { kind: 'order', no: order.no, status: order.status, latest: latestOf(order) },
      ...(order.tracking ?? []).map(({ on, note }) => content(`${on} ${note}`)),
    ]);
  if (spec.id === 'remark' && orders.length === 0) return [{ kind: 'no-order' }];
  const done: ResultLine = { kind: overnight ? 'done-overnight' : 'done' };
  return isReport(spec) ? [done, { kind: 'no-answer-here' }] : [done];
};

/** The words of a line, as the log keeps them. */
export const resultWords = (spec: ActionSpec, line: ResultLine): string => {
  switch (line.kind) {
    case 'done':
      return spec.done;
    case 'done-overnight':
      return spec.overnight?.done ?? spec.done;
    case 'no-notes':
      return '没有内部备注';
    case 'no-order':
      return '这位还没有订单，备注记在客户名下，下一班看得到';
    case 'no-answer-here':
      return '这一场台面上收不到回音：跟客户说清几点前回，到点还没有也照实说';
    case 'order': {
      const latest = line.latest === null ? [] : [`${STEP[line.latest.step]} ${line.latest.on}`];
      return [line.no, STATUS[line.status], ...latest].join(' · ');
    }
    case 'content':
      return line.text;
  }
};
