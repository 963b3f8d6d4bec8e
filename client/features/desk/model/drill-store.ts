/** Data of the drill on this desk. Changed by `drill-connection.ts` and `drill-commands.ts`, read by the screens. */
import { create } from 'zustand';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import type { TypingSpans } from '#client/drill/model/typing-spans.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { saveOutbox } from './drill-drafts.ts';
import type { Outgoing } from './drill-outbox.ts';

/**
 * The way to the server. `connecting`: never joined yet. `reconnecting`: lost for up to 10 s; `offline`: longer (RULES
 * C4). `refused`: there is no drill to show, and why. `since`: monotonic time from which there is none.
 */
export type Link =
  | { kind: 'live' }
  | { kind: 'connecting' | 'reconnecting' | 'offline'; since: number }
  | { kind: 'refused'; error: { code: ErrorCode; message: string } };
/** The drill's clock; `resumesAt`: monotonic time at which it goes on by itself after the server was away (RULES C4). */
export type Clock = { isRunning: true } | { isRunning: false; resumesAt: number | null };

/** Something a conversation's composer has to say, until the trainee acts. */
export type ComposerNote = { kind: 'spoke-since' } | { kind: 'refused'; code: ErrorCode; message: string };

export type DrillState = {
  drillId: string;
  /** Sequence number of the last event that came. */
  lastSeq: number;
  view: DrillView;
  link: Link;
  /** All events up to the log's length at joining are on screen. */
  isCaughtUp: boolean;
  /** Another window has the desk (RULES N6). */
  isElsewhere: boolean;
  /** 开始 was pressed and isn't answered yet. */
  isStartAsked: boolean;
  clock: Clock;
  outbox: readonly Outgoing[];
  notes: Readonly<Record<string, ComposerNote>>;
  typing: TypingSpans;
};

export const initialDrill: DrillState = {
  drillId: '',
  lastSeq: 0,
  view: emptyView,
  link: { kind: 'connecting', since: 0 },
  isCaughtUp: false,
  isElsewhere: false,
  isStartAsked: false,
  clock: { isRunning: false, resumesAt: null },
  outbox: [],
  notes: {},
  typing: {},
};

export const useDrill = create<DrillState>(() => initialDrill);

/** Changes the replies on their way, on screen and on this device. */
export const setOutbox = (outbox: readonly Outgoing[]): void => {
  if (outbox === useDrill.getState().outbox) return;
  useDrill.setState({ outbox });
  saveOutbox(outbox);
};
