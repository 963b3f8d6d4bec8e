import type { Principal } from '#common/access.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * Whose cases an principal may practise: of the school they are signed in at, else of the one whose seat their device took
 * last. Null: nobody's but the shipped ones.
 */
export const schoolOf = ({ runs }: Pick<Storage, 'runs'>, { guest, person }: Principal): string | null =>
  person?.school ?? (guest === null ? null : runs.schoolOfDevice(guest));
