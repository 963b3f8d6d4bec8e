/** What a question asks, what a right answer says, and the moments a good agent speaks up by themselves. */
import { z } from 'zod';
import { WINDOW_KINDS } from '#engine/model/content.ts';
import { ground } from './ground.ts';
import { alternatives, figure, idText, sentence, spanText } from './parts.ts';
import { shape } from './shape.ts';

export const wordings = z.array(sentence).min(1);
const VALUE_KINDS = ['amount', 'duration', 'clock', 'date', 'percent', 'size', 'side', 'yes-no'] as const;

const wrong = shape(
  { id: idText, says: wordings, reply: alternatives.optional(), mood: figure.optional(), then: idText.optional() },
  {
    id: '这种错法的 id，endings 的 later.left 会提到它',
    says: '新手真会说的错话，至少两种说法',
    reply: '客户听了这句错话怎么接',
    mood: '心情加减几分',
    then: '客户信了，接着走到哪个拍子',
  },
);

export const point = shape(
  {
    id: idText,
    must: z.boolean().optional(),
    ground: ground.optional(),
    says: sentence,
    also: wordings.optional(),
    contradicts: wordings.optional(),
    wrongs: z.array(wrong).min(1).optional(),
    about: wordings.optional(),
    yes: wordings.optional(),
    no: wordings.optional(),
    value: shape(
      { kind: z.enum(VALUE_KINDS), is: sentence },
      { kind: '哪一种值', is: '对的值，如 503元、48小时、16:00' },
      { is: ['503元', '48小时', '16:00'] },
    ).optional(),
    unless: wordings.optional(),
    examples: shape(
      { yes: wordings.optional(), no: wordings.optional() },
      { yes: '应当听成说到了的话', no: '不该听成说到了的话' },
    ).optional(),
    ask: alternatives.optional(),
    check: shape(
      { right: alternatives, wrong: alternatives },
      { right: '按对的意思追问一句，别用要点原话', wrong: '按常见的误会追问一句：答「对」就错了' },
      { right: ['那邮费不用我掏吧'], wrong: ['那邮费还是我出？'] },
    ).optional(),
    policy: idText.optional(),
    unknown: z.boolean().optional(),
    leads: idText.optional(),
  },
  {
    id: '要点的 id，整个案例里不重复',
    must: 'true：非说到不可；一个问题至少有一个',
    ground: '学员从哪句原话知道这一点：policy 那张卡上的字；别处的写成 {哪里: 原话}',
    says: '标准说法，短，口头说得出来，只说一件事',
    also: '别人会怎么说同一件事；至少四种，真的不一样',
    contradicts: '说了就算答错的话，至少两种',
    wrongs: '客户对不同错法反应不同时用它，代替 contradicts',
    about: '这句话得提到什么才算在说它',
    yes: '肯定的说法，如 能退、可以退',
    no: '否定的说法，如 不能退、退不了',
    value: '答案是一个数、钟点、日期时写它，别的值就算错',
    unless: '句子里有这些词就不算',
    examples: '拿整句话来验：检查时会试一遍',
    ask: '就差这一点没说时，客户追问它的话；不能把答案说出来',
    check: '像是说到了又拿不准时，客户换个说法核对的话，正着、反着各一句',
    policy: '依据：政策卡或商品的 id，订单写 order',
    unknown: 'true：没有卡能答，老实说不知道、约时间、按时回来',
    leads: '加分要点说到了，改走哪个拍子',
  },
  {
    ground: ['脚背高或脚宽，选大半码', { 's-ex': '首次换码来回运费店铺出' }],
    says: ['建议您穿39.5码'],
    also: [['拿39码半就行', '39.5合适', '您穿三十九码半', '选39.5']],
    ask: ['那运费谁出'],
    policy: ['c-7d', 'order'],
  },
).meta({ id: 'point' });
export type AuthoredPoint = z.output<typeof point>;

export const question = shape(
  {
    id: idText,
    at: z.int().min(1).optional(),
    question: sentence,
    waits: z.boolean().optional(),
    points: z.array(point).min(1),
    model: sentence.optional(),
    first: z
      .array(
        z.union([
          idText,
          shape({ do: idText, model: sentence.optional() }, { do: '先做的操作', model: '做的时候跟客户说的一句话' }),
        ]),
      )
      .optional(),
  },
  {
    id: '问题的 id，习惯写成 q-…',
    at: '第几个泡问的，从 1 数；不写就是最后一个',
    question: '问题的题目，像「鞋还能退吗」这样短',
    waits: 'false：不等这个答案就往下走，后面可以 recalls 再问',
    points: '一个好的回答说到的几件事',
    model: '更好的说法：一句自然的话，说到所有必答要点，不照抄 says',
    first: '答之前要先问到的事实，或先做的操作',
  },
  { id: ['q-size'], question: ['这双穿几码'], first: [['foot']] },
);
export type AuthoredQuestion = z.output<typeof question>;

export const window = shape(
  {
    kind: z.enum(WINDOW_KINDS),
    from: spanText.optional(),
    until: spanText,
    points: z.array(idText).min(1).optional(),
    do: idText.optional(),
    model: sentence.optional(),
  },
  {
    kind: '哪种时机：follow-up 再跟进、order-prompt 引导拍下、payment-reminder 催付、recognise-regular 认出老客、confirm-order 核对订单、cross-sell 搭配；道别和按时回来自己会开',
    from: '多久以前开口算太早；客户刚说了话就不写',
    until: '多久以内开口算接住，如 45s',
    points: '说中其中一个才算接住；认出老客、核对订单必须写',
    do: '用这个操作接也行',
    model: '这时候好的客服会说的一句话',
  },
  { until: ['45s'], from: ['10s'] },
).meta({ id: 'window' });
export type AuthoredWindow = z.output<typeof window>;
