import type { Principal } from '#common/access.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * The school whose own cases a principal may practise: the one they are signed in at, else the one whose seat their
 * device took last. Null: only the shipped cases.
 */
export const schoolOf = async ({ runs }: Pick<Storage, 'runs'>, { guest, person }: Principal): Promise<string | null> =>
  person?.school ?? (guest === null ? null : await runs.schoolOfDevice(guest));
