import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { newSchoolSchema, setUpSchema } from '#contract/people.ts';
import type { Locks } from '#storage/locks.ts';
import type { Person, School } from '#storage/people.ts';
import { newId } from './ids.ts';
import { loginKey, type SignInNeeds } from './sign-in.ts';
import { passwordFault } from './weak-password.ts';

export type SetUpNeeds = SignInNeeds & { locks: Locks; clock: Pick<Clock, 'now'>; setUpCode: string };

/** 0 and O, 1, I and L are left out: people mistake them for each other when they type the code. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const SIGNS_OF_CODE = 8;

/** A code for setting up from another device, new at every start. */
export const newSetUpCode = (): string =>
  Array.from({ length: SIGNS_OF_CODE }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/**
 * Creates the first school and its admin, once on each machine. `here`: the request comes from the machine itself and
 * needs no code.
 */
export async function setUp(
  { people, locks, passwords, tries, clock, setUpCode }: SetUpNeeds,
  asked: z.infer<typeof setUpSchema>,
  isHere: boolean,
): Promise<Reply<Person>> {
  const isSetUp = async (): Promise<boolean> => (await people.schools()).length > 0;
  if (await isSetUp()) return { ok: false, error: failure('set-up-done') };
  if (!isHere) {
    if (tries.begin('set-up') > 0) return { ok: false, error: failure('too-many-requests') };
    if (!sameCode(asked.code ?? '', setUpCode)) return { ok: false, error: failure('bad-set-up-code') };
    tries.right('set-up');
  }
  const weak = passwordFault(asked.password, asked);
  if (weak !== null) return { ok: false, error: failure(weak) };
  if (passwords.busy()) return { ok: false, error: failure('too-many-requests') };
  const password = await passwords.hash(asked.password);
  // Two requests may have come this far while passwords were hashed: only one of them succeeds.
  return locks.hold('set-up', async () => {
    if (await isSetUp()) return { ok: false, error: failure('set-up-done') };
    const created = newSchool(asked, password, clock.now());
    await people.createSchool(created.school, created.admin);
    return { ok: true, value: created.admin };
  });
}

/** A school and its first admin, not yet stored. */
export function newSchool(
  { school, name, login }: z.infer<typeof newSchoolSchema>,
  password: string,
  at: number,
): { school: School; admin: Person } {
  const id = newId('s');
  return {
    school: { id, name: school, createdAt: at },
    admin: {
      id: newId('p'),
      school: id,
      name,
      role: 'admin',
      login: loginKey(login),
      password,
      createdAt: at,
      disabledAt: null,
      seenAt: null,
    },
  };
}

function sameCode(typed: string, code: string): boolean {
  const digest = (text: string): Buffer =>
    createHash('sha256').update(text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')).digest();
  return timingSafeEqual(digest(typed), digest(code));
}
