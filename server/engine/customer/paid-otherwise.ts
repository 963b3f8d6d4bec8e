/**
 * An order that comes out otherwise than the trainee has told: the customer takes the size that was agreed, and says so where they
 * paid another sum than they were told (RULES J179, J180).
 */
import type { Bubble, Burst, CustomerDeed } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { Shop } from '#engine/model/shop.ts';

type Placed = Extract<CustomerDeed, { deed: 'place-order' }>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text names a size or colour by itself: 42 in neither 42.5 nor 40-42. */
const names = (text: string, sku: string): boolean =>
  new RegExp(`(?<![\\d.~-])${escaped(sku)}(?!\\.?\\d|[~-])`).test(text);

/**
 * A deed with the size that both sides have named, where nobody has named the author's: 42 all along isn't ordered as 42.5. `skus`:
 * those of the product.
 */
export const withAgreedSku = (deed: CustomerDeed, { said, spoken }: Conversation, { products }: Shop): CustomerDeed => {
  if (deed.deed !== 'place-order' || deed.sku === null) return deed;
  const theirs = Object.keys(spoken);
  const own = said.map(({ text }) => text);
  const { sku } = deed;
  if ([...theirs, ...own].some((text) => names(text, sku))) return deed;
  const skus = products.find(({ id }) => id === deed.product)?.skus ?? [];
  const agreed = skus.filter((one) => theirs.some((text) => names(text, one)) && own.some((text) => names(text, one)));
  return agreed.length === 1 && agreed[0] ? { ...deed, sku: agreed[0] } : deed;
};

/** Cents of the sums of money that a text tells: 39块8, 41.8, 389元. A range, a size or a code has none. */
const SUMS =
  /(?<![\d.A-Za-z~:：-])(\d{1,5})(?:(?:块|元)([1-9])(?!\d)|(?:\.(\d{1,2}))?)(?![\d:：~-])(?!\s*(?:码|号|点|天|双|只|台|月|日|年|%|折|小时|分钟|套|件|箱|公斤|斤|分))/g;
const sumsIn = (text: string): number[] =>
  [...text.matchAll(SUMS)].map(([, whole, tenth, rest]) =>
    Math.round(Number(`${whole}.${tenth ?? rest ?? '0'}`) * 100),
  );

/** A sum so near the one paid was told as the one to pay; a price or a threshold mostly lies further off. */
const NEAR = 0.1;

/** The sums on the way to what is paid: the goods', and what is left of it after each thing taken off. */
const onTheWay = ({ amount, off = [] }: Placed): ReadonlySet<number> => {
  const rests = [amount];
  for (const one of off) rests.push(...rests.map((sum) => sum + one.amount));
  return new Set(rests);
};

/** 389拿走, 一共付389, 到手389: words that say what is paid in the end. */
const TELLS_TOTAL = /到手|实付|一共|总共|合计|拿走|拿下|付|券后|用.{0,3}券|算下来|最后/;

/** The sum in cents last told as the one to pay, where the one that was paid never was; null where there is none. */
export const toldInstead = (deed: CustomerDeed, { said }: Pick<Conversation, 'said'>): number | null => {
  if (deed.deed !== 'place-order' || !deed.pays) return null;
  const told = said.flatMap(({ text }) => (TELLS_TOTAL.test(text) ? sumsIn(text) : []));
  const known = onTheWay(deed);
  if (said.some(({ text }) => sumsIn(text).includes(deed.amount))) return null;
  const isNear = (sum: number): boolean => Math.abs(sum - deed.amount) <= NEAR * deed.amount;
  return told.findLast((sum) => isNear(sum) && !known.has(sum)) ?? null;
};

const yuan = (cents: number): string => String(cents / 100);

/** 怎么是399 你不是说389吗: what the customer says of a sum that isn't the one they were told. */
export const mindsSum = (paid: number, told: number): Burst => [
  { kind: 'text', text: `怎么是${yuan(paid)} 你不是说${yuan(told)}吗` },
];

/** Whether a bubble names the sum that was paid, as if it had been expected. */
export const namesSum = (bubble: Bubble, paid: number): boolean =>
  bubble.kind === 'text' && sumsIn(bubble.text).includes(paid);
