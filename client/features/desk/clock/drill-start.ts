/** 开始: what was pressed while the line broke starts the drill once it is back (RULES X39). */
import type { DrillCommand } from '#client/features/desk/model/drill-commands.ts';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { sendCommand } from '#client/features/desk/model/drill-send.ts';
import { type DrillState, useDrill } from '#client/features/desk/model/drill-store.ts';
import { currentTransport } from '#client/features/desk/model/drill-transport.ts';
import type { Transport } from '#client/lib/socket.ts';

/** Between two tries: each is nothing but a look while the line is away. */
const AGAIN_MS = 1000;

/** The start that was asked for and isn't answered yet, and by which way to the server. */
let pending: { through: Transport | null; result: DrillCommand } | null = null;

/** A desk that was left has another way to the server, or none. */
const isOver = ({ link, view, isElsewhere }: DrillState, through: Transport | null): boolean =>
  currentTransport() !== through || isElsewhere || link.kind === 'refused' || view.stopReason !== 'not-started';

/** Sends it under one id until it is answered: one that was stored the first time is answered as it was then (RULES N2). */
const sendUntilAnswered = async (through: Transport | null): DrillCommand => {
  const commandId = newCommandId();
  for (;;) {
    const reply = await sendCommand('drill:start', {}, commandId);
    if (reply !== null) return reply;
    await new Promise((next) => setTimeout(next, AGAIN_MS));
    const state = useDrill.getState();
    if (isOver(state, through)) return { ok: true, value: { seq: state.lastSeq, now: 0 } };
  }
};

/** Pressed twice, it is one start. */
export const startDrill = (): DrillCommand => {
  const through = currentTransport();
  if (pending?.through === through) return pending.result;
  const result = sendUntilAnswered(through).finally(() => {
    if (pending?.result !== result) return;
    pending = null;
    useDrill.setState({ isStartAsked: false });
  });
  pending = { through, result };
  useDrill.setState({ isStartAsked: true });
  return result;
};

/** What keeps 开始 from being pressed. A line that broke a moment ago doesn't: a press counts, and is sent when it is back. */
export const useStartBlock = (): 'noLine' | 'asked' | null =>
  useDrill(({ link: { kind }, isElsewhere, isStartAsked }) => {
    if (kind === 'live' && !isElsewhere) return null;
    if (isStartAsked) return 'asked';
    return kind === 'reconnecting' && !isElsewhere ? null : 'noLine';
  });
