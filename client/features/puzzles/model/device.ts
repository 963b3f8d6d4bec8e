/**
 * What this device knows of its reader's puzzles: rating, streak, answers and drafts. It is read again before every
 * change, because another tab may have written; where the browser refuses its storage, it lasts as long as the page.
 */
import { create } from 'zustand';
import { remember, remembered } from '#client/lib/device-memory.ts';
import { DAY_MS } from '#client/lib/spans.ts';
import type { DevicePuzzlesBody, PuzzleAnswerBody, PuzzlePlayer } from '#contract/practice/puzzles.ts';
import { NEWCOMER, type Rating, ratingAfter } from './rating.ts';

/** The first answer is the one that counts. */
export type Solved = { credit: number; delta: number; seconds: number };
export type Act = PuzzleAnswerBody['acts'][number] & { title: string };
/**
 * `startedAt`: when 开始 was pressed, by this device's clock. `answer`: handed in; its result is asked for again after a
 * reload.
 */
export type Draft = { text: string; acts: Act[]; startedAt: number | null; answer: PuzzleAnswerBody | null };
export type Device = {
  rating: Rating;
  solved: Record<string, Solved>;
  /** The last day whose three were all answered, and how many days on end that makes. */
  streak: { date: string; days: number };
  drafts: Record<string, Draft>;
};
/** `isOwn`: rating, answers and streak are those of who is signed in, as the server keeps them; the device stores its own alone. */
type Shown = Device & { isOwn: boolean };

const KEY = 'puzzles';
export const NO_DRAFT: Draft = { text: '', acts: [], startedAt: null, answer: null };
const FRESH: Device = { rating: NEWCOMER, solved: {}, streak: { date: '', days: 0 }, drafts: {} };
/** Answers to read again; the oldest beyond are forgotten, their marks are not. */
const MAX_DRAFTS = 30;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRating = (value: unknown): value is Rating =>
  isRecord(value) && [value.rating, value.rd, value.vol].every(Number.isFinite);

/** Anything else stored there counts as nothing. */
const read = (): Device | null => {
  const value = remembered(KEY);
  if (!isRecord(value) || !isRating(value.rating) || !isRecord(value.solved) || !isRecord(value.drafts)) return null;
  if (!isRecord(value.streak) || typeof value.streak.date !== 'string' || !Number.isInteger(value.streak.days))
    return null;
  return value as Device;
};

export const usePuzzleDevice = create<Shown>(() => ({ ...(read() ?? FRESH), isOwn: false }));

/** What the server keeps of who is signed in is shown in place of the device's own; null: nobody is signed in. */
export const showOwn = (own: PuzzlePlayer | null): void => {
  if (own === null) usePuzzleDevice.setState({ ...(read() ?? usePuzzleDevice.getState()), isOwn: false });
  else usePuzzleDevice.setState({ ...own, isOwn: true });
};

/** What the device has of its own and this account hasn't, in the order in which it was answered; null: nothing. */
export const notInAccount = (own: PuzzlePlayer): DevicePuzzlesBody | null => {
  const device = read();
  const solved = Object.entries(device?.solved ?? {}).flatMap(([id, { credit, seconds }]) => {
    const known = CREDITS.find((one) => one === credit);
    return known === undefined || own.solved[id] !== undefined ? [] : [{ id, credit: known, seconds }];
  });
  return device === null || solved.length === 0 ? null : { solved, streak: device.streak };
};
const CREDITS = [0, 0.5, 1] as const;

/** The account has them now: the device begins anew, but for drafts and what the account couldn't take. */
export const tookOver = (own: PuzzlePlayer): void => {
  const device = read();
  if (device !== null) {
    const left = Object.entries(device.solved).filter(([id]) => own.solved[id] === undefined);
    remember(KEY, { ...(left.length === 0 ? FRESH : device), solved: Object.fromEntries(left), drafts: device.drafts });
  }
  showOwn(own);
};

const change = (changed: (now: Device) => Partial<Device>): void => {
  const shown = usePuzzleDevice.getState();
  const { isOwn: _, ...last } = shown;
  const now = read() ?? (shown.isOwn ? { ...FRESH, drafts: shown.drafts } : last);
  const next = { ...now, ...changed(now) };
  usePuzzleDevice.setState(shown.isOwn ? { drafts: next.drafts } : next);
  remember(KEY, next);
};

/** Another tab wrote: it is shown here. Returns how to stop. */
export const watchOtherTabs = (): (() => void) => {
  const heard = ({ key }: StorageEvent): void => {
    const now = key === KEY ? read() : null;
    if (now !== null) usePuzzleDevice.setState(usePuzzleDevice.getState().isOwn ? { drafts: now.drafts } : now);
  };
  const now = read();
  if (now !== null && !usePuzzleDevice.getState().isOwn) usePuzzleDevice.setState(now);
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
};

export const setDraft = (id: string, changed: Partial<Draft>): void =>
  change(({ drafts }) => {
    const { [id]: own, ...others } = drafts;
    const kept = Object.entries(others).slice(-MAX_DRAFTS);
    return { drafts: { ...Object.fromEntries(kept), [id]: { ...(own ?? NO_DRAFT), ...changed } } };
  });

/**
 * An answer's result. Only the first of a puzzle changes the rating. `day`: the server's date and its three; with the
 * last of them the day counts, a date before the last one that counted doesn't, and a day left out begins anew.
 */
export const noteResult = (
  puzzle: { id: string; rating: number; rd: number },
  { credit, seconds }: Pick<Solved, 'credit' | 'seconds'>,
  day: { date: string; today: readonly string[] } | null,
): void =>
  change((now) => {
    if (now.solved[puzzle.id] !== undefined) return { streak: streakAfter(now.streak, now.solved, day) };
    const rating = ratingAfter(now.rating, puzzle, credit);
    const delta = Math.round(rating.rating) - Math.round(now.rating.rating);
    const solved = { ...now.solved, [puzzle.id]: { credit, delta, seconds } };
    return { rating, solved, streak: streakAfter(now.streak, solved, day) };
  });

const streakAfter = (
  streak: Device['streak'],
  solved: Device['solved'],
  day: { date: string; today: readonly string[] } | null,
): Device['streak'] => {
  if (day === null || day.today.length === 0 || day.date <= streak.date) return streak;
  if (!day.today.every((id) => solved[id] !== undefined)) return streak;
  return { date: day.date, days: daysBetween(streak.date, day.date) === 1 ? streak.days + 1 : 1 };
};

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Days on end as of a date: none once a whole day was left out. */
export const streakOn = ({ date, days }: Device['streak'], today: string): number =>
  today <= date || daysBetween(date, today) <= 1 ? days : 0;
