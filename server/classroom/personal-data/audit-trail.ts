/** The audit trail. Its notes are stored in the background, so that nobody's request waits for them. */
import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import {
  AUDIT_SHOWN,
  type AuditBody,
  type AuditKind,
  type AuditRow,
  type ChainChecked,
} from '#contract/personal-data/audit.ts';
import { say } from '#i18n/say.ts';
import type { AuditNote } from '#storage/audit.ts';
import type { Storage } from '#storage/storage.ts';

export type AuditTrail = {
  /** Adds a row; the caller goes on at once. Nothing but ids, numbers and words of the program may be in it. */
  note(note: Omit<AuditNote, 'at'>): void;
  /** Done when everything noted so far is stored, or couldn't be. */
  settled(): Promise<void>;
  /** What an admin may read, newest first. */
  read(reader: { school: string; machineAdmin: boolean }, before: number | null): Promise<AuditBody>;
  /** Recomputes every hash of the whole trail and compares it with the stored one. */
  verifyChain(): Promise<ChainChecked>;
  close(): Promise<void>;
};
type Needs = { storage: Pick<Storage, 'audit' | 'people'>; clock: Clock; logger: Logger };

/** Milliseconds until notes that couldn't be stored are tried again. */
const RETRY_MS = 10_000;
/** Notes kept while nothing can be stored; beyond that the oldest are lost, and the log says so. */
const MAX_WAITING = 10_000;

export const createAuditTrail = ({ storage: { audit, people }, clock, logger }: Needs): AuditTrail => {
  let unstored: AuditNote[] = [];
  let storing: Promise<void> | null = null;
  let cancelRetry = (): void => {};

  const storeAll = async (): Promise<void> => {
    // What is noted in one turn of the event loop is one transaction.
    await new Promise((next) => setImmediate(next));
    while (unstored.length > 0) {
      const notes = unstored;
      unstored = [];
      try {
        await audit.append(notes);
      } catch (error) {
        logger.error({ err: error, items: notes.length }, 'audit trail not written');
        unstored = [...notes, ...unstored].slice(-MAX_WAITING);
        cancelRetry();
        cancelRetry = clock.setTimer(RETRY_MS, startStoring);
        return;
      }
    }
  };
  const startStoring = (): void => {
    storing ??= storeAll().finally(() => {
      storing = null;
    });
  };

  return {
    note: (note) => {
      unstored.push({ ...note, at: clock.now() });
      startStoring();
    },
    settled: async () => {
      while (storing !== null) await storing;
    },
    read: async ({ school, machineAdmin }, before) => {
      const entries = await audit.list({ school, includesMachine: machineAdmin, before, limit: AUDIT_SHOWN + 1 });
      const names = new Map<string, string>();
      const nameOf = async (id: string): Promise<string> => {
        const name = names.get(id) ?? (await people.person(id))?.name ?? say('data:deleted');
        names.set(id, name);
        return name;
      };
      const rows: AuditRow[] = [];
      for (const { n, at, kind, actor, subject, details, hash } of entries.slice(0, AUDIT_SHOWN)) {
        const name = actor === null ? null : await nameOf(actor);
        rows.push({ n, at, kind, what: whatOf(kind), actor: name, subject, details, hash });
      }
      return { rows, more: entries.length > AUDIT_SHOWN };
    },
    verifyChain: audit.verifyChain,
    close: async () => {
      cancelRetry();
      while (storing !== null) await storing;
    },
  };
};

const whatOf = (kind: AuditKind): string => say(`data:kind.${kind}`);
