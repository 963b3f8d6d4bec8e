/** The clock that marks and notes of a hold count by: the desk's, or that of a replay or the wall. */
import { createContext, useContext } from 'react';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';

/** A hook: whole seconds until a moment of drill time; below zero: since then. */
export type SecondsUntil = (at: number) => number;

const useDeskSecondsUntil: SecondsUntil = (at) => useDrillClock(({ now }) => Math.ceil((at - now) / 1000));

/** The hook must stay the same for the life of a page. */
export const HoldClockContext = createContext(useDeskSecondsUntil);

export const useSecondsUntil: SecondsUntil = (at) => useContext(HoldClockContext)(at);
