/** One transcript, the platforms' figures (docs/trade.md §2): each with its own formula, hours and date. */

import type { Report } from '#contract/report.ts';
import type { Platform, PlatformFigure } from '#engine/model/rubric.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { inTimeFor, roundsFor } from './platform-rounds.ts';

export type PlatformRow = Report['platforms'][number];

const round1 = (value: number): number => Math.round(value * 10) / 10;

/** Σ of rounds, each at most `capS`, an unanswered one counting `capS`, ÷ rounds. */
function meanRound(all: readonly Round[], capS: number | null): { value: number | null; worked: string } {
  const seconds = all.map((r) =>
    r.to === null && capS !== null ? capS : Math.min(r.seconds, capS ?? Number.POSITIVE_INFINITY),
  );
  const sum = seconds.reduce((a, b) => a + b, 0);
  if (all.length === 0) return { value: null, worked: '时段内没有次数' };
  const unanswered = all.filter((r) => r.to === null).length;
  const tail =
    capS === null ? '' : `；每次最多按 ${capS} 秒${unanswered > 0 ? `，没回的 ${unanswered} 次按 ${capS} 秒` : ''}`;
  return { value: round1(sum / all.length), worked: `${all.length} 次共 ${round1(sum)} 秒${tail}` };
}

function share(hits: number, all: number, text: string): { value: number | null; worked: string } {
  return all === 0 ? { value: null, worked: '时段内没有会话' } : { value: round1((hits / all) * 100), worked: text };
}

/** A figure's value over everything seen, and the numbers put into it. Null when nothing fell into its hours. */
export function figureOf(
  figure: PlatformFigure,
  seens: readonly ConversationFacts[],
): { value: number | null; worked: string } {
  const within = figure.withinS ?? Number.POSITIVE_INFINITY;
  const visits = roundsFor(figure, seens).map((v) => v.map(({ round }) => round));
  const all = visits.flat();
  if (figure.kind === 'mean-round') return meanRound(all, figure.capS);
  const hits = all.filter((r) => inTimeFor(figure, r)).length;
  if (figure.kind === 'share-rounds') return share(hits, all.length, `${hits} / ${all.length} 次在 ${within} 秒内`);
  if (figure.kind === 'share-first')
    return share(hits, all.length, `${all.length} 个会话里 ${hits} 个首响 ≤${within} 秒`);
  const clean = visits.filter((rounds) => rounds.every((r) => inTimeFor(figure, r))).length;
  return share(clean, visits.length, `${visits.length} 个会话里 ${clean} 个没有超过 ${within} 秒的间隔`);
}

export function platformRows(platforms: readonly Platform[], seens: readonly ConversationFacts[]): PlatformRow[] {
  return platforms.flatMap((platform) =>
    platform.figures.map((figure): PlatformRow => {
      const { value, worked } = figureOf(figure, seens);
      const lower = figure.kind === 'mean-round';
      const ok =
        value === null || figure.target === null ? null : lower ? value <= figure.target : value >= figure.target;
      return {
        platform: platform.name,
        figure: figure.title,
        value,
        unit: lower ? 's' : 'percent',
        target: figure.target,
        ok,
        worked,
        formula: figure.formula,
        date: figure.date,
      };
    }),
  );
}
