/** The authored files besides cases: persona, shop, catalogue; platforms and pictures are in `data.ts`. Unknown keys are errors. */
import { z } from 'zod';
import { alternatives, cents, clockText, idText, lawRowId, reacts, sentence } from './parts.ts';
import { dateText } from './rubric.ts';
import { shape } from './shape.ts';

export { policiesFile } from './policies.ts';
export { type AuthoredRubric, rubricFile } from './rubric.ts';

export const personaFile = shape(
  {
    id: idText,
    name: sentence,
    typing: z.number().positive(),
    patience: z.tuple([z.number(), z.number(), z.number()]),
    mood: z.number().min(0).max(100),
    swing: z.number().positive(),
    tolerates: z.int().min(0).optional(),
    /** For authors only: what lifts and lowers this temperament. */
    note: alternatives.optional(),
    reacts,
  },
  {
    id: '人设的 id，与文件名相同',
    name: '给人看的名字，如 首购焦虑',
    typing: '每分钟打几个字',
    patience: '没人理时，第几秒开口：三个数',
    mood: '一开始的心情，0 到 100',
    swing: '心情起落的大小，1 是一般',
    tolerates: '能忍几次答不好',
    note: '写给作者看：什么让这种人高兴、什么惹恼',
    reacts: '案例没写反应时用的话',
  },
);
export type AuthoredPersona = z.output<typeof personaFile>;

/** Limits of one level. What a level doesn't write is as at the level below; the desk itself may then give none. */
const limits = shape(
  {
    money: z.union([cents, z.literal('any')]).optional(),
    coupon: cents.optional(),
    discount: z.union([z.int().min(1).max(100), z.literal('any')]).optional(),
    price: z.boolean().optional(),
  },
  {
    money: '补偿、退差一次最多多少，按分写；没有上限写 any',
    coupon: '券最大多少，按分写；店里公开的券不用写',
    discount: '最低几折，95折写 95；没有下限写 any',
    price: '能不能改价',
  },
);

export const shopFile = shape(
  {
    // Its pictures would stand where the customers' do.
    id: idText.refine((id) => id !== 'customer', 'customer 是客户图片的地址：换一个'),
    name: sentence,
    platform: idText,
    hours: z.tuple([clockText, clockText]),
    voice: sentence,
    role: sentence,
    authority: z.array(
      shape(
        { level: z.enum(['A', 'B', 'C']), text: sentence, gives: limits.optional() },
        {
          level: 'A 客服自己、B 班长、C 主管',
          text: '这一级能给什么',
          gives: 'text 里的数，给程序看：不写的沿用下一级的，A 不写的就是不能给',
        },
      ),
    ),
    coupons: z.array(
      shape(
        { id: idText, name: sentence, amount: cents, least: cents },
        { id: '券的 id', name: '券名', amount: '减多少，按分写', least: '满多少可用，按分写' },
      ),
    ),
    actions: z.array(idText),
  },
  {
    id: '店铺的 id，与目录名相同',
    name: '店名；编的，不用真牌子',
    platform: '哪个平台，scenarios/platforms 里的 id',
    hours: '营业时间，如 ["08:00", "24:00"]',
    voice: '店里说话的口气',
    role: '学员在店里是谁',
    authority: '谁能给多少',
    coupons: '有哪些券',
    actions: '工作台上有哪些操作',
  },
);
export type AuthoredShop = z.output<typeof shopFile>;

export const productsFile = z.array(
  shape(
    {
      id: idText,
      name: sentence,
      price: cents,
      stock: z.int().min(0).nullish(),
      skus: z.array(sentence).default([]),
      facts: z.array(sentence).default([]),
      doubts: z
        .array(shape({ asks: sentence, answer: z.string() }, { asks: '客户的疑虑', answer: '怎么答' }))
        .default([]),
      picture: z.string().nullish(),
    },
    {
      id: '商品的 id，台词里写 〔product id〕',
      name: '商品名',
      price: '价格，按分写',
      stock: '库存；不写是不限',
      skus: '规格，数字要加引号',
      facts: '参数和事实，一条一件',
      doubts: '客户常有的疑虑和答法',
      picture: '商品图的路径',
    },
    { price: [45900] },
  ),
);
export type AuthoredProduct = z.output<typeof productsFile>[number];

export const quickRepliesFile = z.array(
  shape(
    {
      id: idText,
      code: sentence,
      group: sentence,
      title: sentence,
      text: sentence,
      /** The policy card it states, for the checker. */
      card: idText.optional(),
      /** A phrase that mustn't be sent as it is: which finding it raises, and by what. */
      trap: shape(
        { finding: sentence, source: sentence.optional(), date: dateText.optional() },
        { finding: '原样发出去会得到哪个发现', source: '依据：法条或卡', date: '依据的日期' },
      ).optional(),
    },
    {
      id: '话术的 id',
      code: '短码，打 / 加它调出来',
      group: '分组',
      title: '题目',
      text: '话术的话；{买家昵称} 要学员自己填',
      card: '说的是哪张政策卡，检查时核对数字',
      trap: '陷阱：不能原样发的话术',
    },
  ),
);
export type AuthoredQuickReply = z.output<typeof quickRepliesFile>[number];

export const typesFile = z.array(
  shape(
    { id: idText, name: sentence, stage: z.enum(['before', 'during', 'after']) },
    { id: '类型的 id，也是 cases/ 下的目录名', name: '类型的名字', stage: 'before 售前、during 售中、after 售后' },
  ),
);

/** The rules of law that cases are sorted by (`tags.law`); what a drill quotes is always the shop's own card. */
export const lawFile = z.array(
  shape(
    { id: lawRowId, name: sentence, rule: sentence, article: sentence, date: dateText },
    { id: 'L01、L02…', name: '短名', rule: '规矩，一句话', article: '法条，写到第几条', date: '施行或修订的日期' },
  ),
);
export type LawRow = z.output<typeof lawFile>[number];

const FIELD_KINDS = ['text', 'money', 'order', 'product', 'sku', 'coupon', 'address', 'choice'] as const;
const actionField = shape(
  {
    name: idText,
    title: sentence,
    kind: z.enum(FIELD_KINDS),
    required: z.boolean().default(false),
    choices: z
      .array(shape({ value: z.string(), title: sentence }, { value: '选项的值', title: '选项的字' }))
      .default([]),
  },
  {
    name: '字段的 id，案例里 with 写它',
    title: '给人看的名字',
    kind: '填什么',
    required: '是不是必填',
    choices: 'choice 有哪些选项',
  },
);
export const actionsFile = z.array(
  shape(
    {
      id: idText,
      title: sentence,
      group: sentence,
      sends: z.boolean(),
      fields: z.array(actionField).default([]),
      done: sentence,
      why: sentence.optional(),
      /** What is said to the customer while doing it: 我这就给您改成{sku}. */
      doing: sentence.optional(),
      /** Operations that serve one end share words: who did any of them and says so tells no lie. */
      named: z.array(sentence).optional(),
      /** Done first, it makes promises up to that level's limits the shop's own. */
      reports: z.enum(['A', 'B', 'C']).optional(),
    },
    {
      id: '操作的 id，案例里 do 写它',
      title: '按钮上的字',
      group: '分组',
      sends: 'true：客户看得到',
      fields: '要填的东西',
      done: '做完显示的话',
      why: '为什么要做，报告里用',
      doing: '做的时候跟客户说的话，如 我这就给您改成{sku}',
      named: '客服嘴上怎么说这件事，… 代表中间几个字，如 报…班长；用来听出没做却说做了',
      reports: '报给哪一级，升级的操作才写：B 班长、C 主管',
    },
  ),
);
