/** The trainee's seat in a run, as last heard. Changed by `seat-live.ts`, read by the seat page and the desk. */
import { create } from 'zustand';
import type { Failure } from '#contract/errors.ts';
import type { Notice, SeatBody } from '#contract/runs.ts';

/** connecting: what `body` says may be old · lost: the connection broke, it is being tried again. */
export type SeatLink = 'connecting' | 'live' | 'lost';

export type SeatData = {
  seatId: string;
  body: SeatBody | null;
  /** Monotonic time at which `body` came: the run's clock is counted from here. */
  heardAt: number;
  link: SeatLink;
  /** Why this device has no such seat (any more). */
  lossReason: Pick<Failure, 'code' | 'message'> | null;
  /** Ids of the notices closed on this device. */
  readNoticeIds: readonly string[];
};

const READ_KEY = 'kefu.notices-read';
/** A term's worth of notices would fill the device's storage. */
const MAX_READ_NOTICES = 100;

const storedReadIds = (): readonly string[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(READ_KEY) ?? '[]');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
};

export const initialSeat: SeatData = {
  seatId: '',
  body: null,
  heardAt: 0,
  link: 'connecting',
  lossReason: null,
  readNoticeIds: [],
};
export const useSeat = create<SeatData>(() => ({ ...initialSeat, readNoticeIds: storedReadIds() }));

/** Opening the same seat again keeps its last state, marked as out of date. */
export const openSeat = (seatId: string): void => {
  const { seatId: previousSeatId, body } = useSeat.getState();
  const knownBody = previousSeatId === seatId ? body : null;
  useSeat.setState(
    { ...initialSeat, seatId, body: knownBody, heardAt: performance.now(), readNoticeIds: storedReadIds() },
    true,
  );
};

/** 知道了: a notice that was read stays closed after a reload; an unread one comes back. */
export const markNoticeRead = (id: string): void => {
  const readNoticeIds = [...useSeat.getState().readNoticeIds.filter((noticeId) => noticeId !== id), id].slice(
    -MAX_READ_NOTICES,
  );
  useSeat.setState({ readNoticeIds });
  try {
    localStorage.setItem(READ_KEY, JSON.stringify(readNoticeIds));
  } catch {
    // Not kept over a reload; put away for this sitting.
  }
};

export const unreadNotices = (notices: readonly Notice[], readNoticeIds: readonly string[]): Notice[] =>
  notices.filter((notice) => !readNoticeIds.includes(notice.id));
