/** Times, as the trade counts them (docs/trade.md §2). Automatic replies aren't in the log, so they never count. */
import { atOnce, staysOf, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { isWrong } from '#scoring/facts/first-response.ts';
import { handlingOf, isSlow, meanGap } from '#scoring/facts/handling.ts';
import { counted } from '#scoring/facts/rounds.ts';
import { ledgerSeconds } from '#scoring/marks/ledger.ts';
import { type MeasureOf, mean, meanWorked, round1, sum } from './measure.ts';

/** The strictest lines that any counted round was graded by (RULES M1): what costs a mark never reads 达标. */
function tierOf(seens: readonly ConversationFacts[]): { excellentS: number; passS: number; failS: number } | null {
  const tiers = seens.flatMap(({ rubric, history, rounds }) =>
    counted(rounds).map((r) => tierFor(rubric, atOnce(history, r.from, r.to ?? history.lastAt))),
  );
  return tiers.toSorted((a, b) => a.passS - b.passS)[0] ?? null;
}

const firstTarget = (seens: readonly ConversationFacts[]): string | null => {
  const tier = tierOf(seens);
  return tier ? `≤${tier.excellentS} 秒优秀，≤${tier.passS} 秒达标` : null;
};

const within = (value: number | null, seens: readonly ConversationFacts[]): boolean | null => {
  const tier = tierOf(seens);
  return value === null || !tier ? null : Math.round(value) <= tier.passS;
};

/** 首次响应 = first human reply − customer's first message, mean over visits; 达标 by the clock that marks run on (RULES M1). */
export const firstResponse: MeasureOf = (seens) => {
  const rounds = seens.flatMap((s) => counted(s.rounds).filter((r) => r.first && r.to !== null));
  const seconds = rounds.map((r) => r.seconds);
  const value = mean(seconds);
  return {
    id: 'first-response',
    name: '首次响应',
    value: value === null ? null : round1(value),
    unit: 's',
    target: firstTarget(seens),
    ok: within(mean(rounds.map((r) => r.waitedS)), seens),
    formula:
      '第一句人工回复（含操作发出的卡片）− 客户第一句，平台这么算；各会话平均。自动回复不算。达标看客户说完以后的秒数，和计分一样',
    worked: meanWorked(seconds),
  };
};

/** 首次有效响应 = first turn that answers, asks or gives a time − last bubble of the burst that asked (RULES T10). */
export const firstAnswer: MeasureOf = (seens) => {
  const firsts = seens.flatMap((s) =>
    s.firsts.filter((f) => f.at !== null && f.grade !== 'void' && f.grade !== 'interrupted'),
  );
  const seconds = firsts.map((f) => f.seconds);
  const wrong = firsts.filter(({ turn }) => turn !== null && isWrong(turn)).length;
  const never = seens.flatMap((s) => s.firsts.filter((f) => f.at === null && f.grade === 'fail')).length;
  const value = mean(seconds);
  return {
    id: 'first-effective',
    name: '首次有效响应',
    value: value === null ? null : round1(value),
    unit: 's',
    target: firstTarget(seens),
    ok: never > 0 ? false : within(value, seens),
    formula: '第一句作答、问清或说了几时回的话 − 客户问完那一刻；答错的也停表，错另算；只说「在的」不算',
    worked: `${meanWorked(seconds)}${wrong > 0 ? `；${wrong} 个会话这一句答错了` : ''}${never > 0 ? `；另有 ${never} 个会话始终没有` : ''}`,
  };
};

/** 平均响应 = Σ answered rounds ÷ rounds. */
export const meanResponse: MeasureOf = (seens) => {
  const rounds = seens.flatMap((s) => counted(s.rounds)).filter((r) => r.to !== null);
  const seconds = rounds.map((r) => r.seconds);
  const value = mean(seconds);
  const tier = tierOf(seens);
  return {
    id: 'mean-response',
    name: '平均响应',
    value: value === null ? null : round1(value),
    unit: 's',
    target: tier ? `≤${tier.passS} 秒` : null,
    ok: within(mean(rounds.map((r) => r.waitedS)), seens),
    formula: '各次秒数之和 ÷ 次数；一次从客户第一句到你的下一句，平台这么算。达标看客户说完以后的秒数，和计分一样',
    worked: meanWorked(seconds),
  };
};

/** 问题台账 mean seconds: from asked to answered; said before being asked is outside the mean (RULES T3). */
export const ledgerMean: MeasureOf = (seens) => {
  const answered = seens.flatMap((s) => s.c.questions.map((q) => ledgerSeconds(s, q)).filter((v) => v !== null));
  const seconds = answered.filter((v) => v > 0);
  const ahead = answered.length - seconds.length;
  const all = sum(seens.map((s) => s.c.questions.filter((q) => q.state !== 'void').length));
  const value = mean(seconds);
  return {
    id: 'ledger-mean',
    name: '问题答完用时',
    value: value === null ? null : round1(value),
    unit: 's',
    target: null,
    ok: null,
    formula: '每个问题从问完到答全的秒数，平均；没答的、还没问就说到的不算进去',
    worked: `${meanWorked(seconds)}；${all} 问答了 ${answered.length} 问${ahead > 0 ? `，${ahead} 问提前说到` : ''}`,
  };
};

/** 慢接待: conversations whose mean gap is beyond the line. The line is the rubric's, there is no common one. */
export const slowHandling: MeasureOf = (seens) => {
  const { slowS } = handlingOf(seens[0]?.rubric);
  const means = seens.filter((s) => meanGap(s.rounds) !== null);
  const slow = means.filter((s) => isSlow(s.rubric, s.rounds)).length;
  return {
    id: 'slow-handling',
    name: '慢接待人数',
    value: means.length === 0 ? null : slow,
    unit: 'count',
    target: '0',
    ok: means.length === 0 ? null : slow === 0,
    formula: `平均间隔超过 ${slowS} 秒的客户数；线在评分标准里，可改`,
    worked: means.length === 0 ? '没有可算的' : `${slow} / ${means.length} 位`,
  };
};

/** 长接待: longer at the desk than the rubric's line. */
export const longHandling: MeasureOf = (seens) => {
  const { longMinutes } = handlingOf(seens[0]?.rubric);
  const stays = seens.map((s) => sum(staysOf(s.c, s.history.lastAt).map((stay) => stay.to - stay.from)));
  const long = stays.filter((ms) => ms > longMinutes * 60_000).length;
  return {
    id: 'long-handling',
    name: '长接待人数',
    value: stays.length === 0 ? null : long,
    unit: 'count',
    target: null,
    ok: null,
    formula: `接待超过 ${longMinutes} 分钟的客户数；没有统一的线，可改`,
    worked: stays.length === 0 ? '没有可算的' : `${long} / ${stays.length} 位`,
  };
};

/** A queued customer's own figure (RULES C6). */
export const queueWait: MeasureOf = (seens) => {
  const waits = seens.flatMap((s) => s.c.arrivals.filter((a) => !a.returning)).map((a) => a.queuedMs / 1000);
  const value = mean(waits);
  return {
    id: 'queue-wait',
    name: '排队等待',
    value: value === null ? null : round1(value),
    unit: 's',
    target: null,
    ok: null,
    formula: '从进线到分配到你的秒数，平均；不算进响应',
    worked: meanWorked(waits),
  };
};

/** 最大同时接待. */
export const mostAtOnce: MeasureOf = (seens) => {
  const first = seens[0];
  const value = first ? atOnce(first.history, 0, first.history.lastAt) : null;
  return {
    id: 'most-at-once',
    name: '最大同时接待',
    value,
    unit: 'count',
    target: null,
    ok: null,
    formula: '同一时刻在接待台上的客户最多几位；离开的、排队的不算',
    worked: value === null ? '没有可算的' : `${value} 位`,
  };
};
