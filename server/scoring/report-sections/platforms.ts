/** One transcript, the platforms' figures (docs/trade.md §2): each with its own formula, hours and date. */

import type { Report } from '#contract/report.ts';
import type { Platform, PlatformFigure } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { formulaOfFigure, nameOfPlatform, titleOfFigure } from '#scoring/facts/trade-texts.ts';
import { sum, toTenth } from '#scoring/log/arithmetic.ts';
import { isInTimeFor, roundsFor } from './platform-rounds.ts';

export type PlatformRow = Report['platforms'][number];

/** Σ of rounds, each at most `capS`, an unanswered one counting `capS`, ÷ rounds. */
const meanRound = (rounds: readonly Round[], capS: number | null): { value: number | null; worked: string } => {
  const seconds = rounds.map((round) =>
    round.to === null && capS !== null ? capS : Math.min(round.seconds, capS ?? Number.POSITIVE_INFINITY),
  );
  const totalS = sum(seconds);
  if (rounds.length === 0) return { value: null, worked: say('page:platform.no-rounds') };
  const unanswered = rounds.filter((round) => round.to === null).length;
  const figures = { n: rounds.length, seconds: toTenth(totalS) };
  const worked =
    capS === null
      ? say('page:platform.mean', figures)
      : say(`page:platform.${unanswered > 0 ? 'mean-unanswered' : 'mean-capped'}`, {
          ...figures,
          cap: capS,
          unanswered,
        });
  return { value: toTenth(totalS / rounds.length), worked };
};

const share = (hitCount: number, total: number, workedText: string): { value: number | null; worked: string } => {
  return total === 0
    ? { value: null, worked: say('page:platform.no-conversations') }
    : { value: toTenth((hitCount / total) * 100), worked: workedText };
};

/** A figure's value over all conversations, and the numbers it is worked out from. Null where no round fell into its hours. */
export const figureOf = (
  figure: PlatformFigure,
  allFacts: readonly ConversationFacts[],
): { value: number | null; worked: string } => {
  const withinS = figure.withinS ?? Number.POSITIVE_INFINITY;
  const visits = roundsFor(figure, allFacts).map((visit) => visit.map(({ round }) => round));
  const allRounds = visits.flat();
  if (figure.kind === 'mean-round') return meanRound(allRounds, figure.capS);
  const inTime = allRounds.filter((round) => isInTimeFor(figure, round)).length;
  if (figure.kind === 'share-rounds')
    return share(
      inTime,
      allRounds.length,
      say('page:platform.share-rounds', { hits: inTime, all: allRounds.length, within: withinS }),
    );
  if (figure.kind === 'share-first')
    return share(
      inTime,
      allRounds.length,
      say('page:platform.share-first', { hits: inTime, all: allRounds.length, within: withinS }),
    );
  const cleanVisits = visits.filter((rounds) => rounds.every((round) => isInTimeFor(figure, round))).length;
  return share(
    cleanVisits,
    visits.length,
    say('page:platform.share-no-gap', { hits: cleanVisits, all: visits.length, within: withinS }),
  );
};

/** A mean must not lie above its target, a share not below it. Null without a value or a target. */
const meetsTarget = ({ kind, target }: PlatformFigure, value: number | null): boolean | null => {
  if (value === null || target === null) return null;
  return kind === 'mean-round' ? value <= target : value >= target;
};

export const platformRows = (platforms: readonly Platform[], allFacts: readonly ConversationFacts[]): PlatformRow[] => {
  return platforms.flatMap((platform) =>
    platform.figures.map((figure): PlatformRow => {
      const { value, worked } = figureOf(figure, allFacts);
      const isMean = figure.kind === 'mean-round';
      return {
        platform: nameOfPlatform(platform),
        figure: titleOfFigure(figure),
        value,
        unit: isMean ? 's' : 'percent',
        target: figure.target,
        ok: meetsTarget(figure, value),
        worked,
        formula: formulaOfFigure(figure),
        date: figure.date,
      };
    }),
  );
};
