/**
 * The matter a figure is told of, from the words beside it: the trade's own words by what they mean, all others by
 * their pairs of characters.
 */
import { charWeight } from '#language/points/wordings/text-units.ts';
import { plainOf } from '#language/reading/particles.ts';
import type { Value } from '#language/reading/value.ts';

const list = (words: string): readonly string[] => words.split(' ');

/** Words that agents and cards use for one matter of a shop. */
const TOPICS: readonly (readonly [matter: string, words: readonly string[]])[] = [
  ['coupon', list('券 卷')],
  ['fee', list('运费 邮费 快递费 快递钱 到付')],
  ['stock', list('库存 现货 现有 存货 备货 后台 货有 仓里 只剩 就剩')],
  ['warranty', list('保修 质保 整机保 联保')],
  ['credited', list('到账 到帐 到卡 卡上 打款')],
  ['back', list('退')],
  ['swap', list('换')],
  ['difference', list('差价 退差 差 补差')],
  ['less', list('省 便宜 优惠 少付')],
  ['together', list('合计 一共 总共 加起来 合下来 一起 算下来 共')],
  ['alone', list('单买 分开买 分开拍 单拍')],
  ['paid', list('实付 付 到手')],
  ['ordered', list('下单 下的单 拍的 那单')],
  ['sent', list('发货 发出 发的 天发 日发 照样发 照发 内发 出库 寄出 发走 揽收')],
  ['invoice', list('专票 专用发票')],
  ['gift', list('赠品 扣')],
  ['reported', list('班长')],
  ['led', list('组长')],
  ['managed', list('主管')],
  ['bare', list('净果 净重')],
  ['dated', list('保质期 临期 到期')],
];
/** Least weight with which a pair of characters tells of a matter. */
const MIN_WEIGHT = 0.25;

type Stretch = { start: number; end: number };

/** The words around a figure in its clause; of 报班长10分钟内、报组长30分钟内 only those of its own part. */
export const wordsBeside = (text: string, clause: Stretch, value: Stretch): string => {
  const before = text.slice(clause.start, value.start);
  const after = text.slice(value.end, clause.end);
  const part = after.indexOf('、');
  return `${before.slice(before.lastIndexOf('、') + 1)} ${part < 0 ? after : after.slice(0, part)}`;
};

/** The matters a text is about, by name, with how much each name tells of it. */
export type TopicWeights = ReadonlyMap<string, number>;

export const topicWeightsOf = (text: string): TopicWeights => {
  const weights = new Map<string, number>();
  for (const [topic, words] of TOPICS) if (words.some((word) => text.includes(word))) weights.set(`#${topic}`, 1);
  const plain = plainOf(text, 0, text.length);
  for (let index = 0; index + 1 < plain.length; index++) {
    const weight = Math.min(charWeight(plain.charCodeAt(index)), charWeight(plain.charCodeAt(index + 1)));
    if (weight >= MIN_WEIGHT) weights.set(plain.slice(index, index + 2), weight);
  }
  return weights;
};

const HOUR = 3600;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;

/** Matters that name somebody above the desk, who then keeps the time. */
export const ESCALATION_TOPICS = ['#reported', '#led', '#managed'];
export const isEscalated = (topics: TopicWeights): boolean => ESCALATION_TOPICS.some((word) => topics.has(word));

/** Minutes, hours, days and months are told of different things; 半小时 is told like 30分钟. */
const spanOf = (factor: number, quantity: number): string => {
  if (factor < HOUR || quantity < HOUR) return 'minutes';
  if (factor < DAY) return 'hours';
  return factor < MONTH ? 'days' : 'months';
};

export const SPANS = ['minutes', 'hours', 'days', 'months', 'reply'];
export const STOCK = 'stock';
export const SUM = 'amount';

/** Units that no pieces are counted in: the 1.75L of a blender's name is no stock. */
export const WEIGHED = ['g', 'ml', 'mm', '分贝', '瓦', '度'];

/** The kind within which figures are held against each other: pieces in stock are counted in any unit, a sum may lack its 元. */
export const kindIn = ({ kind, unit, factor = 1, quantity }: Value, topics: TopicWeights): string => {
  if (topics.has('#stock') && (kind === 'measure' || kind === 'number') && !WEIGHED.includes(unit)) return STOCK;
  if (kind === 'duration') return factor < DAY && isEscalated(topics) ? 'reply' : spanOf(factor, quantity);
  return kind === 'number' ? SUM : `${kind}${unit}`;
};

/** A denial right before a figure: 不超过7天. In 没货了就剩3条 and 9点45的没付 the figure isn't denied. */
export const DENIED_BEFORE = /[不没别未非免].{0,3}$/;
