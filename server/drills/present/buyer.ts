/**
 * What a platform's order panel shows beside what the author wrote: the whole order number, the buyer's credit, and
 * receiver, phone and district with their stars. Reckoned from the case and its variant alone, so that a replay shows the
 * same; nothing rests on it, and where the case speaks of such a thing it is the author's (RULES Z26).
 */
import type { Order, Scenario } from '#engine/model/content.ts';
import { randomAt } from '#engine/model/random.ts';

/** Whether another account than the one that asks placed this order. One that it places in the course of the drill is its own. */
export const isByOther = ({ customer, orders }: Scenario, { id }: Order): boolean =>
  customer.ownsOrder === false && orders.some((order) => order.id === id);

export type BuyerCredit = { kind: 'heart' | 'diamond'; n: number };
export type Buyer = Pick<Order, 'receiver' | 'phone' | 'address'> & {
  fullNo: string | null;
  credit: BuyerCredit | null;
};

const SURNAMES = '陈林黄张李吴刘蔡杨许郑谢郭曾周叶苏徐孙马朱胡高何罗宋唐韩冯邓曹彭萧田董袁潘蒋余杜程魏吕丁任姚'.split(
  '',
);
const PHONE_HEADS = ['135', '136', '137', '138', '139', '150', '151', '158', '159', '177', '186', '187', '188', '189'];
/** Where every shop delivers and no rule of a remote area holds. */
const DISTRICTS = [
  '浙江省 杭州市 余杭区',
  '浙江省 嘉兴市 南湖区',
  '江苏省 苏州市 吴中区',
  '江苏省 常州市 武进区',
  '上海市 闵行区',
  '广东省 佛山市 顺德区',
  '广东省 惠州市 惠城区',
  '福建省 泉州市 丰泽区',
  '山东省 潍坊市 奎文区',
  '河南省 洛阳市 涧西区',
  '湖北省 宜昌市 西陵区',
  '湖南省 株洲市 天元区',
  '江西省 赣州市 章贡区',
  '安徽省 芜湖市 镜湖区',
  '四川省 绵阳市 涪城区',
  '陕西省 咸阳市 秦都区',
];

/** What a case says itself, in any line that somebody reads, is left to it. */
const SPEAKS_OF = {
  name: /姓|收[货件]人|名字|我叫|本人|先生|女士|署名/,
  phone: /电话|手机号|号码|来电|打给|短信|1\d{2}\*{2,4}\d{4}/,
  place:
    /地址|收货|省内|省外|跨省|外省|省份|城市|市区|县城|乡镇|镇上|村[里口]|小区|[地片郊山]区|老家|宿舍|学校|公司|单位|搬家|驿站|柜|丰巢|代收|偏远|异地|同城|当地|转运|分拨|中转|次日|几天[能会才]?到|多久[能会才]?到|时候[能会才]?到|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙|宁夏|新疆|西藏|东北|江浙沪|广州|深圳|东莞|佛山|杭州|宁波|温州|义乌|南京|苏州|无锡|成都|武汉|西安|长沙|郑州|青岛|济南|厦门|福州|泉州|合肥|南昌|昆明|贵阳|南宁|沈阳|大连|哈尔滨|长春|石家庄|太原|兰州/,
};
/** What only the judge reads: words a trainee might say, and no fact of the case. */
const JUDGES: ReadonlySet<string> = new Set([
  'cues',
  'given',
  'also',
  'exemplars',
  'contradicts',
  'wrongs',
  'ground',
  'teaches',
]);
/** 刘师傅, 老周: somebody's surname, perhaps the buyer's; a nickname with one of these characters may be meant so, too. */
const HAS_SURNAME = new RegExp(`[${SURNAMES.join('')}]`);
const CALLED = new RegExp(`[老小阿][${SURNAMES.join('')}]|[${SURNAMES.join('')}](?:师傅|老师|姐|哥|总|阿姨|叔)`);
type Told = Record<keyof typeof SPEAKS_OF, boolean>;
const toldOf = new WeakMap<Scenario, Told>();

const toldIn = (scenario: Scenario): Told => {
  const known = toldOf.get(scenario);
  if (known !== undefined) return known;
  const text = JSON.stringify(scenario, (key, value: unknown) => (JUDGES.has(key) ? undefined : value));
  const told = {
    name: SPEAKS_OF.name.test(text) || CALLED.test(text) || HAS_SURNAME.test(scenario.customer.name),
    phone: SPEAKS_OF.phone.test(text),
    place: SPEAKS_OF.place.test(text),
  };
  toldOf.set(scenario, told);
  return told;
};

export const buyerOf = (scenario: Scenario, platform: string, order: Order): Buyer => {
  const { receiver, phone, address } = order;
  // By the case's own order: an address that the trainee changed makes nothing else of it the author's.
  const own = scenario.orders.find(({ id }) => id === order.id);
  const isWritten =
    own !== undefined && (own.receiver !== null || own.phone !== null || own.address !== null || own.secret.length > 0);
  const told = toldIn(scenario);
  const head = {
    fullNo: fullNumber(scenario, platform, order),
    // The credit is that of the account in the conversation.
    credit: platform === 'taobao' && !isByOther(scenario, order) ? creditOf(scenario) : null,
  };
  if (isWritten) return { ...head, receiver, phone, address };
  return {
    ...head,
    receiver: receiver ?? (told.name ? null : maskedName(scenario)),
    phone: phone ?? (told.phone ? null : maskedPhone(scenario)),
    address: address ?? (told.place ? null : `${pick(scenario, 'district', DISTRICTS)} ****`),
  };
};

/** In [0, 1) by case and variant. */
const drawn = ({ id, variant }: Scenario, purpose: string): number =>
  randomAt(variant?.card ?? 0, id, variant?.deck ?? '', 0, `buyer ${purpose}`);

const pick = (scenario: Scenario, purpose: string, choices: readonly string[]): string =>
  choices[Math.floor(drawn(scenario, purpose) * choices.length)] ?? '';

const digits = (scenario: Scenario, purpose: string, count: number): string =>
  Array.from({ length: count }, (_, n) => Math.floor(drawn(scenario, `${purpose} ${n}`) * 10)).join('');

const maskedName = (scenario: Scenario): string =>
  `${pick(scenario, 'surname', SURNAMES)}${drawn(scenario, 'name') < 0.4 ? '*' : '**'}`;

const maskedPhone = (scenario: Scenario): string =>
  `${pick(scenario, 'phone', PHONE_HEADS)}****${digits(scenario, 'phone end', 4)}`;

/** 心 and 钻, as 千牛 has them; a regular has bought often. */
const creditOf = (scenario: Scenario): BuyerCredit => {
  const isRegular = scenario.customer.regular;
  const n = 1 + Math.floor(drawn(scenario, 'credit') * (isRegular ? 3 : 5));
  return { kind: isRegular ? 'diamond' : 'heart', n };
};

/** The tail of a case's number with the digits a platform's numbers begin with; null: the case has it whole. */
const fullNumber = (scenario: Scenario, platform: string, { id, no, placed }: Order): string | null => {
  const tail = /^…(\d{2,8})$/.exec(no)?.[1];
  if (tail === undefined) return null;
  const filled = (head: string, length: number): string =>
    head + digits(scenario, `number ${id} ${no}`, length - head.length - tail.length) + tail;
  switch (platform) {
    case 'jd':
      return filled('3', 12);
    case 'pdd': {
      const day = dayOf(scenario, placed);
      return day === null ? null : `${day}-${filled('', 15)}`;
    }
    case 'douyin':
      return filled('69', 19);
    default:
      return filled('4', 19);
  }
};

/** 261104 of 11-04 in a story of 2026; of a month after the story's, the year before. */
const dayOf = ({ story }: Scenario, placed: string | null): string | null => {
  const [, month, day] = /^(\d{2})-(\d{2})/.exec(placed ?? story?.date.slice(5) ?? '') ?? [];
  const year = Number(story?.date.slice(0, 4) ?? Number.NaN);
  if (month === undefined || day === undefined || Number.isNaN(year)) return null;
  const isLastYear = `${month}-${day}` > (story?.date.slice(5) ?? '');
  return `${String(year - (isLastYear ? 1 : 0)).slice(2)}${month}${day}`;
};
