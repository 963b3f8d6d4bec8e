import { useEffect, useState } from 'react';
import type { Trouble } from '#client/lib/api.ts';

const SECOND_MS = 1000;

/** Whole seconds until the trainee may try again, read from the refusal's detail; 0 when the detail gives none. */
export const useSecondsLeft = (refusal: Trouble | null): number => {
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    const waitSeconds = Number(refusal?.detail ?? 0);
    const untilMs = Date.now() + (Number.isFinite(waitSeconds) ? waitSeconds : 0) * SECOND_MS;
    const count = () => setSecondsLeft(Math.max(0, Math.ceil((untilMs - Date.now()) / SECOND_MS)));
    count();
    if (refusal === null) return;
    const timer = setInterval(count, SECOND_MS / 4);
    return () => clearInterval(timer);
  }, [refusal]);
  return secondsLeft;
};
