/** The connection between this device and its seat: says it is there, hears every change, says it again after a loss. */

import type { Transport } from '#client/lib/socket.ts';
import type { SeatBody, SeatState } from '#contract/runs.ts';
import { openSeat, useSeat } from './seat-store.ts';

const AGAIN_MS = 1000;
/** Answers after which asking again is pointless: the seat is another's, or there is none such. */
const GONE = ['unknown-seat', 'no-guest', 'not-allowed', 'bad-request', 'not-found'];

const get = useSeat.getState;
const set = useSeat.setState;

const MINE: readonly SeatState[] = ['waiting', 'serving', 'done'];

/** A seat as the server has just told it; another's is ignored. */
export const hearSeat = (body: SeatBody): void => {
  const { seatId, body: before } = get();
  if (body.seat.id !== seatId) return;
  // Refused without having asked: it was this device's a moment ago, and the teacher gave it away or untied it.
  const taken = body.state === 'refused' && before !== null && MINE.includes(before.state);
  if (taken) set({ link: 'live', gone: { code: 'unknown-seat', message: '' } });
  else set({ body, heardAt: performance.now(), link: 'live', gone: null });
};

/** Joins the seat over a connection that is up, trying until there is an answer. The result stops trying. */
export const joinSeat = (seatId: string, send: Transport['send']): (() => void) => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const ask = async (): Promise<void> => {
    const reply = await send('seat:join', { seatId });
    if (stopped || seatId !== get().seatId) return;
    if (reply?.ok === true) return hearSeat(reply.value);
    if (reply !== null && GONE.includes(reply.error.code)) return set({ gone: reply.error });
    timer = setTimeout(() => void ask(), AGAIN_MS);
  };
  void ask();
  return () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
  };
};

/** Opens a seat on a connection of its own; the result closes it. */
export const connectSeat = (seatId: string, over: Transport): (() => void) => {
  let stop = (): void => {};
  openSeat(seatId);
  over.open({
    up: () => {
      stop();
      stop = joinSeat(seatId, over.send);
    },
    down: () => {
      stop();
      set({ link: 'lost' });
    },
    seat: hearSeat,
    events: () => {},
    typing: () => {},
    taken: () => {},
  });
  return () => {
    stop();
    over.close();
  };
};
