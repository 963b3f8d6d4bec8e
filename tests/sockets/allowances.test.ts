import { expect, test } from 'vitest';
import { type Allowance, createAllowances } from '#sockets/allowances.ts';

/** Devices of one address, on a clock that stands until it is moved. */
const room = () => {
  const time = { now: 1_800_000_000_000 };
  const allowances = createAllowances(() => time.now);
  const device = (name: string, address = 'school'): Allowance =>
    allowances({ key: `guest ${name}`, address, isKnown: true });
  return { time, device };
};

/** How many of so many commands at once are allowed. */
const allowed = (who: Allowance, commands: number): number =>
  Array.from({ length: commands }, () => who.command(1)).filter((may) => may).length;

test('[N8] a device has one limit for all its sockets, and other devices theirs', () => {
  const { time, device } = room();
  const [first, second] = [device('a'), device('a')];
  expect(allowed(first, 30) + allowed(second, 30)).toBe(40);
  expect(allowed(device('b'), 30)).toBe(30);
  time.now += 1000;
  expect(allowed(second, 30)).toBe(8);
  expect(allowed(first, 30)).toBe(0);
});

test('[N8] a school of 600 that connects again at once is let in, each with three commands', () => {
  const { device } = room();
  const school = Array.from({ length: 600 }, (_, n) => device(`s${n}`));
  expect(school.every((who) => who.connect())).toBe(true);
  expect(school.every((who) => allowed(who, 3) === 3)).toBe(true);
});

test('[N8] hostile devices empty their address for themselves, not for who clicks now and then', () => {
  const { time, device } = room();
  const hostile = Array.from({ length: 150 }, (_, n) => device(`h${n}`));
  const quiet = device('quiet');
  const together = (): number => hostile.reduce((sum, who) => sum + allowed(who, 60), 0);
  // The address' burst, and the first half of each of those that come when it is used up.
  expect(together()).toBeLessThanOrEqual(2000 + 150 * 21);
  time.now += 10_000;
  expect(together()).toBeLessThan(150 * 80 * 0.6);
  expect(allowed(quiet, 10)).toBe(10);
  expect(allowed(device('elsewhere', 'home'), 40)).toBe(40);
});

test('[N8] the longest drill can be joined, and is paid off before the next one', () => {
  const { time, device } = room();
  const who = device('a');
  expect(who.catchUp(300_000)).toBe(true);
  expect(who.catchUp(1)).toBe(false);
  // Commands aren't refused for it: who came back to a long drill goes on working.
  expect(allowed(who, 40)).toBe(40);
  time.now += 19_000;
  expect(who.catchUp(1)).toBe(false);
  time.now += 2000;
  expect(who.catchUp(1)).toBe(true);
});

test('[N8] eight pages that ask once a second for what they were refused are never cut off', () => {
  const { time, device } = room();
  const who = device('a');
  for (let second = 0; second < 600; second++) {
    for (let page = 0; page < 8; page++) expect(who.refusal()).toBe(true);
    time.now += 1000;
  }
  expect(Array.from({ length: 200 }, () => who.refusal())).toContain(false);
});

test('a phone that connects twice a second for a while gets through, a loop doesn’t', () => {
  const { time, device } = room();
  const who = device('a');
  for (let n = 0; n < 40; n++) {
    expect(who.connect()).toBe(true);
    time.now += 500;
  }
  expect(Array.from({ length: 40 }, () => who.connect())).toContain(false);
});

test('a device is forgotten when nothing is owed, and not before', () => {
  const { time, device } = room();
  const owing = (): boolean => !device('a').catchUp(1);
  device('a').catchUp(10_000_000);
  for (let n = 0; n < 20_000; n++) device(`n${n}`).catchUp(1);
  time.now += 1000;
  device('last').catchUp(1);
  expect(owing()).toBe(true);
  time.now += 1_000_000;
  expect(owing()).toBe(false);
});
