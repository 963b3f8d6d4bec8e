import type { PeopleStorage } from '#storage/people.ts';

/** Tells the sockets that sessions may have ended, so that theirs are cut at once. */
export type SessionEnds = { notify(): void; subscribe(listener: () => void): void };

export const createSessionEnds = (): SessionEnds => {
  const listeners: (() => void)[] = [];
  return {
    notify: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => void listeners.push(listener),
  };
};

/** The same storage, which tells of every end of a session: no route can forget to. */
export const notifyingOnSessionEnd = (
  people: PeopleStorage,
  { notify }: Pick<SessionEnds, 'notify'>,
): PeopleStorage => ({
  ...people,
  endSession: async (tokenHash) => {
    await people.endSession(tokenHash);
    notify();
  },
  endSessions: async (person, butTokenHash) => {
    await people.endSessions(person, butTokenHash);
    notify();
  },
  endSessionOf: async (person, id) => {
    const hasEnded = await people.endSessionOf(person, id);
    notify();
    return hasEnded;
  },
});
