/** What a trainee can read in a case, by place: cards, goods, quick replies, operations, coupons, order, shop, customer. */
import type { Order } from '#engine/model/content.ts';
import type { ActionSpec, Product } from '#engine/model/shop.ts';
import type { Library } from '#library/load.ts';
import { toOrder } from '#library/reading/normalise-order.ts';
import { type CaseView, deedsOf, ordersOf, plainLinesOf } from './case-view.ts';

/** Places that are no id of the shop's. */
export const ORDER = 'order';
export const SHOP = 'shop';
export const CUSTOMER = 'customer';

/** The words the order panel has for them. */
const STATUS: Readonly<Record<Order['status'], string>> = {
  unpaid: '待付款',
  paid: '待发货',
  shipped: '已发货',
  signed: '已签收',
  cancelled: '已取消',
};
const CENTS = 100;
const yuan = (cents: number): string => `${cents / CENTS}元`;
const textsGiven = (all: readonly (string | null | undefined)[]): string[] => all.flatMap((text) => text ?? []);

/** By place the texts that stand there. */
export const readableIn = (view: CaseView, library: Library): ReadonlyMap<string, readonly string[]> => {
  const { shop, actions, authored } = view;
  const traps = new Set(library.remarks.flatMap(({ phrase, trap }) => (trap ? [phrase] : [])));
  const offered = (shop?.actions ?? []).flatMap((id) => actions.get(id) ?? []);
  return new Map<string, readonly string[]>([
    ...(shop?.policies ?? []).map(({ id, title, text }): [string, string[]] => [id, [title, text]]),
    ...(shop?.products ?? []).map((product): [string, string[]] => [product.id, onPage(product)]),
    // A trap mustn't be sent as it is, so it can't be the ground of anything.
    ...(shop?.quickReplies ?? [])
      .filter(({ id }) => !traps.has(id))
      .map(({ id, title, text }): [string, string[]] => [id, [title, text]]),
    ...(shop?.coupons ?? []).map(({ id, name }): [string, string[]] => [id, [name]]),
    ...offered.map((action): [string, string[]] => [action.id, onForm(action)]),
    [ORDER, onOrders(view)],
    [
      SHOP,
      textsGiven([
        ...(shop?.authority ?? []).map(({ text }) => text),
        shop?.voice,
        shop?.role,
        shop?.hours.join('到'),
        authored.incident?.notice,
      ]),
    ],
    [CUSTOMER, [...plainLinesOf(authored).map(({ line }) => line), ...picturesSent(view, library)]],
  ]);
};

const onPage = ({ name, price, stock, skus, facts, doubts }: Product): string[] => [
  name,
  yuan(price),
  stock === null ? '有货' : `库存${stock}`,
  ...skus,
  ...facts,
  ...doubts.flatMap(({ asks, answer }) => [asks, answer]),
];

const onForm = ({ title, done, fields }: ActionSpec): string[] => [
  title,
  done,
  ...fields.flatMap((field) => [field.title, ...field.choices.map((choice) => choice.title)]),
];

const PICTURE = /〔pic ([^〕]+)〕/g;

/** The words for customers' pictures. They are read aloud to people who can't see, so every trainee has them. */
const picturesSent = ({ authored }: CaseView, library: Library): string[] => {
  const picturesShown = new Map((library.files.pictures.value ?? []).map(({ id, alt }) => [id, alt]));
  return [
    ...plainLinesOf(authored).flatMap(({ line }) => [...line.matchAll(PICTURE)].map(([, id = '']) => id)),
    ...Object.values(authored.customer.knows ?? {}).flatMap(({ picture }) => picture ?? []),
  ].flatMap((id) => picturesShown.get(id) ?? []);
};

const onOrders = ({ authored, shop }: CaseView): string[] => {
  const orderTexts = (id: string): string => shop?.products.find((product) => product.id === id)?.name ?? id;
  const orders = ordersOf(authored).map(({ order }) => toOrder(order, authored.story ?? null));
  return [
    ...orders.flatMap((order) => onOrder(order, orderTexts)),
    ...(authored.customer.past ?? []).flatMap(({ on, product, note }) => textsGiven([on, orderTexts(product), note])),
    ...deedsOf(authored).flatMap(({ does }) => {
      const placed = does['place-order'];
      return placed ? textsGiven([orderTexts(placed.product), placed.sku, yuan(placed.amount)]) : [];
    }),
  ];
};

const onOrder = (order: Order, fieldTexts: (id: string) => string): string[] => [
  ...textsGiven([order.no, STATUS[order.status], order.placed, order.paidOn, order.shippedOn, order.signedOn]),
  ...textsGiven([order.receiver, order.phone, order.address, order.insured ? '运费险' : null]),
  ...order.items.flatMap(({ product, sku, qty, price, paid }) =>
    textsGiven([fieldTexts(product), sku, `×${qty}`, yuan(price), paid === null ? null : yuan(paid)]),
  ),
  ...order.gifts.flatMap(({ product, price }) => [fieldTexts(product), yuan(price)]),
  ...order.off.map(({ amount }) => yuan(amount)),
  yuan(order.total),
  ...[...order.inside, ...(order.tracking ?? [])].flatMap(({ on, note }) => [`${on} ${note}`]),
];
