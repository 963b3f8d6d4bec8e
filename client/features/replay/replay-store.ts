/** A drill that is over, at one of its moments. Read by the replay's screens, changed by the functions here. */
import { create } from 'zustand';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import type { Replay } from '#contract/replay.ts';
import { type ReplayFold, replayFold } from './replay-fold.ts';
import {
  type FindingPlace,
  firstAfter,
  type Happening,
  happeningsOf,
  lastUpTo,
  repliesOf,
  skipQuiet,
} from './replay-moments.ts';

export const SPEEDS = [1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

type ReplayState = {
  /** Null: none is open. */
  drillId: string | null;
  /** The drill whose pinned shop is shown; null: the shop as it is today. */
  shopDrill: string | null;
  /** `at`: the drill time shown. `until`: the drill's whole length. */
  at: number;
  until: number;
  view: DrillView;
  /** The view at the drill's end: all customers and all waits. */
  finalView: DrillView;
  isPlaying: boolean;
  speed: Speed;
  skipsQuiet: boolean;
  /** The conversation the viewer chose; null: the one in which something happened last. */
  chosenKey: string | null;
  /** The conversation on screen. */
  shownKey: string | null;
};

const closedReplay: ReplayState = {
  drillId: null,
  shopDrill: null,
  at: 0,
  until: 0,
  view: emptyView,
  finalView: emptyView,
  isPlaying: false,
  speed: 1,
  skipsQuiet: false,
  chosenKey: null,
  shownKey: null,
};

export const useReplay = create<ReplayState>(() => closedReplay);
const get = useReplay.getState;
const set = useReplay.setState;

let fold: ReplayFold = replayFold([]);
let happenings: readonly Happening[] = [];
let replies: readonly Happening[] = [];

/** The conversation of the last happening; before the first happening, the first one's. */
const followedConversation = (at: number): string | null =>
  (lastUpTo(happenings, at) ?? happenings[0])?.conversation ?? null;

export const openReplay = (drillId: string, { events }: Replay, shopDrill: string | null = drillId): void => {
  fold = replayFold(events);
  happenings = happeningsOf(events);
  replies = repliesOf(events);
  const { until } = fold;
  set({
    ...closedReplay,
    drillId,
    shopDrill,
    until,
    finalView: fold.viewAt(until),
    view: fold.viewAt(0),
    shownKey: followedConversation(0),
  });
};

export const closeReplay = (): void => {
  fold = replayFold([]);
  happenings = [];
  replies = [];
  set(closedReplay);
};

/** Goes to a drill time, on and back alike. */
export const seekTo = (to: number): void => {
  const { until, chosenKey } = get();
  const at = Math.min(until, Math.max(0, to));
  set({ at, view: fold.viewAt(at), shownKey: chosenKey ?? followedConversation(at) });
};

/** Shows one conversation whatever happens in the others; null: follows the happenings. */
export const pickConversation = (conversation: string | null): void => {
  const knownConversation =
    conversation !== null && conversation in get().finalView.conversations ? conversation : null;
  set({ chosenKey: knownConversation, shownKey: knownConversation ?? followedConversation(get().at) });
};

export const setPlaying = (isPlaying: boolean): void => {
  // At the end nothing is left to play, so playing begins again at the start.
  if (isPlaying && get().at >= get().until) seekTo(0);
  set({ isPlaying });
};

export const setSpeed = (speed: Speed): void => set({ speed });
export const setSkipsQuiet = (skipsQuiet: boolean): void => set({ skipsQuiet });

/** Plays on by so many milliseconds of the viewer's own time. */
export const advanceBy = (elapsedMs: number): void => {
  const { at, until, speed, skipsQuiet, isPlaying } = get();
  if (!isPlaying) return;
  const next = at + elapsedMs * speed;
  seekTo(skipsQuiet ? skipQuiet(happenings, next, until) : next);
  if (get().at >= until) set({ isPlaying: false });
};

/** While playing, a step back skips what was passed less than this ago: the viewer means the one before it. */
const STEP_BACK_GRACE_MS = 1000;

const nextMoment = <T extends { at: number }>(moments: readonly T[], direction: 1 | -1): T | null => {
  const { at, isPlaying, speed } = get();
  return direction === 1
    ? firstAfter(moments, at)
    : lastUpTo(moments, at - 1 - (isPlaying ? STEP_BACK_GRACE_MS * speed : 0));
};

/** Goes to the next or previous reply; with a chosen customer, among their replies only. */
export const stepReply = (direction: 1 | -1): void => {
  const { chosenKey } = get();
  const ownReplies = chosenKey === null ? replies : replies.filter(({ conversation }) => conversation === chosenKey);
  const to = nextMoment(ownReplies, direction);
  if (to !== null) seekTo(to.at);
  else if (direction === -1) seekTo(0);
};

/** Goes to the next or last fault before it, and looks at the customer it was with. */
export const stepFinding = (places: readonly FindingPlace[], direction: 1 | -1): void => {
  const to = nextMoment(places, direction);
  if (to === null) return;
  seekTo(to.at);
  pickConversation(to.finding.conversation);
};
