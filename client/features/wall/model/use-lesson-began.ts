import { useCallback, useState } from 'react';

const keyOf = (runId: string): string => `kefu.lesson.${runId}`;

const storedBeginning = (runId: string): number | null => {
  try {
    const value = Number(localStorage.getItem(keyOf(runId)) ?? Number.NaN);
    return Number.isFinite(value) ? value : null;
  } catch {
    return null;
  }
};

/** When the lesson began, if the teacher has set it by hand: a run may be opened long before the bell. */
export const useLessonBegan = (runId: string): [number | null, (at: number) => void] => {
  const [at, setAt] = useState(() => storedBeginning(runId));
  const set = useCallback(
    (value: number) => {
      setAt(value);
      try {
        localStorage.setItem(keyOf(runId), String(value));
      } catch {
        // Not remembered, still used on this page.
      }
    },
    [runId],
  );
  return [at, set];
};
