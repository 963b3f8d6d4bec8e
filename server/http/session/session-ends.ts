import type { PeopleStorage } from '#storage/people.ts';

/** Tells the sockets that sessions may have ended, so that theirs are cut at once. */
export type SessionEnds = { tell(): void; listen(listener: () => void): void };

export function createSessionEnds(): SessionEnds {
  const listeners: (() => void)[] = [];
  return {
    tell: () => {
      for (const listener of listeners) listener();
    },
    listen: (listener) => void listeners.push(listener),
  };
}

/** The same storage, which tells of every end of a session: no route can forget to. */
export const notifyingOnSessionEnd = (people: PeopleStorage, { tell }: Pick<SessionEnds, 'tell'>): PeopleStorage => ({
  ...people,
  endSession: async (tokenHash) => {
    await people.endSession(tokenHash);
    tell();
  },
  endSessions: async (person, butTokenHash) => {
    await people.endSessions(person, butTokenHash);
    tell();
  },
  endSessionOf: async (person, id) => {
    const hasEnded = await people.endSessionOf(person, id);
    tell();
    return hasEnded;
  },
});
