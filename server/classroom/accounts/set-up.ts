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
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

/** A code for setting up from another device, new at every start. */
export const newSetUpCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');

/**
 * Creates the first school and its admin, once on each machine. `isLocalRequest`: it comes from the machine itself and
 * needs no code.
 */
export const setUp = async (
  { people, locks, passwords, throttle, clock, setUpCode }: SetUpNeeds,
  request: z.infer<typeof setUpSchema>,
  isLocalRequest: boolean,
): Promise<Reply<Person>> => {
  const isSetUp = async (): Promise<boolean> => (await people.schools()).length > 0;
  if (await isSetUp()) return { ok: false, error: failure('set-up-done') };
  if (!isLocalRequest) {
    if (throttle.begin('set-up') > 0) return { ok: false, error: failure('too-many-requests') };
    if (!isSameCode(request.code ?? '', setUpCode)) return { ok: false, error: failure('bad-set-up-code') };
    throttle.succeeded('set-up');
  }
  const weakness = passwordFault(request.password, request);
  if (weakness !== null) return { ok: false, error: failure(weakness) };
  if (passwords.isBusy()) return { ok: false, error: failure('too-many-requests') };
  const password = await passwords.hash(request.password);
  // Two requests may have come this far while passwords were hashed: only one of them succeeds.
  return locks.hold('set-up', async () => {
    if (await isSetUp()) return { ok: false, error: failure('set-up-done') };
    const created = newSchool(request, password, clock.now());
    await people.createSchool(created.school, created.admin);
    return { ok: true, value: created.admin };
  });
};

/** A school and its first admin, not yet stored. */
export const newSchool = (
  { school, name, login }: z.infer<typeof newSchoolSchema>,
  password: string,
  createdAt: number,
): { school: School; admin: Person } => {
  const id = newId('s');
  return {
    school: { id, name: school, createdAt: createdAt },
    admin: {
      id: newId('p'),
      school: id,
      name,
      role: 'admin',
      login: loginKey(login),
      password,
      createdAt: createdAt,
      disabledAt: null,
      seenAt: null,
    },
  };
};

const isSameCode = (typed: string, code: string): boolean => {
  const digest = (text: string): Buffer =>
    createHash('sha256').update(text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')).digest();
  return timingSafeEqual(digest(typed), digest(code));
};
