/** What could have been said at once in a round that came late: the fact, the question back, or the deed that was waited for. */
import type { Question, WindowKind } from '#engine/content.ts';
import { gistOf, windowLine } from './better.ts';
import type { Round } from './rounds.ts';
import type { Seen } from './seen.ts';

/** Facts shown already as something to be said at once: no two late rounds of a customer are shown the same. */
export type Told = Set<string>;

/**
 * A quick answer to this question as things stood at `index` of the log: what has to be asked before it can be
 * answered, else its weightiest fact not said by then. Null where all of that has been said or shown.
 */
export function quickLine({ c, facts }: Seen, question: Question | null, index: number, told: Told): string | null {
  if (!question) return null;
  const unknown = (question.first ?? []).filter((id) => !c.facts.some((f) => f.fact === id && f.index < index));
  const asks = unknown.flatMap((id) => facts.scenario.customer.knows.find((f) => f.id === id)?.model ?? []);
  if (asks.length > 0) return asks.join('');
  const said = c.turns
    .filter((t) => t.index < index)
    .flatMap((t) => t.judgement.points.flatMap((p) => (p.state === 'covered' ? [p.point] : [])));
  const left = question.points.filter(({ id }) => !said.includes(id) && !told.has(id));
  const point = left.find((p) => p.must) ?? left[0];
  if (!point) return null;
  told.add(point.id);
  return gistOf(point);
}

/** 付的503 对吧, 我再看看: a window stood open in this round, and its own words are what was wanted. */
export function windowOf({ c, facts }: Seen, { from, to }: Round): string | null {
  const kinds: readonly WindowKind[] = ['confirm-order', 'follow-up', 'order-prompt', 'payment-reminder'];
  const window = c.windows.find((w) => kinds.includes(w.kind) && w.fromAt >= from && w.fromAt <= (to ?? w.fromAt));
  return window ? windowLine(window.kind, window.beat, c, facts, window.fromAt) : null;
}

/** 点了没, 翻半天没翻到: the customer waits for a deed of this beat. */
export function deedOf({ c, facts }: Seen, { fromIndex, toIndex }: Round): string | null {
  const beat = c.beats.findLast((b) => b.index < toIndex)?.beat ?? null;
  const needs = facts.beat(beat)?.needs ?? [];
  const waited = needs.find(
    (need, number) =>
      need.do !== null && !c.needsMet.some((m) => m.beat === beat && m.need === number && m.index < fromIndex),
  );
  const title = waited ? facts.action(waited.do ?? '')?.title : undefined;
  return title === undefined ? null : `「${title}」我这就点，点好在这里跟您说`;
}
