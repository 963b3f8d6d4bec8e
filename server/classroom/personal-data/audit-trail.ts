/** Notes of the audit trail, stored behind the back of whoever did what they tell of. */
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
  /** Works out every hash of the whole trail anew. */
  check(): Promise<ChainChecked>;
  close(): Promise<void>;
};
type Needs = { storage: Pick<Storage, 'audit' | 'people'>; clock: Clock; logger: Logger };

/** Milliseconds until notes that couldn't be stored are tried again. */
const AGAIN_MS = 10_000;
/** Notes kept while nothing can be stored; beyond that the oldest are lost, and the log says so. */
const MAX_WAITING = 10_000;

export function createAuditTrail({ storage: { audit, people }, clock, logger }: Needs): AuditTrail {
  let waiting: AuditNote[] = [];
  let storing: Promise<void> | null = null;
  let cancelRetry = (): void => {};

  const storeAll = async (): Promise<void> => {
    // What is noted in one turn of the event loop is one transaction.
    await new Promise((next) => setImmediate(next));
    while (waiting.length > 0) {
      const notes = waiting;
      waiting = [];
      try {
        await audit.append(notes);
      } catch (error) {
        logger.error({ err: error, items: notes.length }, 'audit trail not written');
        waiting = [...notes, ...waiting].slice(-MAX_WAITING);
        cancelRetry();
        cancelRetry = clock.setTimer(AGAIN_MS, start);
        return;
      }
    }
  };
  function start(): void {
    storing ??= storeAll().finally(() => {
      storing = null;
    });
  }

  return {
    note: (note) => {
      waiting.push({ ...note, at: clock.now() });
      start();
    },
    settled: async () => {
      while (storing !== null) await storing;
    },
    read: async ({ school, machineAdmin }, before) => {
      const found = await audit.list({ school, machine: machineAdmin, before, most: AUDIT_SHOWN + 1 });
      const names = new Map<string, string>();
      const nameOf = async (id: string): Promise<string> => {
        const name = names.get(id) ?? (await people.person(id))?.name ?? say('data:deleted');
        names.set(id, name);
        return name;
      };
      const rows: AuditRow[] = [];
      for (const { n, at, kind, actor, subject, details, hash } of found.slice(0, AUDIT_SHOWN)) {
        const name = actor === null ? null : await nameOf(actor);
        rows.push({ n, at, kind, what: whatOf(kind), actor: name, subject, details, hash });
      }
      return { rows, more: found.length > AUDIT_SHOWN };
    },
    check: audit.check,
    close: async () => {
      cancelRetry();
      while (storing !== null) await storing;
    },
  };
}

const whatOf = (kind: AuditKind): string => say(`data:kind.${kind}`);
