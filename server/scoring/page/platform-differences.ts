/** Why platforms make different figures of one transcript: the rule that tells them apart and the rounds it touches. */
import type { PlatformDifference, ReportMoment } from '#contract/report-figures.ts';
import type { Platform, PlatformFigure } from '#engine/model/rubric.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { mean, round1 } from '#scoring/measures/measure.ts';
import { inHoursOf, inTimeFor, looksAt, type PlacedRound, roundsFor, visitsOf } from './platform-rounds.ts';
import { figureOf } from './platforms.ts';

type Side = { platform: string; figure: PlatformFigure; value: number | null };
type Reason = PlatformDifference['reasons'][number];

const title = ({ platform, figure }: Side): string => `${platform} ${figure.title}`;

/**
 * Every pair of shares that disagrees, and every platform mean that isn't the report's own 平均响应. Each has one reason
 * at least: two figures of one kind, line and hours are the same figure.
 */
export function platformDifferences(
  platforms: readonly Platform[],
  seens: readonly ConversationFacts[],
): PlatformDifference[] {
  const sides = platforms.flatMap((platform) =>
    platform.figures.map((figure) => ({ platform: platform.name, figure, value: figureOf(figure, seens).value })),
  );
  const means = sides.filter(({ figure }) => figure.kind === 'mean-round');
  const shares = sides.filter(({ figure }) => figure.kind !== 'mean-round');
  return [
    ...means.flatMap((side) => againstOwnMean(side, seens)),
    ...shares.flatMap((one, i) => shares.slice(i + 1).flatMap((other) => betweenShares(one, other, seens))),
  ];
}

function againstOwnMean(side: Side, seens: readonly ConversationFacts[]): PlatformDifference[] {
  const all = visitsOf(seens).flat();
  const answered = all.filter(({ round }) => round.to !== null).map(({ round }) => round.seconds);
  const own = mean(answered);
  const ownValue = own === null ? null : round1(own);
  if (ownValue === side.value) return [];
  const { figure } = side;
  const { capS } = figure;
  const inside = all.filter((r) => inHoursOf(figure, r));
  const outside = all.filter((r) => !inHoursOf(figure, r));
  const never = inside.filter(({ round }) => round.to === null);
  const long = inside.filter(({ round }) => round.to !== null && capS !== null && round.seconds > capS);
  return [
    difference(title(side), '平均响应', [side.value, ownValue], 's', [
      reason(outside, (n) => `${side.platform}只算 ${hoursText(figure)} 开始的，少了 ${n} 次`),
      reason(never, (n) => `${side.platform}把没回的一次按 ${capS ?? '等了的'} 秒算，共 ${n} 次；平均响应不算没回的`),
      reason(long, (n) => `${side.platform}一次最多按 ${capS} 秒，${n} 次超过了`),
    ]),
  ];
}

function betweenShares(one: Side, other: Side, seens: readonly ConversationFacts[]): PlatformDifference[] {
  if (one.value === other.value) return [];
  return [
    difference(title(one), title(other), [one.value, other.value], 'percent', [
      ...hoursReasons(one, other, seens),
      scopeReason(one, other, seens),
      lineReason(one, other, seens),
    ]),
  ];
}

function difference(
  one: string,
  other: string,
  values: PlatformDifference['values'],
  unit: PlatformDifference['unit'],
  reasons: readonly (Reason | null)[],
): PlatformDifference {
  return { one, other, values, unit, reasons: reasons.filter((r) => r !== null) };
}

/** Null when the rule touches no round. */
function reason(rounds: readonly PlacedRound[], text: (count: number) => string): Reason | null {
  return rounds.length === 0 ? null : { text: text(rounds.length), rounds: rounds.map(momentOf) };
}

const momentOf = ({ seen: { c, facts }, round }: PlacedRound): ReportMoment => ({
  conversation: c.key,
  name: facts.scenario.customer.name,
  at: round.from,
  text: round.to === null ? '没有回' : secondsText(round.seconds),
});

const hoursText = ({ hours: [from, until] }: PlatformFigure): string => `${from}–${until}`;

/** Rounds that both would look at, in the hours of the one only. */
function hoursReasons(one: Side, other: Side, seens: readonly ConversationFacts[]): (Reason | null)[] {
  const both = visitsOf(seens)
    .flat()
    .filter((r) => looksAt(one.figure, r) && looksAt(other.figure, r));
  const only = (yes: Side, no: Side): PlacedRound[] =>
    both.filter((r) => inHoursOf(yes.figure, r) && !inHoursOf(no.figure, r));
  return [
    reason(only(other, one), (n) => `${one.platform}只算 ${hoursText(one.figure)} 开始的，少了 ${n} 次`),
    reason(only(one, other), (n) => `${other.platform}只算 ${hoursText(other.figure)} 开始的，少了 ${n} 次`),
  ];
}

/** Rounds that both count and that lie between their lines. */
function lineReason(one: Side, other: Side, seens: readonly ConversationFacts[]): Reason | null {
  const of = new Set(roundsFor(other.figure, seens).flatMap((visit) => visit.map(({ round }) => round)));
  const between = roundsFor(one.figure, seens)
    .flat()
    .filter(({ round }) => of.has(round) && inTimeFor(one.figure, round) !== inTimeFor(other.figure, round));
  const [tight, loose] = [one, other].toSorted((a, b) => (a.figure.withinS ?? 0) - (b.figure.withinS ?? 0));
  if (!tight || !loose) return null;
  return reason(
    between,
    (n) =>
      `${tight.platform}的线是 ${tight.figure.withinS} 秒，${loose.platform}是 ${loose.figure.withinS} 秒，${n} 次在两条线之间`,
  );
}

/** First reply, every round or the whole conversation: the rounds the broader rule looks at beyond the other's. */
function scopeReason(one: Side, other: Side, seens: readonly ConversationFacts[]): Reason | null {
  if (one.figure.kind === other.figure.kind) return null;
  const [narrow, broad] = one.figure.kind === 'share-first' ? [one, other] : [other, one];
  if (narrow.figure.kind === 'share-first') {
    const later = roundsFor(broad.figure, seens)
      .flat()
      .filter(({ round }) => !round.first);
    const late = later.filter(({ round }) => !inTimeFor(broad.figure, round)).length;
    const { platform, figure } = broad;
    const whole = figure.kind === 'share-no-gap' ? '，有一次超时整个会话就不算' : '';
    const found = late === 0 ? `都在 ${figure.withinS} 秒内` : `其中 ${late} 次没在 ${figure.withinS} 秒内${whole}`;
    return reason(later, (n) => `${narrow.platform}只看第一次，${platform}后面 ${n} 次也看，${found}`);
  }
  const [gaps, each] = one.figure.kind === 'share-no-gap' ? [one, other] : [other, one];
  const visits = roundsFor(gaps.figure, seens);
  const spoilt = visits.filter((visit) => visit.some(({ round }) => !inTimeFor(gaps.figure, round)));
  if (spoilt.length === 0) return null;
  return reason(
    spoilt.flat().filter(({ round }) => !inTimeFor(gaps.figure, round)),
    (n) =>
      `${gaps.platform}按会话算，${n} 次超时就丢了 ${visits.length} 个会话里的 ${spoilt.length} 个；${each.platform}按次算，只丢超时的那几次`,
  );
}
