/** Service and sales: windows taken, nobody left unanswered, satisfaction, conversion (DOMAIN §3). */
import type { Measure } from '#contract/report.ts';
import type { WindowKind } from '#engine/content.ts';
import type { Seen } from '../seen.ts';
import { type MeasureOf, percent, shareWorked, sum } from './measure.ts';

function windows(seens: readonly Seen[], kind: WindowKind, id: string, name: string, formula: string): Measure {
  const offered = seens.flatMap((s) =>
    s.c.windows.filter((w) => w.kind === kind && w.closed !== null && w.closed.how !== 'void'),
  );
  const taken = offered.filter((w) => w.closed?.how === 'taken').length;
  return {
    id,
    name,
    value: percent(taken, offered.length),
    unit: 'percent',
    target: offered.length === 0 ? null : '100',
    ok: offered.length === 0 ? null : taken === offered.length,
    formula,
    worked: offered.length === 0 ? '没有这样的时机' : `${taken} / ${offered.length}`,
  };
}

export const followUps: MeasureOf = (seens) =>
  windows(seens, 'follow-up', 'follow-up', '跟进', '跟进了的 ÷ 客户停下来的次数');
export const paymentReminders: MeasureOf = (seens) =>
  windows(seens, 'payment-reminder', 'payment-reminder', '催付', '按时催了的 ÷ 拍了没付的');
export const orderPrompts: MeasureOf = (seens) =>
  windows(seens, 'order-prompt', 'order-prompt', '引导拍下', '请客户拍了的 ÷ 问题答完的');

/** 催付成功率 = recovered ÷ reminded. Who had paid before being reminded wasn't recovered. */
export const recovered: MeasureOf = (seens) => {
  const reminded = seens.flatMap(({ c }) => {
    const window = c.windows.find((w) => w.kind === 'payment-reminder' && w.closed?.how === 'taken');
    return window?.closed ? [{ c, index: window.closed.index }] : [];
  });
  const paid = reminded.filter(
    ({ c, index }) =>
      c.did.some((d) => d.deed.deed === 'pay' && d.index > index) ||
      c.endings.some((e) => e.outcome === 'paid' && e.index > index),
  ).length;
  return {
    id: 'recovered',
    name: '催付成功率',
    value: percent(paid, reminded.length),
    unit: 'percent',
    target: null,
    ok: null,
    formula: '催了以后付款的 ÷ 催了的',
    worked: shareWorked(paid, reminded.length),
  };
};

/** Whether a person said anything: words, or a card an action sends (RULES T8). */
export const hasHuman = ({ c }: Seen): boolean => c.spoke.length > 0 || c.acted.some((a) => a.sends);

/** Customers who were owed an answer. A stop puts a round outside the seconds (RULES C4), not its customer outside the count. */
export const askedOf = (seens: readonly Seen[]): Seen[] =>
  seens.filter((s) => s.rounds.some(({ grade }) => grade !== 'void'));

/** 未回复人数: of those, who got no human reply at all. */
export const unansweredOf = (seens: readonly Seen[]): Seen[] => askedOf(seens).filter((s) => !hasHuman(s));

export const unanswered: MeasureOf = (seens) => {
  const asked = askedOf(seens);
  const none = unansweredOf(seens).length;
  return {
    id: 'unanswered',
    name: '未回复人数',
    value: asked.length === 0 ? null : none,
    unit: 'count',
    target: '0',
    ok: asked.length === 0 ? null : none === 0,
    formula: '说了话、一句人工回复也没等到的客户数',
    worked: asked.length === 0 ? '没有该回的客户' : `${none} / ${asked.length} 位`,
  };
};

export const replyRate: MeasureOf = (seens) => {
  const asked = askedOf(seens).length;
  const answered = asked - unansweredOf(seens).length;
  return {
    id: 'reply-rate',
    name: '回复率',
    value: percent(answered, asked),
    unit: 'percent',
    target: '100',
    ok: asked === 0 ? null : answered === asked,
    formula: '有人工回复的会话 ÷ 客户说过话的会话',
    worked: shareWorked(answered, asked),
  };
};

/** 满意度 = (very satisfied + satisfied) ÷ rated: 4 and 5 of 5. */
export const satisfaction: MeasureOf = (seens) => {
  const ratings = seens.flatMap((s) => s.c.endings.slice(-1)).map((e) => e.rating);
  const happy = ratings.filter((r) => r >= 4).length;
  const value = percent(happy, ratings.length);
  return {
    id: 'satisfaction',
    name: '满意度',
    value,
    unit: 'percent',
    target: '≥82',
    ok: value === null ? null : value >= 82,
    formula: '打 4 分、5 分的客户 ÷ 打分的客户',
    worked: ratings.length === 0 ? '还没有人打分' : `${happy} ÷ ${ratings.length}（${ratings.join('、')} 分）`,
  };
};

/** 询单转化率 = paid ÷ enquirers: conversations in which somebody could still buy. */
export const conversion: MeasureOf = (seens) => {
  const enquirers = seens.filter(
    (s) => s.facts.scenario.endings.some((e) => e.outcome === 'paid') && s.c.endings.length > 0,
  );
  const paid = enquirers.filter((s) => s.c.endings.some((e) => e.outcome === 'paid')).length;
  return {
    id: 'conversion',
    name: '询单转化率',
    value: percent(paid, enquirers.length),
    unit: 'percent',
    target: null,
    ok: null,
    formula: '付款的 ÷ 来问的',
    worked: shareWorked(paid, enquirers.length),
  };
};

/** 客单价 = sales ÷ buyers, in yuan. */
export const basket: MeasureOf = (seens) => {
  const sales = seens
    .flatMap((s) => s.c.endings.filter((e) => e.outcome === 'paid' && e.sale !== null).slice(0, 1))
    .map((e) => (e.sale ?? 0) / 100);
  // To the fen: the trade's figure is money.
  const value = sales.length === 0 ? null : Math.round((sum(sales) / sales.length) * 100) / 100;
  return {
    id: 'basket',
    name: '客单价（元）',
    value,
    unit: 'count',
    target: null,
    ok: null,
    formula: '成交额 ÷ 成交人数',
    worked:
      sales.length === 0
        ? '没有成交'
        : sales.length === 1
          ? `${value?.toFixed(2)} ÷ 1`
          : `(${sales.map((s) => s.toFixed(2)).join(' + ')}) ÷ ${sales.length}`,
  };
};

/** 回头率 = buyers who had bought here before ÷ buyers. Who they are is the case's; that they bought again is the log's. */
export const returningBuyers: MeasureOf = (seens) => {
  const buyers = seens.filter((s) => s.c.endings.some((e) => e.outcome === 'paid'));
  const again = buyers.filter(({ facts: { scenario } }) => scenario.customer.regular).length;
  return {
    id: 'returning-buyers',
    name: '回头率',
    value: percent(again, buyers.length),
    unit: 'percent',
    target: null,
    ok: null,
    formula: '以前买过、这次又付款的 ÷ 付款的；只看，不计分',
    worked: buyers.length === 0 ? '没有成交' : `${again} ÷ ${buyers.length}`,
  };
};
