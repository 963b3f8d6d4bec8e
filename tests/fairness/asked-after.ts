/** Lines of a played drill that ask for what was told or done before they were said. */

import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import type { ContentData, Reaction } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';

const linesOf = (reaction: Reaction | null | undefined): string[] =>
  (reaction?.bursts ?? []).flatMap((burst) => burst.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])));

/**
 * The customer's lines that ask for a point after it was surely told, or for an operation after it was done. An operation
 * that must be done with certain values counts as done with any only where the need names none.
 */
export const askedAfter = ({ scenarios }: ContentData, events: readonly DrillEvent[]): string[] => {
  const beats = scenarios.flatMap((scenario) => scenario.beats);
  const points = beats.flatMap(({ asks }) => asks.flatMap((question) => question.points));
  const asksFor = points.flatMap(({ id, ask }) => linesOf(ask).map((line) => ({ line, told: id })));
  const owed = beats.flatMap(({ needs }) =>
    needs
      .filter((need) => Object.keys(need.with).length === 0)
      .flatMap((need) => linesOf(need.undone).map((line) => ({ line, ways: acceptedOperations(need) }))),
  );
  const told = new Set<string>();
  const done = new Set<string>();
  return events.flatMap((event) => {
    if (event.kind === 'action-done') done.add(event.action);
    if (event.kind === 'turn-judged')
      for (const { point, state } of event.judgement.points) {
        if (state === 'covered') told.add(point);
        // Taken back or told otherwise since.
        else if (state === 'wrong') told.delete(point);
      }
    if (event.kind !== 'customer-said' || event.bubble.kind !== 'text') return [];
    const { text } = event.bubble;
    const isToldAlready = asksFor.some(({ line, told: point }) => line === text && told.has(point));
    const isDoneAlready = owed.some(({ line, ways }) => line === text && ways.some((way) => done.has(way)));
    return isToldAlready || isDoneAlready ? [text] : [];
  });
};
