import { useEffect } from 'react';
import { call } from '#client/lib/api.ts';
import { setStorageStatus } from '#client/lib/storage-status.ts';
import { isStaff, usePerson } from './me.ts';

const ASK_MS = 20_000;

/** Asks how the server's storage is while somebody of the staff has this page before them. Most pages have no socket. */
export const useStorageWatch = (): void => {
  const person = usePerson();
  const isWatching = person !== null && isStaff(person.role);
  useEffect(() => {
    if (!isWatching) return;
    const ask = async (): Promise<void> => {
      if (document.hidden) return;
      const answer = await call('GET /api/storage');
      if (answer.ok) setStorageStatus(answer.value);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => clearInterval(timer);
  }, [isWatching]);
};
