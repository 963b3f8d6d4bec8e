/**
 * A play as its trainee sees it, up to the customer's next burst: nothing here comes from the private log but through
 * `present.ts`, so that whoever plays step by step has seen no key.
 */
import type { ShopBody } from '#contract/bodies.ts';
import type { WireBubble, WireEvent, WireOrder } from '#contract/wire-events.ts';
import { createPresenter } from '#drills/present/present.ts';
import type { Scenario } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/cast.ts';

/**
 * The events up to where the trainee would act next: the customer's burst that follows the trainee's last message or
 * operation, whole. Without an answer from the customer the log is shown to its end.
 */
export function untilNextBurst(events: readonly DrillEvent[]): readonly DrillEvent[] {
  const last = events.findLastIndex(({ kind }) => kind === 'trainee-said' || kind === 'action-done');
  const quiet = events.find(({ kind }) => kind === 'quiet-begun' || kind === 'customer-said');
  // Where the trainee writes first nobody is waited for: what a customer says to a trainee who stays silent comes too late.
  if (last < 0 && quiet?.kind === 'quiet-begun') return events.filter(({ at }) => at <= quiet.at);
  const end = events.findIndex((event, at) => at > last && event.kind === 'customer-said' && event.last);
  if (end < 0) return events;
  const until = events[end]?.at ?? 0;
  return events.filter((event, at) => at <= end || event.at <= until);
}

/** The start card in a line: all that a trainee is told of a case. */
export const startLine = ({ title, minutes, teaches }: Scenario): string =>
  `# ${title}（${minutes} 分钟）练什么：${teaches}`;

/** Whether the talk goes on: after a bare 嗯 it looks over, and the customer is still there; after an end a goodbye is left. */
export function stateLine(shown: readonly DrillEvent[]): string {
  if (shown.some(({ kind }) => kind === 'drill-ended')) return '';
  const last = shown.findLast(({ kind }) => kind === 'ending-reached' || kind === 'customer-arrived');
  return last?.kind === 'ending-reached'
    ? '（客户的事到这里了：可以道一句别）'
    : '（会话还开着：可以接着回，不回的话客户过一会儿会再说话）';
}

/** The thread in lines: `seconds  who  text`. */
export const threadLines = (content: Content, events: readonly DrillEvent[]): string[] =>
  threadParts(content, events).flatMap(({ lines }) => lines);

/** Each event with its lines, none for what a trainee isn't shown. */
export function threadParts(
  content: Content,
  events: readonly DrillEvent[],
): { event: DrillEvent; lines: readonly string[] }[] {
  const present = createPresenter(content);
  return events.map((event) => ({ event, lines: present(event).flatMap(lineOf) }));
}

function lineOf(event: WireEvent): string[] {
  const line = (who: string, text: string) => [
    `${(event.at / 1000).toFixed(1).padStart(7)}  ${who.padEnd(8, '　')} ${text.replaceAll('\n', ' ⏎ ')}`,
  ];
  switch (event.kind) {
    case 'customer-arrived':
      return [
        ...event.past.flatMap((one) => line('买过', `${one.on} ${one.name} ${one.note ?? ''}`)),
        ...event.before.flatMap((one) =>
          one.bubbles.flatMap((bubble) => line(one.when, `${one.name ?? one.by}：${bubbleText(bubble)}`)),
        ),
        ...line('来客', `${event.name}${event.regular ? '（老客）' : ''} ${event.enters ?? ''}`),
        ...event.orders.flatMap((order) => line('订单', orderText(order))),
      ];
    case 'customer-said':
      return line('客户', bubbleText(event.bubble));
    case 'bystander-said':
      return line(event.name, event.text);
    case 'customer-did':
      return [...line('客户操作', event.text), ...event.orders.flatMap((order) => line('订单', orderText(order)))];
    case 'trainee-said':
      return line('我', event.text);
    case 'action-done':
      return line('我点了', [event.title, JSON.stringify(event.with), ...event.result].join(' '));
    case 'story-jumped':
    case 'shop-notice':
      return line('', event.text);
    case 'status-changed':
      return event.status === 'away' || event.status === 'closed' ? line('', `会话：${event.status}`) : [];
    case 'drill-ended':
      return line('', '演练结束');
    default:
      return [];
  }
}

function bubbleText(bubble: WireBubble): string {
  if (bubble.kind === 'text') return bubble.text;
  if (bubble.kind === 'product') return `〔商品 ${bubble.name} ${yuan(bubble.price)}〕`;
  return bubble.kind === 'order' ? `〔订单 ${bubble.order}〕` : `〔图片：${bubble.alt}〕`;
}

const yuan = (cents: number): string => `¥${(cents / 100).toFixed(2)}`;

function orderText(order: WireOrder): string {
  const items = order.items.map(
    ({ name, sku, qty, price, paid }) =>
      `${name} ${sku ?? ''} ×${qty} ${yuan(price)}${paid === null ? '' : ` 实付${yuan(paid)}`}`,
  );
  const days = [
    order.placed && `下单 ${order.placed}`,
    order.paidOn && `付款 ${order.paidOn}`,
    order.shippedOn && `发货 ${order.shippedOn}`,
    order.signedOn && `签收 ${order.signedOn}`,
  ].filter((day) => typeof day === 'string' && day !== '');
  const gifts = order.gifts.map(({ name, price }) => `赠品 ${name} ${yuan(price)}`);
  const off = order.off.map(({ title, amount }) => `优惠 ${title} −${yuan(amount)}`);
  return [
    `${order.id} ${order.no} ${order.status}${order.insured ? ' 有运费险' : ''}`,
    ...items,
    ...gifts,
    ...off,
    `合计 ${yuan(order.total)}`,
    ...days,
    [order.receiver, order.phone, order.address].filter((one) => one !== null).join(' '),
  ].join(' | ');
}

/** The shop as the desk's side pages show it: goods, cards, quick replies, what one may decide, operations with their fields. */
export function shopLines(shop: ShopBody): string[] {
  return [
    `# ${shop.name}（${shop.platformName}）${shop.hours.join('–')} ${shop.role}`,
    '',
    '## 商品',
    ...shop.products.flatMap((one) => [
      `- ${one.id} ${one.name} ${yuan(one.price)}${one.stock === null ? '' : ` 库存${one.stock}`} ${one.skus.join('/')}`,
      ...one.facts.map((fact) => `  · ${fact}`),
      ...one.doubts.map(({ asks, answer }) => `  问：${asks} 答：${answer}`),
    ]),
    '',
    '## 政策卡',
    ...shop.policies.map(({ id, title, text }) => `- ${id} ${title}：${text}`),
    '',
    '## 权限',
    ...shop.authority.map(({ level, text }) => `- ${level} ${text}`),
    '',
    '## 优惠券',
    ...shop.coupons.map(({ id, name, amount, least }) => `- ${id} ${name} −${yuan(amount)}（满${yuan(least)}）`),
    '',
    '## 话术（say 换成 quick-reply: id）',
    ...shop.quickReplies.map(({ id, title, text }) => `- ${id} ${title}：${text}`),
    '',
    '## 操作（do: [{action: id, 字段: 值}]，金额以分计）',
    ...shop.actions.map(({ id, title, fields }) => {
      const parts = fields.map(({ name, kind, required, choices }) => {
        const values = choices.map(({ value, title: label }) => `${value}=${label}`).join('/');
        return `${name}${required ? '' : '?'}:${kind}${values === '' ? '' : `(${values})`}`;
      });
      return `- ${id} ${title} ${parts.join(' ')}`;
    }),
  ];
}
