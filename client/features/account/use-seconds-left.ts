import { useEffect, useState } from 'react';
import type { Trouble } from '#client/lib/api.ts';

const SECOND_MS = 1000;

/** Whole seconds until the trainee may try again, read from the refusal's detail; 0 when the detail gives none. */
export const useSecondsLeft = (refused: Trouble | null): number => {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const waitSeconds = Number(refused?.detail ?? 0);
    const until = Date.now() + (Number.isFinite(waitSeconds) ? waitSeconds : 0) * SECOND_MS;
    const count = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / SECOND_MS)));
    count();
    if (refused === null) return;
    const timer = setInterval(count, SECOND_MS / 4);
    return () => clearInterval(timer);
  }, [refused]);
  return left;
};
