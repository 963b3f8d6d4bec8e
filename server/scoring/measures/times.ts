/** Times, as the trade counts them (docs/trade.md §2). Automatic replies aren't in the log, so they never count. */
import type { DrillMs } from '#engine/model/events.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { atOnce, staysOf, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { isWrongResponse } from '#scoring/facts/first-response.ts';
import { handlingOf, isSlow, meanGap } from '#scoring/facts/handling.ts';
import { countedRounds } from '#scoring/facts/rounds.ts';
import { mean, sum, toTenth } from '#scoring/log/arithmetic.ts';
import { ledgerSeconds, ledgerState } from '#scoring/marks/ledger.ts';
import { type MeasureOf, meanWorked, nameAndFormula } from './measure.ts';

type Span = { facts: ConversationFacts; from: DrillMs; to: DrillMs | null };
/** What a mean is held against: the mean of the limits by which its rounds were graded (RULES X99). */
type MeanLine = { excellentS: number; passS: number; least: number; most: number };

const lineOf = (spans: readonly Span[]): MeanLine | null => {
  const tiers = spans.map(({ facts: { rubric, history }, from, to }) =>
    tierFor(rubric, atOnce(history, from, to ?? history.lastAt)),
  );
  const passS = tiers.map((tier) => tier.passS);
  const [excellent, pass] = [mean(tiers.map((tier) => tier.excellentS)), mean(passS)];
  if (excellent === null || pass === null) return null;
  return {
    excellentS: Math.round(excellent),
    passS: Math.round(pass),
    least: Math.min(...passS),
    most: Math.max(...passS),
  };
};

const targetWords = (line: MeanLine): string =>
  line.least === line.most
    ? say('desk-figures:target.first', { excellentS: line.excellentS, passS: line.passS })
    : say('desk-figures:target.by-load', { least: line.least, most: line.most, passS: line.passS });

/**
 * Target and verdict of a mean. `heldS`: the mean of the seconds that marks rest on (RULES M1); where the figure shown lies
 * on the other side of the line, the target says which seconds are held against it (RULES X99). `neverCount`: conversations
 * without any; they alone miss the target (RULES M170).
 */
const targetOf = (
  spans: readonly Span[],
  value: number | null,
  heldS: number | null,
  neverCount: number,
): { target: string | null; ok: boolean | null } => {
  const line = lineOf(spans);
  if (line === null) return { target: null, ok: neverCount > 0 ? false : null };
  const wholeS = heldS === null ? null : Math.round(heldS);
  const isWithin = wholeS === null ? null : wholeS <= line.passS;
  const seemsWithin = value === null ? null : toTenth(value) <= line.passS;
  const target = joinWithCommas([
    targetWords(line),
    wholeS === null || isWithin === seemsWithin ? '' : say('desk-figures:target.held', { n: wholeS }),
    neverCount === 0 ? '' : say('desk-figures:target.never', { n: neverCount }),
  ]);
  return { target, ok: neverCount > 0 ? false : isWithin };
};

/** 首次响应 = first human reply − customer's first message, mean over visits; 达标 by the seconds that marks rest on (RULES M1). */
export const firstResponse: MeasureOf = (allFacts) => {
  const firstRounds = allFacts.flatMap((facts) =>
    countedRounds(facts.rounds).flatMap((round) => (round.isFirst ? [{ ...round, facts }] : [])),
  );
  const rounds = firstRounds.filter(({ to }) => to !== null);
  const neverCount = firstRounds.filter(({ to, grade }) => to === null && grade === 'fail').length;
  const seconds = rounds.map((round) => round.seconds);
  const value = mean(seconds);
  return {
    ...nameAndFormula('first-response'),
    value: value === null ? null : toTenth(value),
    unit: 's',
    ...targetOf(
      rounds.length > 0 ? rounds : firstRounds,
      value,
      mean(rounds.map(({ waitedS }) => waitedS)),
      neverCount,
    ),
    worked: withNever(meanWorked(seconds), neverCount),
  };
};

/** 首次有效响应 = first turn that answers, asks or gives a time − last bubble of the burst that asked (RULES T10). */
export const firstAnswer: MeasureOf = (allFacts) => {
  const due = allFacts.flatMap((facts) =>
    facts.firstAnswers.flatMap((first) =>
      first.grade === 'void' || first.grade === 'interrupted' ? [] : [{ ...first, to: first.at, facts }],
    ),
  );
  const counted = due.filter(({ at }) => at !== null);
  const seconds = counted.map((first) => first.seconds);
  const wrongCount = counted.filter(({ turn }) => turn !== null && isWrongResponse(turn)).length;
  const neverCount = due.filter(({ at, grade }) => at === null && grade === 'fail').length;
  const value = mean(seconds);
  return {
    ...nameAndFormula('first-effective'),
    value: value === null ? null : toTenth(value),
    unit: 's',
    ...targetOf(counted.length > 0 ? counted : due, value, value, neverCount),
    worked: withNever(withWrong(meanWorked(seconds), wrongCount), neverCount),
  };
};

const withWrong = (worked: string, count: number): string =>
  count === 0 ? worked : say('desk-figures:worked.wrong', { worked, n: count });
const withNever = (worked: string, count: number): string =>
  count === 0 ? worked : say('desk-figures:worked.never', { worked, n: count });

/** 平均响应 = Σ answered rounds ÷ rounds. */
export const meanResponse: MeasureOf = (allFacts) => {
  const rounds = allFacts.flatMap((facts) =>
    countedRounds(facts.rounds).flatMap((round) => (round.to === null ? [] : [{ ...round, facts }])),
  );
  const seconds = rounds.map((round) => round.seconds);
  const value = mean(seconds);
  return {
    ...nameAndFormula('mean-response'),
    value: value === null ? null : toTenth(value),
    unit: 's',
    ...targetOf(rounds, value, mean(rounds.map(({ waitedS }) => waitedS)), 0),
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
