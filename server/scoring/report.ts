/** The improvement report of one drill: a pure function of its content and its log. */
import type { Report } from '#contract/report.ts';
import type { ContentData, Scenario } from '#engine/content.ts';
import type { DrillEvent } from '#engine/events.ts';
import { findingsOf } from './findings/all.ts';
import { firstChange } from './first-change.ts';
import { historyOf } from './history.ts';
import { ledgerRows } from './ledger.ts';
import { measuresOf } from './measures/all.ts';
import { nextCases } from './next-cases.ts';
import { opportunitiesOf } from './opportunities/all.ts';
import { platformRows } from './platforms.ts';
import { type Priced, pricedFindings } from './report-findings.ts';
import { DIMENSION_NAMES, type Scorecard, scorecardOf } from './scorecard.ts';
import { type Seen, seenOf } from './seen.ts';
import { OUTCOME_NAMES, transcriptOf } from './transcript.ts';
import { verdictOf } from './verdict.ts';

/**
 * Scores a drill from its log alone; nothing is judged again. `available`: cases the next ones are chosen from. Customers who never arrived are left out.
 * Throws where the content isn't the one the drill was opened with.
 */
export function makeReport(
  content: ContentData,
  events: readonly DrillEvent[],
  available: readonly Scenario[] = content.scenarios,
): Report {
  const history = historyOf(events);
  const seens = history.conversations.filter((c) => c.arrivals.length > 0).map((c) => seenOf(content, history, c));
  const drafts = seens.flatMap(findingsOf);
  const card = scorecardOf(content.rubric, seens.flatMap(opportunitiesOf), drafts);
  const priced = pricedFindings(content.rubric, drafts, card, seens);
  const findings = priced.map((p) => p.finding);
  const measures = measuresOf(seens);
  const first = firstChange(content.rubric, findings);
  return {
    score: card.score,
    range: card.range,
    grade: card.grade,
    cappedBy: card.cappedBy,
    verdict: verdictOf(seens, card, findings, measures),
    first,
    dimensions: dimensionRows(card, priced),
    findings,
    measures,
    platforms: platformRows(content.platforms, seens),
    ledger: seens.flatMap(ledgerRows),
    conversations: seens.map(conversationRow),
    transcript: seens.flatMap((s) => transcriptOf(s, findings)),
    next: nextCases(
      available,
      seens.map((s) => s.c.scenario),
      first?.family ?? null,
    ),
    rubric: { id: content.rubric.id, date: content.rubric.date },
  };
}

function dimensionRows(card: Scorecard, priced: readonly Priced[]): Report['dimensions'] {
  return card.dimensions.map((d) => ({
    ...d,
    name: DIMENSION_NAMES[d.id],
    lost: d.lost.map((l) => {
      const found = l.draft === null ? undefined : priced.find((p) => p.draft === l.draft)?.finding;
      return { text: found?.title ?? l.text, marks: l.marks, finding: found?.id ?? null };
    }),
  }));
}

function conversationRow({ c, facts, rounds, history }: Seen): Report['conversations'][number] {
  const ending = c.endings.at(-1);
  const from = c.arrivals[0]?.at ?? 0;
  const start = c.moods[0]?.from ?? c.arrivals[0]?.mood ?? facts.persona?.mood ?? 50;
  return {
    conversation: c.key,
    name: facts.scenario.customer.name,
    scenario: c.scenario,
    title: facts.scenario.title,
    outcome: ending ? OUTCOME_NAMES[ending.outcome] : null,
    rating: ending?.rating ?? null,
    from,
    until: c.closed?.at ?? history.lastAt,
    mood: [[from, start], ...c.moods.map((m): [number, number] => [m.at, m.to])],
    rounds: rounds.map(({ from, to, seconds, grade, first }) => ({ from, to, seconds, grade, first })),
    windows: c.windows.flatMap((w) =>
      w.closed
        ? [
            {
              kind: w.kind,
              from: w.fromAt,
              until: Math.min(w.untilAt, Math.max(w.fromAt, w.closed.at)),
              how: w.closed.how,
            },
          ]
        : [],
    ),
  };
}
