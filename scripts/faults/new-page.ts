/** What a page that opens a drill anew is shown, to be compared with what another has folded as it came. */
import type { Socket } from 'socket.io-client';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import type { Reply } from '#contract/errors.ts';
import type { DrillEvents, WireEvent } from '#contract/wire-events.ts';
import { until } from './waiting.ts';

type Join = (from: { after: 0; take: false }) => Promise<Reply<{ seq: number }> | null>;

/** All that the page is told up to the length that its join was answered with, by its position in the log. */
export async function shownTo(
  page: Socket,
  name: string,
  join: Join,
): Promise<{ seq: number; told: ReadonlyMap<number, WireEvent> }> {
  const told = new Map<number, WireEvent>();
  let upTo = 0;
  page.on('drill:events', (message: DrillEvents) => {
    for (const { seq, event } of message.events) told.set(seq, event);
    upTo = Math.max(upTo, message.upTo);
  });
  const seq = await until(`${name}’s new page joins`, async () => {
    const reply = await join({ after: 0, take: false });
    return reply?.ok ? reply.value.seq : null;
  });
  await until(`${name}’s new page is told all`, async () => (upTo >= seq ? true : null));
  return { seq, told };
}

/** The view of the events up to a position, as a text to compare. */
export const foldedUpTo = (seq: number, told: ReadonlyMap<number, WireEvent>): string =>
  JSON.stringify(
    [...told]
      .sort(([a], [b]) => a - b)
      .reduce((view, [at, event]) => (at > seq ? view : foldDrill(view, event, at)), emptyView),
  );
