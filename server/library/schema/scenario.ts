/** A case file (docs/writing-a-case.md): what an author writes, kebab-case, before defaults are filled in. */
import { z } from 'zod';
import { RED_LINES } from '#language/terms/verdicts.ts';
import { beat, ending, place } from './beat.ts';
import { grounds } from './ground.ts';
import { order } from './order.ts';
import { cents, figure, forbid, idText, lawRowId, lineText, need, reacts, sentence } from './parts.ts';
import { wordings } from './point.ts';
import { notBoth, oneOf, shape } from './shape.ts';

export type { AuthoredBeat, AuthoredEnding } from './beat.ts';
export type { AuthoredOrder } from './order.ts';
export type { AuthoredPoint, AuthoredQuestion, AuthoredWindow } from './point.ts';

/** A notice is read between two replies. */
const NOTICE_MAX = 120;

const fact = shape(
  {
    says: lineText.optional(),
    cues: wordings.optional(),
    model: lineText.optional(),
    do: idText.optional(),
    mood: figure.optional(),
    picture: idText.optional(),
  },
  {
    says: '问到了，客户怎么说',
    cues: '一到三个例问；换了说法，按意思也算问到',
    model: '好的客服怎么问，一句话',
    do: '做这个操作也能问出来，如 request-photo',
    mood: '心情加减几分',
    picture: '客户发来的图，名字',
  },
  { says: ['刚量了 24.5'], cues: [['脚长', '量过脚']], model: ['您脚长量过吗，多少厘米？'] },
).refine((value) => value.says !== undefined || value.picture !== undefined, '写 says（或 picture）：客户要说的话');
export type AuthoredFact = z.output<typeof fact>;

const customer = shape(
  {
    persona: idText,
    name: sentence,
    enters: idText.optional(),
    'owns-order': z.boolean().optional(),
    regular: z.boolean().optional(),
    past: z
      .array(
        shape(
          { on: sentence, product: idText, note: sentence.optional() },
          { on: '什么时候', product: '买了哪件', note: '上次的情形，如 42 偏紧' },
        ),
      )
      .optional(),
    said: z.array(sentence).optional(),
    mood: figure.optional(),
    knows: z.record(idText, fact).optional(),
  },
  {
    persona: '人设，scenarios/personas 里的 id',
    name: '网名；不用真名、品牌名',
    enters: '从哪个商品页进来的',
    'owns-order': 'false：订单不是这个人的',
    regular: 'true：老客',
    past: '以前买过什么',
    said: '已经说过的事，再问就算让客户重说',
    mood: '一开始的心情，0 到 100；不写看人设',
    knows: '藏着的事实：问到才说。键是事实的 id',
  },
  { persona: ['anxious-first-buyer'], name: ['一颗柚子'] },
);

const before = shape(
  { on: sentence.optional(), at: sentence.optional(), by: sentence, says: lineText },
  {
    on: '什么时候说的，如 11-10 21:16；on、at 写一个',
    at: '故事开始前多久，如 -16m',
    by: 'bot 机器人、customer 客户、agent 客服，或那位客服的名字',
    says: '说了什么',
  },
  { at: ['-16m'], by: ['bot', 'customer', 'agent'] },
)
  .refine((value) => (value.on === undefined) !== (value.at === undefined), 'on、at 写一个')
  .meta(oneOf('on', 'at'));

/** The trade's five reasons for not paying. */
export const OBSTACLES = ['遗忘', '顾虑', '价格', '技术', '误拍'] as const;

/** What a case is sorted by. Nothing of it is played: a drill's content doesn't hold it. */
const tags = shape(
  {
    law: z.array(lawRowId).min(1).optional(),
    obstacle: z.enum(OBSTACLES).optional(),
    dilemma: sentence.optional(),
    red: z.array(z.enum(RED_LINES)).min(1).optional(),
  },
  {
    law: '碰到哪几条规矩，scenarios/law.yaml 里的 id',
    obstacle: '客户为什么没付款',
    dilemma: '五级必写：两条路各要付什么代价，一句话',
    red: '引人踩哪条红线；testplan 里要有学员真的踩到',
  },
  { law: [['L01', 'L04']], dilemma: ['说实话这单要丢，不说实话客户当天扑空'] },
);

export const scenarioFile = shape(
  {
    id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, '写成 类型/名字，与路径相同'),
    type: idText,
    level: z.int().min(1).max(5),
    title: sentence,
    minutes: z.int().min(1),
    teaches: sentence,
    shop: idText,
    story: shape(
      {
        date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '写成 2026-11-12'),
        time: z.string().regex(/^\d{2}:\d{2}$/, '写成 "14:05"，要加引号'),
      },
      { date: '故事那天，写成 "2026-11-12"', time: '几点开始，写成 "14:05"，要加引号' },
      { date: ['2026-11-12'], time: ['14:05'] },
    ).optional(),
    tags: tags.optional(),
    place: place.optional(),
    incident: shape(
      { title: sentence, notice: sentence.max(NOTICE_MAX, `通知最多 ${NOTICE_MAX} 字`).optional() },
      { title: '突发的名字', notice: '发生时各个工作台上出现的通知，最多 120 字' },
    ).optional(),
    before: z.array(before).optional(),
    customer,
    order: order.optional(),
    orders: z.array(order).min(1).optional(),
    figures: z
      .array(
        shape(
          { amount: cents, because: sentence },
          { amount: '钱数，按分写', because: '怎么算出来的，或为什么是这个数' },
          { amount: [710], because: ['店里按分摊退426.1，法定的算法是419'] },
        ),
      )
      .optional(),
    forbids: z.array(forbid).optional(),
    duties: z.array(need).optional(),
    grounds: grounds.optional(),
    obstacle: shape(
      {
        kind: z.enum(['forgotten', 'doubt', 'price', 'technical', 'mistake']),
        answer: idText.optional(),
      },
      { kind: '遗忘、顾虑、价格、技术、误拍', answer: '解开它的要点或操作的 id' },
    ).optional(),
    reacts: reacts.optional(),
    beats: z.array(beat).min(1),
    endings: z.record(idText, ending),
  },
  {
    id: '类型/名字，与文件的路径相同',
    type: '哪一类，scenarios/types.yaml 里的 id',
    level: '1 一条路走对；3 要问出来、要算、要跨两张卡；5 两难',
    title: '给学员看的题目，短',
    minutes: '学员大约做几分钟',
    teaches: '学到什么，一句话',
    shop: '哪家店，scenarios/shops 里的 id；商品、政策、权限都从店里来',
    story: '故事的日子和钟点；不写就用当天',
    tags: '归类用：法条、障碍、两难、红线',
    place: '在哪接待：public 公屏、group 群、private 私聊；不写是私聊',
    incident: '突发：由老师放进课堂，不在学员自选里',
    before: '窗口里已经有的话：机器人、上一个客服、客户说过的',
    customer: '客户是谁、知道什么',
    order: '一张订单；几张用 orders',
    orders: '几张订单，每张有 id',
    figures: '检查说「算不出来」、其实没错的钱数，一个一个说明',
    forbids: '不许做的事和原因',
    duties: '结束前该做的事，不拦着故事往下走',
    grounds: '要办的操作、要问到的事实，学员从哪句原话知道该办、该问；键是操作、事实的 id，值是 {哪里: 原话}',
    obstacle: '客户为什么没付款，什么能解开',
    reacts: '整个案例里客户的反应；拍子里写了的优先',
    beats: '故事一拍一拍怎么走，第一拍在最前',
    endings: '结局，键是结局的 id',
  },
  {
    id: ['product-advice/shoe-half-size'],
    type: ['product-advice'],
    level: [1, 3, 5],
    shop: ['suibu'],
    grounds: [{ foot: { sf2: '量下脚长多少厘米' } }],
  },
)
  .refine((value) => !(value.order && value.orders), 'order、orders 只写一个')
  .meta(notBoth('order', 'orders'));
export type AuthoredScenario = z.output<typeof scenarioFile>;
