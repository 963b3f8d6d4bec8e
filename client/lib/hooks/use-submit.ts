import { useCallback, useRef, useState } from 'react';
import type { Answer, Trouble } from '#client/lib/api.ts';

/**
 * Sends a form once however often its button is pressed. `send` returns null if it was refused (or is already under
 * way); the refusal is then in `error` until the next attempt. `leavesPage`: a success leads to another page, so the form
 * stays busy. That page may take a moment to load, and a second press would create a second item.
 */
export const useSubmit = () => {
  const isUnderWay = useRef(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  const send = useCallback(
    async <T>(request: () => Promise<Answer<T>>, leavesPage = false): Promise<{ value: T } | null> => {
      if (isUnderWay.current) return null;
      isUnderWay.current = true;
      setIsBusy(true);
      setError(null);
      const answer = await request();
      if (answer.ok && leavesPage) return { value: answer.value };
      isUnderWay.current = false;
      setIsBusy(false);
      if (answer.ok) return { value: answer.value };
      setError(answer.error);
      return null;
    },
    [],
  );
  const clear = useCallback(() => setError(null), []);
  return { isBusy, error, send, clear };
};
