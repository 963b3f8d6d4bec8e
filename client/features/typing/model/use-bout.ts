import { useEffect, useState } from 'react';
import { type Bout, type BoutText, isOver, newBout, passedOn, started, typed } from './bout.ts';

/** Often enough for figures, clock and ghost; the end is exact all the same, because late keys don't count. */
const TICK_MS = 250;

export type BoutControls = {
  bout: Bout;
  /** On the same clock as the bout's beginning. */
  now: number;
  isOver: boolean;
  /** Changes with every text: the field is empty again then. */
  fieldKey: string;
  begin: () => void;
  type: (value: string) => void;
  passOn: () => void;
  restart: () => void;
};

/** A bout with its clock. Nothing is kept here. */
export const useBout = (texts: readonly BoutText[]): BoutControls => {
  const [bout, setBout] = useState(() => newBout(texts));
  const [round, setRound] = useState(0);
  const [now, setNow] = useState(0);
  const isRunning = bout.startedAt !== null && !isOver(bout, now);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  const change = (to: (bout: Bout, at: number) => Bout) => {
    const at = performance.now();
    setNow(at);
    setBout((current) => to(current, at));
  };
  return {
    bout,
    now,
    isOver: isOver(bout, now),
    fieldKey: `${round}.${bout.done.length}`,
    begin: () => change(started),
    type: (value) => change((current, at) => typed(current, value, at)),
    passOn: () => change(passedOn),
    restart: () => {
      setBout(newBout(texts));
      setRound((count) => count + 1);
    },
  };
};
