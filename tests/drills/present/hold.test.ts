/** A hold at the desk: told from the words heard, ended by the next ones, and put aside by the trainee. */
import { describe, expect, test } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { heldConversations, heldUntil } from '#client/drill/model/hold-fold.ts';
import { type WireEvent, wireEventSchema } from '#contract/wire-events.ts';
import { createPresenter } from '#drills/present/present.ts';
import type { Command } from '#engine/model/commands.ts';
import { holdIn } from '#language/answers/hold.ts';
import { readText } from '#language/reading/clauses.ts';
import hold from '#messages/zh/hold.json' with { type: 'json' };
import { act, drive, of, say, tick, withdraw } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';

const PROMISE = '我查一下尺码表，2分钟内回您。';
const drop = (at: number): Command => ({ kind: 'drop-hold', at, conversation: 'c1' });
/** Sent with 挂起. */
const byButton = (at: number, text: string, backInMs: number): Command => ({ ...say(at, text), backInMs }) as Command;

const play = (...commands: Command[]) => {
  const played = drive(shoes, commands, { mode: 'exam' });
  const shown = played.log.flatMap(createPresenter(played.content));
  for (const event of shown) wireEventSchema.parse(event);
  return { ...played, shown };
};
const folded = (shown: readonly WireEvent[]) =>
  shown.reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView);
const until = (...commands: Command[]): number | null => heldUntil(folded(play(...commands).shown).conversations.c1);

describe('[Q76] a customer is on hold', () => {
  test('from words typed by hand as from the button, until the time that was named', () => {
    expect(until(say(10_000, PROMISE), tick(20_000))).toBe(130_000);
    expect(until(byButton(10_000, PROMISE, 120_000), tick(20_000))).toBe(130_000);
    // Nobody has read it yet: the button knows, words are heard when they are read.
    expect(until(byButton(10_000, PROMISE, 120_000))).toBe(130_000);
    expect(until(say(10_000, PROMISE))).toBeNull();
  });
  test('for a minute where no time was named, as long as the customer in fact waits', () => {
    expect(until(say(10_000, SAID.hold), tick(20_000))).toBe(70_000);
    // A long time promised again is waited for a minute.
    expect(until(say(10_000, SAID.hold120), say(40_000, PROMISE), tick(50_000))).toBe(100_000);
  });
  test('past the time too, until the next words; these end it whatever they say', () => {
    expect(until(say(10_000, PROMISE), tick(160_000))).toBe(130_000);
    expect(until(say(10_000, PROMISE), say(60_000, SAID.here))).toBeNull();
    expect(until(say(10_000, PROMISE), say(60_000, SAID.size), tick(70_000))).toBeNull();
    // Said in one turn with the answer: nothing is left to come back for.
    expect(until(say(10_000, PROMISE), say(12_000, SAID.size), tick(20_000))).toBeNull();
  });
  test('by no words that were taken back unread, nor off it', () => {
    expect(until(byButton(10_000, PROMISE, 120_000), withdraw(11_000, 'c1-m10000'), tick(20_000))).toBeNull();
    const back = [say(60_000, SAID.insult), withdraw(61_000, 'c1-m60000'), tick(70_000)];
    expect(until(say(10_000, PROMISE), ...back)).toBe(130_000);
    const again = [byButton(60_000, '再等5分钟', 300_000), withdraw(61_000, 'c1-m60000')];
    expect(until(say(10_000, PROMISE), ...again)).toBe(130_000);
  });
  test('no more once it is put aside, which the customer knows nothing of; once for each of the trainee’s words', () => {
    const put = [say(10_000, PROMISE), tick(20_000), drop(30_000), tick(160_000)];
    expect(until(...put)).toBeNull();
    const { log } = play(...put);
    const left = play(say(10_000, PROMISE), tick(20_000), tick(160_000)).log;
    expect(log.filter(({ kind }) => kind !== 'hold-dropped')).toEqual(left);
    const { refusals } = play(drop(5000), ...put.slice(0, 3), drop(31_000), say(40_000, SAID.hold120), drop(41_000));
    expect(refusals.map(({ code, command }) => [command.at, code])).toEqual([
      [5000, 'no-hold'],
      [31_000, 'no-hold'],
    ]);
  });
  test('and the most urgent stands first; who has gone isn’t', () => {
    const { shown } = play(say(10_000, PROMISE), tick(20_000));
    expect(heldConversations(folded(shown)).map(({ key }) => key)).toEqual(['c1']);
    const gone = play(say(10_000, PROMISE), tick(600_000));
    expect(heldConversations(folded(gone.shown))).toEqual([]);
  });
});

describe('[Q77] 挂起 sends ordinary words', () => {
  test('that are heard as the time they name, each errand with each time', () => {
    for (const sentence of Object.values(hold.reply))
      for (const minutes of [1, 2, 3, 5]) {
        const words = sentence.replace('{{n}}', `${minutes}`).replace('{{own}}', '问一下厂家');
        expect([words, holdIn(readText(words))?.seconds]).toEqual([words, minutes * 60]);
      }
  });
  test('and the log is that of the same words typed, but for the time by the button', () => {
    const rest = [tick(60_000), say(100_000, SAID.size), tick(130_000)];
    const pressed = play(byButton(10_000, PROMISE, 120_000), ...rest).log;
    const byHand = play(say(10_000, PROMISE), ...rest).log;
    expect(of(pressed, 'trainee-said')[0]?.backBy).toBe(130_000);
    expect(pressed.map((event) => ({ ...event, backBy: undefined }))).toEqual(
      byHand.map((event) => ({ ...event, backBy: undefined })),
    );
  });
  test('and the words decide where they name another time than the button', () => {
    expect(until(byButton(10_000, '我查一下尺码表，5分钟内回您。', 120_000), tick(20_000))).toBe(310_000);
    // Words that ask nobody to wait keep the trainee’s own reminder, and promise nothing.
    const { log } = play(byButton(10_000, SAID.here, 120_000), tick(20_000));
    expect(until(byButton(10_000, SAID.here, 120_000), tick(20_000))).toBe(130_000);
    expect(of(log, 'hold-begun')).toEqual([]);
  });
});

describe('[J195] a call back promised in words', () => {
  const CALL = '仓库的事今晚22:00前给您回话';
  const isPromised = (...commands: Command[]) => folded(play(...commands).shown).conversations.c1?.isCallPromised;
  const promised = [say(8000, SAID.size), say(20_000, CALL)];
  const note = (at: number, words: string): Command => act(at, 'remark', { note: words });

  test('is open until a note tells the next shift by when, before its words are heard or after', () => {
    expect(isPromised(...promised, tick(60_000))).toBe(true);
    expect(isPromised(...promised, tick(60_000), note(70_000, '22:00前回话'))).toBe(false);
    expect(isPromised(...promised, note(21_000, '22点前回'), tick(60_000))).toBe(false);
    expect(isPromised(...promised, note(21_000, '问仓库'), tick(60_000))).toBe(true);
  });
});
