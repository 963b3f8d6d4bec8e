/** Why platforms make different figures of one transcript: the rule that tells them apart and the rounds it touches. */
import type { PlatformDifference, ReportMoment } from '#contract/report-figures.ts';
import type { Platform, PlatformFigure } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { nameOfPlatform, titleOfFigure } from '#scoring/facts/trade-texts.ts';
import { mean, toTenth } from '#scoring/log/arithmetic.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { isInHoursOf, isInTimeFor, looksAt, type PlacedRound, roundsFor, visitsOf } from './platform-rounds.ts';
import { figureOf } from './platforms.ts';

type Side = { platform: string; figure: PlatformFigure; value: number | null };
type Reason = PlatformDifference['reasons'][number];

const sideTitle = ({ platform, figure }: Side): string =>
  say('page:difference.side', { platform, figure: titleOfFigure(figure) });

/**
 * Every pair of shares with different values, and every platform mean that isn't the report's own 平均响应. Each has at
 * least one reason: two figures with the same kind, threshold and hours have the same value.
 */
export const platformDifferences = (
  platforms: readonly Platform[],
  allFacts: readonly ConversationFacts[],
): PlatformDifference[] => {
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
};

const againstOwnMean = (side: Side, allFacts: readonly ConversationFacts[]): PlatformDifference[] => {
  const allRounds = visitsOf(allFacts).flat();
  const answered = allRounds.filter(({ round }) => round.to !== null).map(({ round }) => round.seconds);
  const ownMean = mean(answered);
  const ownValue = ownMean === null ? null : toTenth(ownMean);
  if (ownValue === side.value) return [];
  const { figure, platform } = side;
  const { capS } = figure;
  const roundsInHours = allRounds.filter((placed) => isInHoursOf(figure, placed));
  const roundsOutOfHours = allRounds.filter((placed) => !isInHoursOf(figure, placed));
  const unanswered = roundsInHours.filter(({ round }) => round.to === null);
  const overCap = roundsInHours.filter(({ round }) => round.to !== null && capS !== null && round.seconds > capS);
  return [
    difference(sideTitle(side), say('desk-figures:measure.mean-response.name'), [side.value, ownValue], 's', [
      reason(roundsOutOfHours, (n) => hoursReason(side, n)),
      reason(unanswered, (n) =>
        capS === null
          ? say('page:difference.never', { platform, n })
          : say('page:difference.never-capped', { platform, cap: capS, n }),
      ),
      reason(overCap, (n) => say('page:difference.long', { platform, cap: capS ?? 0, n })),
    ]),
  ];
};

const betweenShares = (side: Side, other: Side, allFacts: readonly ConversationFacts[]): PlatformDifference[] => {
  if (side.value === other.value) return [];
  return [
    difference(sideTitle(side), sideTitle(other), [side.value, other.value], 'percent', [
      ...hoursReasons(side, other, allFacts),
      scopeReason(side, other, allFacts),
      thresholdReason(side, other, allFacts),
    ]),
  ];
};

const difference = (
  oneTitle: string,
  otherTitle: string,
  values: PlatformDifference['values'],
  unit: PlatformDifference['unit'],
  reasons: readonly (Reason | null)[],
): PlatformDifference => {
  return { one: oneTitle, other: otherTitle, values, unit, reasons: reasons.filter((reason) => reason !== null) };
};

/** Null when the rule touches no round. */
const reason = (
  rounds: readonly PlacedRound[],
  textFor: (count: number) => string,
  lineS: number | null = null,
): Reason | null => {
  return rounds.length === 0
    ? null
    : { text: textFor(rounds.length), rounds: rounds.map((placed) => momentOf(placed, lineS)) };
};

/** `lineS`: seconds of a line that the round is said to be above or within: it isn't rounded across it (RULES M97). */
const momentOf = ({ facts: { conversation, caseFacts }, round }: PlacedRound, lineS: number | null): ReportMoment => ({
  conversation: conversation.key,
  name: caseFacts.scenario.customer.name,
  at: round.from,
  text:
    round.to === null
      ? say('page:difference.no-reply')
      : secondsText(
          lineS !== null && round.seconds > lineS && Math.round(round.seconds) <= lineS
            ? Math.ceil(round.seconds)
            : round.seconds,
        ),
});

const hoursText = ({ hours: [from, until] }: PlatformFigure): string => `${from}–${until}`;

const hoursReason = ({ platform, figure }: Side, n: number): string =>
  say('page:difference.hours', { platform, hours: hoursText(figure), n });

/** Rounds that both figures would look at, but that began in the hours of only one. */
const hoursReasons = (side: Side, other: Side, allFacts: readonly ConversationFacts[]): (Reason | null)[] => {
  const lookedAtByBoth = visitsOf(allFacts)
    .flat()
    .filter((placed) => looksAt(side.figure, placed) && looksAt(other.figure, placed));
  const onlyInHoursOf = (inside: Side, outside: Side): PlacedRound[] =>
    lookedAtByBoth.filter((placed) => isInHoursOf(inside.figure, placed) && !isInHoursOf(outside.figure, placed));
  return [
    reason(onlyInHoursOf(other, side), (n) => hoursReason(side, n)),
    reason(onlyInHoursOf(side, other), (n) => hoursReason(other, n)),
  ];
};

/** Rounds that both figures count and that only one of them finds in time. */
const thresholdReason = (side: Side, other: Side, allFacts: readonly ConversationFacts[]): Reason | null => {
  const roundsThere = new Set(roundsFor(other.figure, allFacts).flatMap((visit) => visit.map(({ round }) => round)));
  const disagreed = roundsFor(side.figure, allFacts)
    .flat()
    .filter(
      ({ round }) => roundsThere.has(round) && isInTimeFor(side.figure, round) !== isInTimeFor(other.figure, round),
    );
  const [tight, loose] = [side, other].toSorted((a, b) => (a.figure.withinS ?? 0) - (b.figure.withinS ?? 0));
  if (!tight || !loose) return null;
  return reason(
    disagreed,
    (n) =>
      say('page:difference.line', {
        tight: tight.platform,
        tightS: tight.figure.withinS ?? 0,
        loose: loose.platform,
        looseS: loose.figure.withinS ?? 0,
        n,
      }),
    tight.figure.withinS,
  );
};

/**
 * One figure counts first replies, the other all rounds or whole conversations: the rounds that only the broader rule
 * looks at.
 */
const scopeReason = (side: Side, other: Side, allFacts: readonly ConversationFacts[]): Reason | null => {
  if (side.figure.kind === other.figure.kind) return null;
  const [narrow, broad] = side.figure.kind === 'share-first' ? [side, other] : [other, side];
  if (narrow.figure.kind === 'share-first') {
    const later = roundsFor(broad.figure, allFacts)
      .flat()
      .filter(({ round }) => !round.isFirst);
    const lateCount = later.filter(({ round }) => !isInTimeFor(broad.figure, round)).length;
    const { platform, figure } = broad;
    const messageId = lateCount === 0 ? 'in-time' : figure.kind === 'share-no-gap' ? 'late-whole' : 'late';
    return reason(later, (n) =>
      say(`page:difference.scope.${messageId}`, {
        narrow: narrow.platform,
        broad: platform,
        n,
        late: lateCount,
        within: figure.withinS ?? 0,
      }),
    );
  }
  const [gapSide, otherSide] = side.figure.kind === 'share-no-gap' ? [side, other] : [other, side];
  const visits = roundsFor(gapSide.figure, allFacts);
  const spoiltVisits = visits.filter((visit) => visit.some(({ round }) => !isInTimeFor(gapSide.figure, round)));
  if (spoiltVisits.length === 0) return null;
  return reason(
    spoiltVisits.flat().filter(({ round }) => !isInTimeFor(gapSide.figure, round)),
    (n) =>
      say('page:difference.gaps', {
        gaps: gapSide.platform,
        n,
        all: visits.length,
        lost: spoiltVisits.length,
        each: otherSide.platform,
      }),
  );
};
