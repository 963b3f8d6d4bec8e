/** A story's steps and where they end. */
import { z } from 'zod';
import { OUTCOMES } from '#engine/model/content.ts';
import { deeds } from './deeds.ts';
import { alternatives, cents, figure, idText, lineText, need, reacts, sentence, spanText } from './parts.ts';
import { point, question, window } from './point.ts';
import { notBoth, shape } from './shape.ts';

export const place = z.enum(['public', 'group', 'private']);

const exits = shape(
  {
    resolved: idText.optional(),
    failed: idText.optional(),
    silent: idText.optional(),
    taken: idText.optional(),
    missed: idText.optional(),
  },
  {
    resolved: '答到、办到了',
    failed: '客户等不到答案',
    silent: '客服一直不说话',
    taken: '时机接住了',
    missed: '时机错过了',
  },
);

export const beat = shape(
  {
    id: idText,
    place: place.optional(),
    says: lineText.optional(),
    others: alternatives.optional(),
    mood: figure.optional(),
    asks: z.array(question).min(1).optional(),
    needs: z.array(need).optional(),
    points: z.array(point).min(1).optional(),
    window: window.optional(),
    quiet: shape(
      { for: spanText, window: window.optional() },
      { for: '安静多久，如 60s', window: '安静的时候开着的时机' },
    ).optional(),
    does: deeds.optional(),
    tells: z.array(idText).optional(),
    recalls: idText.optional(),
    tolerates: z.int().min(0).optional(),
    reacts: reacts.optional(),
    then: z.union([idText, exits]).optional(),
  },
  {
    id: '拍子的 id；then 和 testplan 的 to 用它',
    place: '在哪说的：public 公屏、group 群、private 私聊',
    says: '客户说的话；⏎ 另起一泡，〔product s01〕〔order〕〔pic 名〕独占一泡',
    others: '旁边的人插的话（公屏、群里），写成 名字：话；几个人用 ⏎ 隔开，写成列表就抽一种',
    mood: '走到这里心情加减几分',
    asks: '这一拍问了什么',
    needs: '这一拍要做的操作、要问到的事实',
    points: '没有问题也要说到的话，给这一拍的时机听',
    window: '这一拍开的时机：客户犹豫、没付款时该开口',
    quiet: '客户不说话，等一阵',
    does: '客户自己做的事：下单、付款、申请退款',
    tells: '客户这一拍自己说出来的事实',
    recalls: '再问一次前面写了 waits: false 的问题；已经答到就跳过',
    tolerates: '能忍几次答不好，不写就看人设',
    reacts: '这一拍里客户的反应；没写的看案例的，再看人设的',
    then: '接着去哪：一个 id，或按结果分开写',
  },
  {
    says: ['在吗 ⏎ 这个我穿几码呀'],
    others: ['美美妈：我家也是 ⏎ 三楼小赵：同问'],
    then: [{ resolved: 'hovers', failed: 'gone', silent: 'gone' }],
  },
);
export type AuthoredBeat = z.output<typeof beat>;

const later = shape(
  { left: idText.optional(), unmet: idText.optional(), after: spanText, to: idText },
  {
    left: '留下了这个错（要点或错法的 id，或做过的禁做操作）才会回来',
    unmet: '这个操作一直没做才会回来',
    after: '多久以后，如 2d',
    to: '回来时走哪个拍子',
  },
  { after: ['2d'] },
)
  .refine((value) => !(value.left && value.unmet), 'left、unmet 最多写一个')
  .meta(notBoth('left', 'unmet'));

export const ending = shape(
  {
    says: lineText.optional(),
    outcome: z.enum(OUTCOMES),
    sale: cents.optional(),
    amount: cents.optional(),
    level: z.int().min(1).max(3).optional(),
    mood: figure.optional(),
    does: deeds.optional(),
    model: sentence.optional(),
    later: later.optional(),
  },
  {
    says: '客户最后一句话',
    outcome: 'paid 付款、kept 办妥、returned 退货、exchanged 换货、lost 走了、escalated 升级',
    sale: '成交金额，按分写',
    amount: '退款金额，按分写',
    level: '升级到第几级，1 到 3',
    mood: '心情加减几分',
    does: '客户走之前做的事',
    model: '好的客服在这个结局怎么道别',
    later: '过几天客户又来找',
  },
  { sale: [45900] },
);
export type AuthoredEnding = z.output<typeof ending>;
