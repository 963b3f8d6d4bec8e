/** What a page that opens a drill anew is shown, to be compared with what another has folded as it came. */
import type { Socket } from 'socket.io-client';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import type { Reply } from '#contract/errors.ts';
import type { DrillEvents, WireEvent } from '#contract/wire-events.ts';
import { until } from './waiting.ts';

type Join = (from: { after: 0; take: false }) => Promise<Reply<{ seq: number }> | null>;

/** All that the page is told up to the length that its join was answered with, by its position in the log, whatever it is told later. */
export const shownTo = async (
  page: Socket,
  name: string,
  join: Join,
): Promise<{ seq: number; told: ReadonlyMap<number, WireEvent> }> => {
  const told = new Map<number, WireEvent>();
  let upTo = 0;
  let seq: number | null = null;
  page.on('drill:events', (message: DrillEvents) => {
    for (const { seq, event } of message.events) told.set(seq, event);
    upTo = Math.max(upTo, message.upTo);
  });
  // Its drill may be on its way to another node: then it connects and joins once more.
  page.on('disconnect', (why) => {
    [upTo, seq] = [0, null];
    told.clear();
    if (why === 'io server disconnect') page.connect();
  });
  const length = await until(`${name}’s new page joins and is told all`, async () => {
    if (seq === null) {
      const reply = await join({ after: 0, take: false });
      if (reply?.ok) seq = reply.value.seq;
    }
    return seq !== null && upTo >= seq ? seq : null;
  });
  return { seq: length, told: new Map(told) };
};

/** The view of the events up to a position, as a text to compare. */
export const foldedUpTo = (seq: number, told: ReadonlyMap<number, WireEvent>): string =>
  JSON.stringify(
    [...told]
      .sort(([a], [b]) => a - b)
      .reduce((view, [at, event]) => (at > seq ? view : foldDrill(view, event, at)), emptyView),
  );
