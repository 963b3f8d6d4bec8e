/** Why platforms make different figures of one transcript: the rule that tells them apart and the rounds it touches. */
import type { PlatformDifference, ReportMoment } from '#contract/report-figures.ts';
import type { Platform, PlatformFigure } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { mean, toTenth } from '#scoring/facts/arithmetic.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { nameOfPlatform, titleOfFigure } from '#scoring/facts/trade-texts.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { isInHoursOf, isInTimeFor, looksAt, type PlacedRound, roundsFor, visitsOf } from './platform-rounds.ts';
import { figureOf } from './platforms.ts';

type Side = { platform: string; figure: PlatformFigure; value: number | null };
type Reason = PlatformDifference['reasons'][number];

const title = ({ platform, figure }: Side): string =>
  say('page:difference.side', { platform, figure: titleOfFigure(figure) });

/**
 * Every pair of shares with different values, and every platform mean that isn't the report's own 平均响应. Each has at
 * least one reason: two figures with the same kind, threshold and hours have the same value.
 */
export function platformDifferences(
  platforms: readonly Platform[],
  allFacts: readonly ConversationFacts[],
): PlatformDifference[] {
  const sides = platforms.flatMap((platform) =>
    platform.figures.map((figure) => ({
      platform: nameOfPlatform(platform),
      figure,
      value: figureOf(figure, allFacts).value,
    })),
  );
  const means = sides.filter(({ figure }) => figure.kind === 'mean-round');
  const shares = sides.filter(({ figure }) => figure.kind !== 'mean-round');
  return [
    ...means.flatMap((side) => againstOwnMean(side, allFacts)),
    ...shares.flatMap((side, i) => shares.slice(i + 1).flatMap((other) => betweenShares(side, other, allFacts))),
  ];
}

function againstOwnMean(side: Side, allFacts: readonly ConversationFacts[]): PlatformDifference[] {
  const all = visitsOf(allFacts).flat();
  const answered = all.filter(({ round }) => round.to !== null).map(({ round }) => round.seconds);
  const own = mean(answered);
  const ownValue = own === null ? null : toTenth(own);
  if (ownValue === side.value) return [];
  const { figure, platform } = side;
  const { capS } = figure;
  const inside = all.filter((placed) => isInHoursOf(figure, placed));
  const outside = all.filter((placed) => !isInHoursOf(figure, placed));
  const never = inside.filter(({ round }) => round.to === null);
  const long = inside.filter(({ round }) => round.to !== null && capS !== null && round.seconds > capS);
  return [
    difference(title(side), say('desk-figures:measure.mean-response.name'), [side.value, ownValue], 's', [
      reason(outside, (n) => hoursReason(side, n)),
      reason(never, (n) =>
        capS === null
          ? say('page:difference.never', { platform, n })
          : say('page:difference.never-capped', { platform, cap: capS, n }),
      ),
      reason(long, (n) => say('page:difference.long', { platform, cap: capS ?? 0, n })),
    ]),
  ];
}

function betweenShares(side: Side, other: Side, allFacts: readonly ConversationFacts[]): PlatformDifference[] {
  if (side.value === other.value) return [];
  return [
    difference(title(side), title(other), [side.value, other.value], 'percent', [
      ...hoursReasons(side, other, allFacts),
      scopeReason(side, other, allFacts),
      lineReason(side, other, allFacts),
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
  return { one, other, values, unit, reasons: reasons.filter((reason) => reason !== null) };
}

/** Null when the rule touches no round. */
function reason(rounds: readonly PlacedRound[], text: (count: number) => string): Reason | null {
  return rounds.length === 0 ? null : { text: text(rounds.length), rounds: rounds.map(momentOf) };
}

const momentOf = ({ facts: { conversation, caseFacts }, round }: PlacedRound): ReportMoment => ({
  conversation: conversation.key,
  name: caseFacts.scenario.customer.name,
  at: round.from,
  text: round.to === null ? say('page:difference.no-reply') : secondsText(round.seconds),
});

const hoursText = ({ hours: [from, until] }: PlatformFigure): string => `${from}–${until}`;

const hoursReason = ({ platform, figure }: Side, n: number): string =>
  say('page:difference.hours', { platform, hours: hoursText(figure), n });

/** Rounds that both figures would look at, but that began in the hours of only one. */
function hoursReasons(side: Side, other: Side, allFacts: readonly ConversationFacts[]): (Reason | null)[] {
  const both = visitsOf(allFacts)
    .flat()
    .filter((placed) => looksAt(side.figure, placed) && looksAt(other.figure, placed));
  const only = (yes: Side, no: Side): PlacedRound[] =>
    both.filter((placed) => isInHoursOf(yes.figure, placed) && !isInHoursOf(no.figure, placed));
  return [
    reason(only(other, side), (n) => hoursReason(side, n)),
    reason(only(side, other), (n) => hoursReason(other, n)),
  ];
}

/** Rounds that both figures count and that only one of them finds in time. */
function lineReason(side: Side, other: Side, allFacts: readonly ConversationFacts[]): Reason | null {
  const roundsThere = new Set(roundsFor(other.figure, allFacts).flatMap((visit) => visit.map(({ round }) => round)));
  const between = roundsFor(side.figure, allFacts)
    .flat()
    .filter(
      ({ round }) => roundsThere.has(round) && isInTimeFor(side.figure, round) !== isInTimeFor(other.figure, round),
    );
  const [tight, loose] = [side, other].toSorted((a, b) => (a.figure.withinS ?? 0) - (b.figure.withinS ?? 0));
  if (!tight || !loose) return null;
  return reason(between, (n) =>
    say('page:difference.line', {
      tight: tight.platform,
      tightS: tight.figure.withinS ?? 0,
      loose: loose.platform,
      looseS: loose.figure.withinS ?? 0,
      n,
    }),
  );
}

/**
 * One figure counts first replies, the other all rounds or whole conversations: the rounds that only the broader rule
 * looks at.
 */
function scopeReason(side: Side, other: Side, allFacts: readonly ConversationFacts[]): Reason | null {
  if (side.figure.kind === other.figure.kind) return null;
  const [narrow, broad] = side.figure.kind === 'share-first' ? [side, other] : [other, side];
  if (narrow.figure.kind === 'share-first') {
    const later = roundsFor(broad.figure, allFacts)
      .flat()
      .filter(({ round }) => !round.first);
    const late = later.filter(({ round }) => !isInTimeFor(broad.figure, round)).length;
    const { platform, figure } = broad;
    const found = late === 0 ? 'in-time' : figure.kind === 'share-no-gap' ? 'late-whole' : 'late';
    return reason(later, (n) =>
      say(`page:difference.scope.${found}`, {
        narrow: narrow.platform,
        broad: platform,
        n,
        late,
        within: figure.withinS ?? 0,
      }),
    );
  }
  const [gaps, each] = side.figure.kind === 'share-no-gap' ? [side, other] : [other, side];
  const visits = roundsFor(gaps.figure, allFacts);
  const spoilt = visits.filter((visit) => visit.some(({ round }) => !isInTimeFor(gaps.figure, round)));
  if (spoilt.length === 0) return null;
  return reason(
    spoilt.flat().filter(({ round }) => !isInTimeFor(gaps.figure, round)),
    (n) =>
      say('page:difference.gaps', {
        gaps: gaps.platform,
        n,
        all: visits.length,
        lost: spoilt.length,
        each: each.platform,
      }),
  );
}
