/** 挂起 of a customer who goes to a colleague or the next shift: held against nobody in time, against who promised it after. */
import { expect, it } from 'vitest';
import type { Command } from '#engine/model/commands.ts';
import { makeReport } from '#scoring/report.ts';
import { of, say, tick, transfer } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';
import { shoes } from '#tests/engine/support/shoes.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';

const PROMISE = '我查一下尺码表，2分钟内回您。';
const NOTE = '答应两分钟内回尺码';
const MINUTES = { minutes: 3, closingMs: 60_000, handoverMs: 60_000 };

/** What became of its window, and whether the report holds it against the trainee. */
const noReturn = (...commands: Command[]) => {
  const { log } = rushDrive(commands, [5000], MINUTES);
  const closed = of(log, 'window-closed').find(({ windowKind }) => windowKind === 'return');
  return [closed?.how, makeReport({ ...shoes, rubric }, log).findings.some(({ code }) => code === 'no-return')];
};

it('[Q86] given to a colleague', () => {
  expect(noReturn(say(20_000, PROMISE), tick(30_000), transfer(100_000, 'c1', NOTE), tick(600_000))).toEqual([
    'void',
    false,
  ]);
  expect(noReturn(say(20_000, PROMISE), tick(30_000), transfer(160_000, 'c1', NOTE), tick(600_000))).toEqual([
    'missed',
    true,
  ]);
});

it('[Q86] left to the next shift', () => {
  // The shift is over at 4:00.
  expect(noReturn(say(150_000, PROMISE), tick(250_000), transfer(290_000, 'c1', NOTE), tick(600_000))).toEqual([
    'void',
    false,
  ]);
  expect(noReturn(say(80_000, PROMISE), tick(250_000), transfer(290_000, 'c1', NOTE), tick(600_000))).toEqual([
    'missed',
    true,
  ]);
});
