/** One transcript, the platforms' figures (docs/trade.md §2): each with its own formula, hours and date. */

import type { Report } from '#contract/report.ts';
import type { Platform, PlatformFigure } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { sum, toTenth } from '#scoring/facts/arithmetic.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { formulaOfFigure, nameOfPlatform, titleOfFigure } from '#scoring/facts/trade-texts.ts';
import { isInTimeFor, roundsFor } from './platform-rounds.ts';

export type PlatformRow = Report['platforms'][number];

/** Σ of rounds, each at most `capS`, an unanswered one counting `capS`, ÷ rounds. */
function meanRound(all: readonly Round[], capS: number | null): { value: number | null; worked: string } {
  const seconds = all.map((round) =>
    round.to === null && capS !== null ? capS : Math.min(round.seconds, capS ?? Number.POSITIVE_INFINITY),
  );
  const totalS = sum(seconds);
  if (all.length === 0) return { value: null, worked: say('page:platform.no-rounds') };
  const unanswered = all.filter((round) => round.to === null).length;
  const figures = { n: all.length, seconds: toTenth(totalS) };
  const worked =
    capS === null
      ? say('page:platform.mean', figures)
      : say(`page:platform.${unanswered > 0 ? 'mean-unanswered' : 'mean-capped'}`, {
          ...figures,
          cap: capS,
          unanswered,
        });
  return { value: toTenth(totalS / all.length), worked };
}

function share(hits: number, all: number, text: string): { value: number | null; worked: string } {
  return all === 0
    ? { value: null, worked: say('page:platform.no-conversations') }
    : { value: toTenth((hits / all) * 100), worked: text };
}

/** A figure's value over all conversations, and the numbers it is worked out from. Null where no round fell into its hours. */
export function figureOf(
  figure: PlatformFigure,
  allFacts: readonly ConversationFacts[],
): { value: number | null; worked: string } {
  const within = figure.withinS ?? Number.POSITIVE_INFINITY;
  const visits = roundsFor(figure, allFacts).map((visit) => visit.map(({ round }) => round));
  const all = visits.flat();
  if (figure.kind === 'mean-round') return meanRound(all, figure.capS);
  const hits = all.filter((round) => isInTimeFor(figure, round)).length;
  if (figure.kind === 'share-rounds')
    return share(hits, all.length, say('page:platform.share-rounds', { hits, all: all.length, within }));
  if (figure.kind === 'share-first')
    return share(hits, all.length, say('page:platform.share-first', { hits, all: all.length, within }));
  const clean = visits.filter((rounds) => rounds.every((round) => isInTimeFor(figure, round))).length;
  return share(clean, visits.length, say('page:platform.share-no-gap', { hits: clean, all: visits.length, within }));
}

/** A mean must not lie above its target, a share not below it. Null without a value or a target. */
function meetsTarget({ kind, target }: PlatformFigure, value: number | null): boolean | null {
  if (value === null || target === null) return null;
  return kind === 'mean-round' ? value <= target : value >= target;
}

export function platformRows(platforms: readonly Platform[], allFacts: readonly ConversationFacts[]): PlatformRow[] {
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
}
