/** A question that crossed with the customer's answer to an earlier one asks nothing again (RULES J217). */
import { expect, it } from 'vitest';
import { drive, judged, say, tick } from '#tests/engine/support/drive.ts';
import { INSTEP, SAID, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { burst, contentOf } from '#tests/engine/support/tiny.ts';

it('[J217] what is asked before the words that tell it are out isn’t asked again; behind them it is', () => {
  const knows = [{ ...INSTEP, says: burst('这个嘛 ⏎ 我脚背高') }];
  const data = contentOf([shoesWith({ beats: [sizeBeat()], customer: { knows } })]);
  const bubbles = drive(data, [say(10_000, SAID.instep), tick(40_000)]).log.flatMap((event) =>
    event.kind === 'customer-said' && event.why.kind === 'fact' ? [event.at] : [],
  );
  const [first = 0, last = 0] = bubbles;
  expect(last).toBeGreaterThan(first);
  const isAgain = (at: number): boolean =>
    judged(drive(data, [say(10_000, SAID.instep), say(at, SAID.instep), tick(at + 30_000)]).log, 2).askedAgain.length >
    0;
  expect(isAgain(last + 2000)).toBe(true);
  expect(isAgain(last - 300)).toBe(false);
});
