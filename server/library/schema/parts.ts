/** The small shapes every authored file is made of. Nothing here has a meaning of its own: data, no expressions. */
import { z } from 'zod';
import { ACTS, RED_LINES } from '#language/terms/verdicts.ts';
import { oneOf, shape } from './shape.ts';

export const idText = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '写小写字母、数字和连字符');
/** A row of scenarios/law.yaml. */
export const lawRowId = z.string().regex(/^L\d{2}$/, '写成 L01');
/** Customers' lines: ⏎ begins a new bubble, 〔…〕 is a card. */
export const lineText = z.string();
export const sentence = z.string().min(1);
/** Alternatives used in turn, never a burst. */
export const alternatives = z.union([lineText, z.array(lineText).min(1)]);
export const spanText = z.string().regex(/^\d+(\.\d+)?[smhd]$/, '写成 45s、30m、5h 或 2d');
export const secondsText = z.string().regex(/^\d+(\.\d+)?s$/, '写成 20s');
export const cents = z.int().nonnegative();
export const figure = z.number();
export const act = z.enum(ACTS);

const reactionBody = shape(
  { reply: alternatives.optional(), mood: figure.optional(), then: idText.optional(), after: secondsText.optional() },
  {
    reply: '客户说的话；写成列表就是轮着用的几种',
    mood: '心情加减几分，如 -10',
    then: '接着走到哪个拍子或结局',
    after: '隔多久说，如 20s',
  },
  { reply: ['行 我等着'], mood: [-10, 5], after: ['20s'] },
);
export const reaction = z.union([lineText, z.array(lineText).min(1), reactionBody]).meta({ id: 'reaction' });
export type AuthoredReaction = z.output<typeof reaction>;

/** One reaction for all of a kind, or one for each id. */
const keyed = z.union([lineText, z.array(lineText).min(1), reactionBody, z.record(idText, reaction)]);
const redLines = z.union([
  lineText,
  z.array(lineText).min(1),
  reactionBody,
  z.partialRecord(z.enum(RED_LINES), reaction),
]);
export type AuthoredKeyed = z.output<typeof keyed> | z.output<typeof redLines>;

export const reacts = shape(
  {
    resolved: reaction.optional(),
    undone: reaction.optional(),
    claimed: reaction.optional(),
    vague: reaction.optional(),
    evaded: reaction.optional(),
    rigid: reaction.optional(),
    cold: reaction.optional(),
    hostile: reaction.optional(),
    hold: reaction.optional(),
    'asked-again': reaction.optional(),
    rephrase: reaction.optional(),
    echo: reaction.optional(),
    'dont-know': reaction.optional(),
    'asked-which': reaction.optional(),
    'asked-when': reaction.optional(),
    'asked-why': reaction.optional(),
    'asked-what': reaction.optional(),
    'asked-whether': reaction.optional(),
    'asked-more': reaction.optional(),
    forbidden: reaction.optional(),
    'cross-talk': reaction.optional(),
    passed: reaction.optional(),
    failed: reaction.optional(),
    nod: reaction.optional(),
    covered: keyed.optional(),
    partly: keyed.optional(),
    wrong: keyed.optional(),
    'red-line': redLines.optional(),
    silence: z.tuple([reaction, reaction, reaction]).optional(),
  },
  {
    resolved: '都答到了、该办的也办了；不要再问新问题',
    undone: '话都对，该做的操作没做',
    claimed: '说办好了其实没点，请客服再看一眼；不要说是哪件事',
    vague: '应该、可能、看情况，没给准话',
    evaded: '答非所问，躲开了',
    rigid: '一大段话术原样发过来',
    cold: '冷冰冰的一两个字',
    hostile: '客服冲客户发火',
    hold: '让客户稍等',
    'asked-again': '问了客户已经说过的事',
    rephrase: '没听懂，请客服换个说法',
    echo: '客服报了个数，客户照样念一遍核对；{数} 就是客服报的那个',
    'dont-know': '客服问了剧本里没有的事：应一声，问什么都接得上，如 等下告诉你',
    'asked-which': '客服让客户选（退还是换），剧本里没写选哪样',
    'asked-when': '客服问哪天、几点，剧本里没有',
    'asked-why': '客服问怎么了、为什么，剧本里没有',
    'asked-what': '客服问什么、谁、哪儿，剧本里没有',
    'asked-whether': '客服问有没有、是不是、弄了没，剧本里没有；问什么都接得上，如 我看看',
    'asked-more': '客服问还有别的吗，没有在等的事了',
    forbidden: '做了 forbids 里不许做的事',
    'cross-talk': '把别的客户的话发到这里来了',
    passed: '这一拍的事已经办完，直接过去',
    failed: '不耐烦了，不再等这个答案',
    nod: '听到了，没什么可说的，应一声',
    covered: '说中某个要点；按要点 id 分开写',
    partly: '只答到一部分；按问题 id 分开写，替没答到的追问',
    wrong: '答错了；按要点 id 分开写',
    'red-line': '踩了红线；按红线分开写',
    silence: '客服不说话时，第一、二、三次开口；正好三句',
  },
  { resolved: ['行 那我拍了'], vague: ['大概是多久'], silence: [['在吗', '还在不在', '那我先走了']] },
).meta({ id: 'reacts' });
export type AuthoredReacts = z.output<typeof reacts>;

export const withFields = z.record(idText, z.union([z.string(), z.number()]));

const condition = z.union([
  shape({ ask: idText }, { ask: '先问到这个事实' }),
  shape({ do: idText }, { do: '先做这个操作' }),
  shape({ point: idText }, { point: '先说到这个要点' }),
]);
const exactlyOne =
  (...keys: readonly string[]) =>
  (value: object) =>
    keys.filter((key) => key in value).length === 1;

export const need = shape(
  {
    do: idText.optional(),
    with: withFields.optional(),
    or: z.array(idText).min(1).optional(),
    ask: idText.optional(),
    act: act.optional(),
    after: z.array(condition).optional(),
    until: z.literal('end').optional(),
    undone: alternatives.optional(),
    note: sentence.optional(),
  },
  {
    do: '要做的操作，actions.yaml 里的 id；do、ask、act 只写一个',
    with: '操作里要填的值，如 {sku: "39.5"}；没写的随意',
    or: '办成同一件事的别的操作，做了哪个都算；只跟 do 写在一起',
    ask: '要问到的事实，customer.knows 里的 id',
    act: '要说的一种话，如 empathy',
    after: '这些做了以后才能做，先做了算没核实',
    until: 'end：结束前做到就行，不拦着往下走',
    undone: '话都说到了、就这一步没做时，客户催它的话',
    note: '备注该写什么，报告里会给出来；只跟 do 写在一起',
  },
  { do: ['send-product', 'remark'], with: [{ sku: '39.5' }], note: ['39.5，脚背高'] },
)
  .refine(exactlyOne('do', 'ask', 'act'), 'do、ask、act 只写一个')
  .refine((value) => value.note === undefined || value.do !== undefined, 'note 只跟 do 写在一起')
  .refine((value) => value.or === undefined || value.do !== undefined, 'or 只跟 do 写在一起')
  .meta({ id: 'need', ...oneOf('do', 'ask', 'act') });
export type AuthoredNeed = z.output<typeof need>;

export const forbid = shape(
  {
    do: idText.optional(),
    act: act.optional(),
    with: withFields.optional(),
    because: sentence,
    reply: alternatives.optional(),
    mood: figure.optional(),
  },
  {
    do: '不许做的操作，actions.yaml 里的 id；do、act 只写一个',
    act: '不许说的一种话，如 payment-reminder',
    with: '只有填了这些值才算，如 {coupon: c50}',
    because: '为什么不许，报告里原样给学员看',
    reply: '做了以后客户说什么',
    mood: '心情加减几分',
  },
  { do: ['change-price'], because: ['改价没有这个权限'] },
)
  .refine(exactlyOne('do', 'act'), 'do、act 只写一个')
  .meta(oneOf('do', 'act'));
export type AuthoredForbid = z.output<typeof forbid>;

/** A clock time, quoted: "08:00". */
export const clockText = z.string().regex(/^\d{2}:\d{2}$/, '写成 "08:00"，要加引号');
