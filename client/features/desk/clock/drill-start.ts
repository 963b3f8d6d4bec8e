/** 开始: what was pressed while the line broke starts the drill once it is back (RULES X39). */
import { create } from 'zustand';
import type { DrillCommand } from '#client/features/desk/model/drill-commands.ts';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { sendCommand } from '#client/features/desk/model/drill-send.ts';
import { type DrillState, useDrill } from '#client/features/desk/model/drill-store.ts';
import { currentTransport } from '#client/features/desk/model/drill-transport.ts';
import type { Transport } from '#client/lib/socket.ts';

/** Between two tries on a line that stands and answers nothing. */
const AGAIN_MS = 1000;

type PendingStart = { drillId: string; through: Transport | null; result: DrillCommand };

/** The start that was asked for and isn't answered yet. */
export const usePendingStart = create<{ pending: PendingStart | null }>(() => ({ pending: null }));

/** A desk that was left has another way to the server, or none. */
const isOver = ({ link, view }: DrillState, through: Transport | null): boolean =>
  currentTransport() !== through || link.kind === 'refused' || view.stopReason !== 'not-started';
const canBeSent = ({ link, isCaughtUp, isElsewhere }: DrillState): boolean =>
  link.kind === 'live' && isCaughtUp && !isElsewhere;

/** Until the start can be sent again; false where nothing is left to start. */
const untilBack = async (through: Transport | null): Promise<boolean> => {
  await new Promise((next) => setTimeout(next, AGAIN_MS));
  return new Promise((done) => {
    const look = (state: DrillState): boolean => {
      const over = isOver(state, through);
      if (!over && !canBeSent(state)) return false;
      stop();
      done(!over);
      return true;
    };
    let stop = (): void => {};
    if (!look(useDrill.getState())) stop = useDrill.subscribe(look);
  });
};

/** Sends it under one id until it is answered: one that was stored the first time is answered as it was then (RULES N2). */
const sendUntilAnswered = async (through: Transport | null): DrillCommand => {
  const commandId = newCommandId();
  for (;;) {
    const reply = await sendCommand('drill:start', {}, commandId);
    if (reply !== null) return reply;
    if (!(await untilBack(through))) return { ok: true, value: { seq: useDrill.getState().lastSeq, now: 0 } };
  }
};

/** Whether it was asked for at this desk, as it is open now. */
const isOf = (pending: PendingStart | null, drillId: string): pending is PendingStart =>
  pending?.drillId === drillId && pending.through === currentTransport();

/** Pressed twice, it is one start. */
export const startDrill = (): DrillCommand => {
  const { drillId } = useDrill.getState();
  const through = currentTransport();
  const { pending } = usePendingStart.getState();
  if (isOf(pending, drillId)) return pending.result;
  const result = sendUntilAnswered(through).finally(() => {
    if (usePendingStart.getState().pending?.result === result) usePendingStart.setState({ pending: null });
  });
  usePendingStart.setState({ pending: { drillId, through, result } });
  return result;
};

/** What keeps 开始 from being pressed. A line that broke a moment ago doesn't: a press counts, and is sent when it is back. */
export const useStartBlock = (): 'noLine' | 'asked' | null => {
  const isLive = useDrill((state) => state.link.kind === 'live' && !state.isElsewhere);
  const isBack = useDrill((state) => state.link.kind === 'reconnecting' && !state.isElsewhere);
  const drillId = useDrill((state) => state.drillId);
  const isAsked = usePendingStart(({ pending }) => isOf(pending, drillId));
  if (isLive) return null;
  if (isAsked) return 'asked';
  return isBack ? null : 'noLine';
};
