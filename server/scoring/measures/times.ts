/** Times, as the trade counts them (docs/trade.md §2). Automatic replies aren't in the log, so they never count. */
import { joinWithCommas, say } from '#i18n/say.ts';
import { atOnce, staysOf, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { isWrongResponse } from '#scoring/facts/first-response.ts';
import { handlingOf, isSlow, meanGap } from '#scoring/facts/handling.ts';
import { countedRounds } from '#scoring/facts/rounds.ts';
import { mean, sum, toTenth } from '#scoring/log/arithmetic.ts';
import { ledgerSeconds, ledgerState } from '#scoring/marks/ledger.ts';
import { type MeasureOf, meanWorked, nameAndFormula } from './measure.ts';

/** The strictest tier by which a counted round was graded (RULES M1): a figure that costs a mark never reads 达标. */
const tierOf = (
  allFacts: readonly ConversationFacts[],
): { excellentS: number; passS: number; failS: number } | null => {
  const tiers = allFacts.flatMap(({ rubric, history, rounds }) =>
    countedRounds(rounds).map(({ from, to }) => tierFor(rubric, atOnce(history, from, to ?? history.lastAt))),
  );
  return tiers.toSorted((a, b) => a.passS - b.passS)[0] ?? null;
};

/** `neverCount`: conversations without any: the mean leaves them out, so the row says that they alone miss the target (RULES M170). */
const firstResponseTarget = (allFacts: readonly ConversationFacts[], neverCount: number): string | null => {
  const tier = tierOf(allFacts);
  if (tier === null) return null;
  const limits = { excellentS: tier.excellentS, passS: tier.passS };
  return neverCount === 0
    ? say('desk-figures:target.first', limits)
    : say('desk-figures:target.first-never', { ...limits, n: neverCount });
};

const isWithinPass = (value: number | null, allFacts: readonly ConversationFacts[]): boolean | null => {
  const tier = tierOf(allFacts);
  return value === null || !tier ? null : Math.round(value) <= tier.passS;
};

/** 首次响应 = first human reply − customer's first message, mean over visits; 达标 by the seconds that marks rest on (RULES M1). */
export const firstResponse: MeasureOf = (allFacts) => {
  const firstRounds = allFacts.flatMap((facts) => countedRounds(facts.rounds).filter(({ isFirst }) => isFirst));
  const rounds = firstRounds.filter(({ to }) => to !== null);
  const neverCount = firstRounds.filter(({ to, grade }) => to === null && grade === 'fail').length;
  const seconds = rounds.map((round) => round.seconds);
  const value = mean(seconds);
  return {
    ...nameAndFormula('first-response'),
    value: value === null ? null : toTenth(value),
    unit: 's',
    target: firstResponseTarget(allFacts, neverCount),
    ok: neverCount > 0 ? false : isWithinPass(mean(rounds.map(({ waitedS }) => waitedS)), allFacts),
    worked: withNever(meanWorked(seconds), neverCount),
  };
};

/** 首次有效响应 = first turn that answers, asks or gives a time − last bubble of the burst that asked (RULES T10). */
export const firstAnswer: MeasureOf = (allFacts) => {
  const counted = allFacts.flatMap((facts) =>
    facts.firstAnswers.filter(({ at, grade }) => at !== null && grade !== 'void' && grade !== 'interrupted'),
  );
  const seconds = counted.map((first) => first.seconds);
  const wrongCount = counted.filter(({ turn }) => turn !== null && isWrongResponse(turn)).length;
  const neverCount = allFacts.flatMap((facts) =>
    facts.firstAnswers.filter(({ at, grade }) => at === null && grade === 'fail'),
  ).length;
  const value = mean(seconds);
  return {
    ...nameAndFormula('first-effective'),
    value: value === null ? null : toTenth(value),
    unit: 's',
    target: firstResponseTarget(allFacts, neverCount),
    ok: neverCount > 0 ? false : isWithinPass(value, allFacts),
    worked: withNever(withWrong(meanWorked(seconds), wrongCount), neverCount),
  };
};

const withWrong = (worked: string, count: number): string =>
  count === 0 ? worked : say('desk-figures:worked.wrong', { worked, n: count });
const withNever = (worked: string, count: number): string =>
  count === 0 ? worked : say('desk-figures:worked.never', { worked, n: count });

/** 平均响应 = Σ answered rounds ÷ rounds. */
export const meanResponse: MeasureOf = (allFacts) => {
  const rounds = allFacts.flatMap((facts) => countedRounds(facts.rounds)).filter(({ to }) => to !== null);
  const seconds = rounds.map((round) => round.seconds);
  const value = mean(seconds);
  const tier = tierOf(allFacts);
  return {
    ...nameAndFormula('mean-response'),
    value: value === null ? null : toTenth(value),
    unit: 's',
    target: tier ? say('desk-figures:target.mean', { passS: tier.passS }) : null,
    ok: isWithinPass(mean(rounds.map(({ waitedS }) => waitedS)), allFacts),
    worked: meanWorked(seconds),
  };
};

/** 问题台账 mean seconds from question to answer; an answer told before its question is left out of the mean (RULES T3). */
export const ledgerMean: MeasureOf = (allFacts) => {
  const rows = allFacts.flatMap((facts) =>
    facts.conversation.questions.map((entry) => ({
      state: ledgerState(facts, entry),
      seconds: ledgerSeconds(facts, entry),
    })),
  );
  const timed = rows.flatMap(({ seconds }) => seconds ?? []);
  const seconds = timed.filter((waitedS) => waitedS > 0);
  const aheadCount = timed.length - seconds.length;
  // One count with the ledger's 答清; what is in doubt has its seconds in the mean and is named apart (RULES M136).
  const unsureCount = rows.filter(({ state }) => state === 'provisional').length;
  const questionCount = sum(
    allFacts.map((facts) => facts.conversation.questions.filter(({ state }) => state !== 'void').length),
  );
  const value = mean(seconds);
  return {
    ...nameAndFormula('ledger-mean'),
    value: value === null ? null : toTenth(value),
    unit: 's',
    target: null,
    ok: null,
    worked: joinWithCommas([
      say(`desk-figures:worked.${aheadCount > 0 ? 'questions-ahead' : 'questions'}`, {
        worked: meanWorked(seconds),
        all: questionCount,
        answered: rows.filter(({ state }) => state === 'answered').length,
        ahead: aheadCount,
      }),
      unsureCount === 0 ? '' : say('desk-figures:worked.questions-unsure', { n: unsureCount }),
    ]),
  };
};

const ofCustomers = (count: number, all: number): string =>
  all === 0 ? say('desk-figures:worked.nothing') : say('desk-figures:worked.customers', { n: count, all });

/** 慢接待: conversations whose mean gap is above the rubric's threshold; the trade has no common one. */
export const slowHandling: MeasureOf = (allFacts) => {
  const { slowS } = handlingOf(allFacts[0]?.rubric);
  const withMeanGap = allFacts.filter(({ rounds }) => meanGap(rounds) !== null);
  const slowCount = withMeanGap.filter(({ rubric, rounds }) => isSlow(rubric, rounds)).length;
  return {
    id: 'slow-handling',
    name: say('desk-figures:measure.slow-handling.name'),
    value: withMeanGap.length === 0 ? null : slowCount,
    unit: 'count',
    target: '0',
    ok: withMeanGap.length === 0 ? null : slowCount === 0,
    formula: say('desk-figures:measure.slow-handling.formula', { slowS }),
    worked: ofCustomers(slowCount, withMeanGap.length),
  };
};

/** 长接待: conversations longer at the desk than the rubric's threshold in minutes. */
export const longHandling: MeasureOf = (allFacts) => {
  const { longMinutes } = handlingOf(allFacts[0]?.rubric);
  const staysMs = allFacts.map((facts) =>
    sum(staysOf(facts.conversation, facts.history.lastAt).map((stay) => stay.to - stay.from)),
  );
  const longCount = staysMs.filter((ms) => ms > longMinutes * 60_000).length;
  return {
    id: 'long-handling',
    name: say('desk-figures:measure.long-handling.name'),
    value: staysMs.length === 0 ? null : longCount,
    unit: 'count',
    target: null,
    ok: null,
    formula: say('desk-figures:measure.long-handling.formula', { longMinutes }),
    worked: ofCustomers(longCount, staysMs.length),
  };
};

/** Mean seconds that customers waited in the queue, a figure of its own (RULES C6). */
export const queueWait: MeasureOf = (allFacts) => {
  const waitsS = allFacts
    .flatMap((facts) => facts.conversation.arrivals.filter(({ returning }) => !returning))
    .map(({ queuedMs }) => queuedMs / 1000);
  const value = mean(waitsS);
  return {
    ...nameAndFormula('queue-wait'),
    value: value === null ? null : toTenth(value),
    unit: 's',
    target: null,
    ok: null,
    worked: meanWorked(waitsS),
  };
};

/** 最大同时接待. */
export const mostAtOnce: MeasureOf = (allFacts) => {
  const first = allFacts[0];
  const value = first ? atOnce(first.history, 0, first.history.lastAt) : null;
  return {
    ...nameAndFormula('most-at-once'),
    value,
    unit: 'count',
    target: null,
    ok: null,
    worked: value === null ? say('desk-figures:worked.nothing') : say('desk-figures:worked.at-once', { n: value }),
  };
};
