import { describe, expect, test } from 'vitest';
import { createLoginThrottle } from '#classroom/accounts/login-throttle.ts';
import { createPasswords } from '#classroom/accounts/passwords.ts';

describe('passwords', () => {
  test('are stored as scrypt with their cost and a salt of their own', async () => {
    const passwords = createPasswords();
    const [one, two] = await Promise.all([passwords.hash('correct horse'), passwords.hash('correct horse')]);
    expect(one).toMatch(/^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await passwords.matches('correct horse', one)).toBe(true);
    expect(await passwords.matches('ｃorrect horse', one)).toBe(true);
    expect(await passwords.matches('correct house', one)).toBe(false);
  });

  test('match nothing where no password or a malformed one is stored', async () => {
    const passwords = createPasswords(4);
    for (const stored of [null, '', 'plain', 'scrypt$15$8$1$$']) {
      expect(await passwords.matches('', stored)).toBe(false);
      expect(await passwords.matches('plain', stored)).toBe(false);
    }
  });

  test('are all hashed however many come, and the queue is empty afterwards', async () => {
    const passwords = createPasswords(4);
    const many = Array.from({ length: 210 }, (_, n) => passwords.hash(`password ${n}`));
    expect(passwords.isBusy()).toBe(true);
    expect(new Set(await Promise.all(many)).size).toBe(210);
    expect(passwords.isBusy()).toBe(false);
  });
});

describe('login attempts', () => {
  test('are free five times, then wait 2 s, doubled up to 5 min; a right password starts afresh', () => {
    let now = 0;
    const tries = createLoginThrottle({ now: () => now });
    for (let n = 0; n < 5; n += 1) expect(tries.begin('a')).toBe(0);
    const waits: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      const wait = tries.begin('a');
      waits.push(wait);
      now += wait * 1000;
      expect(tries.begin('a')).toBe(0);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300]);
    expect(tries.begin('b')).toBe(0);
    tries.succeeded('a');
    expect(tries.begin('a')).toBe(0);
    expect(tries.begin('a')).toBe(0);
  });

  test('are forgotten after an hour, and a clock set back makes nobody wait longer than five minutes', () => {
    let now = 10_000_000;
    const tries = createLoginThrottle({ now: () => now });
    for (let n = 0; n < 5; n += 1) tries.begin('a');
    now -= 9_000_000;
    expect(tries.begin('a')).toBe(300);
    now += 9_000_000 + 3600_000;
    for (let n = 0; n < 5; n += 1) expect(tries.begin('a')).toBe(0);
  });

  test('are remembered for a limited number of logins', () => {
    const tries = createLoginThrottle({ now: () => 0 });
    for (let n = 0; n < 5; n += 1) tries.begin('a');
    expect(tries.begin('a')).toBe(2);
    for (let n = 0; n < 5000; n += 1) tries.begin(`k${n}`);
    expect(tries.begin('a')).toBe(0);
  });
});
