import { useCallback, useState } from 'react';

const storageKey = (runId: string): string => `kefu.lesson.${runId}`;

const storedBeganAt = (runId: string): number | null => {
  try {
    const value = Number(localStorage.getItem(storageKey(runId)) ?? Number.NaN);
    return Number.isFinite(value) ? value : null;
  } catch {
    return null;
  }
};

/** When the lesson began, if the teacher has set it by hand: a run may be opened long before the bell. */
export const useLessonBegan = (runId: string): [number | null, (beganAt: number) => void] => {
  const [beganAt, setBeganAt] = useState(() => storedBeganAt(runId));
  const rememberBeganAt = useCallback(
    (value: number) => {
      setBeganAt(value);
      try {
        localStorage.setItem(storageKey(runId), String(value));
      } catch {
        // Not remembered, still used on this page.
      }
    },
    [runId],
  );
  return [beganAt, rememberBeganAt];
};
