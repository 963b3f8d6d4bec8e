/** The connection between this device and its seat: says it is there, hears every change, says it again after a loss. */

import type { Transport } from '#client/lib/socket.ts';
import type { SeatBody, SeatState } from '#contract/runs.ts';
import { openSeat, useSeat } from './seat-store.ts';

const RETRY_MS = 1000;
/** Refusals after which asking again is pointless: the seat belongs to somebody else or doesn't exist. */
const FATAL_CODES = ['unknown-seat', 'no-guest', 'not-allowed', 'bad-request', 'not-found'];

const get = useSeat.getState;
const set = useSeat.setState;

const OWN_STATES: readonly SeatState[] = ['waiting', 'serving', 'done'];

/** Takes the seat's state from the server; another seat's is ignored. */
export const applySeatState = (body: SeatBody): void => {
  const { seatId, body: previousBody } = get();
  if (body.seat.id !== seatId) return;
  // A refusal without a request: the seat was this device's, and the teacher has given it to another device or freed it.
  const wasTaken = body.state === 'refused' && previousBody !== null && OWN_STATES.includes(previousBody.state);
  if (wasTaken) set({ link: 'live', lossReason: { code: 'unknown-seat', message: '' } });
  else set({ body, heardAt: performance.now(), link: 'live', lossReason: null });
};

/** Joins the seat over a connection that is up, again and again until an answer comes. The returned function stops it. */
export const joinSeat = (seatId: string, send: Transport['send']): (() => void) => {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const ask = async (): Promise<void> => {
    const reply = await send('seat:join', { seatId });
    if (isStopped || seatId !== get().seatId) return;
    if (reply?.ok === true) return applySeatState(reply.value);
    if (reply !== null && FATAL_CODES.includes(reply.error.code)) return set({ lossReason: reply.error });
    timer = setTimeout(() => void ask(), RETRY_MS);
  };
  void ask();
  return () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
  };
};

/** Opens a seat on a connection of its own; the result closes it. */
export const connectSeat = (seatId: string, transport: Transport): (() => void) => {
  let stop = (): void => {};
  openSeat(seatId);
  transport.open({
    onUp: () => {
      stop();
      stop = joinSeat(seatId, transport.send);
    },
    onDown: () => {
      stop();
      set({ link: 'lost' });
    },
    onSeat: applySeatState,
    onEvents: () => {},
    onTyping: () => {},
    onTaken: () => {},
  });
  return () => {
    stop();
    transport.close();
  };
};
