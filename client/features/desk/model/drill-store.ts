/** Data of the drill on this desk. Changed by `drill-connection.ts` and `drill-commands.ts`, read by the screens. */
import { create } from 'zustand';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { saveOutbox } from './drill-drafts.ts';
import type { Outgoing } from './drill-outbox.ts';

/** connecting: never joined yet · reconnecting: lost for up to 10 s · offline: longer (RULES C4). */
export type Link = 'connecting' | 'live' | 'reconnecting' | 'offline';

/** Something a conversation's composer has to say, until the trainee acts. */
export type ComposerNote = { kind: 'spoke-since' } | { kind: 'refused'; code: ErrorCode; message: string };

export type DrillState = {
  drillId: string;
  /** Last sequence number seen. */
  last: number;
  view: DrillView;
  link: Link;
  /** Monotonic time at which the connection was lost. */
  lostAt: number | null;
  /** The log is on screen as far as it went when we joined. */
  caughtUp: boolean;
  /** Another window has the desk (RULES N6). */
  elsewhere: boolean;
  running: boolean;
  /** Monotonic time at which the clock goes on by itself after the server was away (RULES C4). */
  resumesAt: number | null;
  outbox: readonly Outgoing[];
  notes: Readonly<Record<string, ComposerNote>>;
  typing: Readonly<Record<string, { from: number; until: number | null }>>;
  /** Why there is no drill to show. */
  fatal: { code: ErrorCode; message: string } | null;
};

export const initialDrill: DrillState = {
  drillId: '',
  last: 0,
  view: emptyView,
  link: 'connecting',
  lostAt: null,
  caughtUp: false,
  elsewhere: false,
  running: false,
  resumesAt: null,
  outbox: [],
  notes: {},
  typing: {},
  fatal: null,
};

export const useDrill = create<DrillState>(() => initialDrill);

/** Changes the replies on their way, on screen and on this device. */
export const setOutbox = (outbox: readonly Outgoing[]): void => {
  if (outbox === useDrill.getState().outbox) return;
  useDrill.setState({ outbox });
  saveOutbox(outbox);
};
