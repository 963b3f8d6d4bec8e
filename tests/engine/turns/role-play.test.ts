import { describe, expect, it } from 'vitest';
import type { Command } from '#engine/model/commands.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import { LINE_MAX, LINES_IN_A_ROW, type PlayerAct } from '#engine/model/role-play.ts';
import { fold } from '#engine/state/evolve.ts';
import { at, drive, end, judged, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoes, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, order, text } from '#tests/engine/support/tiny.ts';

const plays = (ms: number, act: PlayerAct): Command => ({ kind: 'play', at: ms, id: `p${ms}`, act });
const start: Command = { kind: 'start', at: 0 };
const asks = (ms: number, text: string, from: string | null = null): Command =>
  plays(ms, { do: 'say', text, beat: from });

const played = (commands: readonly Command[], data = shoes) =>
  drive(data, [plays(0, { do: 'ready' }), start, ...commands], { rolePlay: true, start: false });

describe('a drill whose customer a person plays', () => {
  it('[J28] starts once the player is ready, and says nothing by itself after the opening', () => {
    const early = drive(shoes, [start], { rolePlay: true, start: false });
    expect(early.refusals.map(({ code }) => code)).toEqual(['player-missing']);
    const { log, drill } = played([say(20_000, SAID.size), tick(2_000_000)]);
    expect(words(log)).toEqual(['这双我穿几码']);
    expect(of(log, 'nudged')).toEqual([]);
    expect(drill.ended).toBeNull();
    expect(of(log, 'turn-closed').map(({ reaction, bad }) => [reaction, bad])).toEqual([['none', false]]);
  });

  it('[J28] judges the turn before the player goes on, and opens a question with the line of the case it stands for', () => {
    const { log } = played([say(10_000, SAID.size), asks(11_000, '那今天发不发呀', 'ship'), say(30_000, SAID.ship)]);
    const kinds = log.map(({ kind }) => kind);
    expect(kinds.indexOf('turn-closed')).toBeLessThan(kinds.lastIndexOf('customer-said'));
    expect(of(log, 'question-opened').map(({ question }) => question)).toEqual(['q-size', 'q-ship']);
    expect(judged(log, 1).points.map(({ point, state }) => [point, state])).toEqual([['size', 'covered']]);
    const after = played([say(10_000, SAID.size), asks(11_000, '发不发', 'ship'), say(30_000, SAID.ship), end(90_000)]);
    expect(at(after).ledger['q-ship']?.state).toBe('answered');
  });

  it('[J28] leaves out of the ledger what the player never asked', () => {
    const { log } = played([say(10_000, SAID.size), asks(30_000, '随便问问'), end(90_000)]);
    expect(of(log, 'question-opened').map(({ question }) => question)).toEqual(['q-size']);
    const later = played([asks(30_000, '随便问问'), plays(31_000, { do: 'asked', beat: 'ship' }), end(90_000)]);
    expect(Object.keys(at(later).ledger)).toEqual(['q-size', 'q-ship']);
  });

  it('[J29] takes the mood from the player alone, and the stars from it', () => {
    const { log } = played([
      say(10_000, SAID.insult),
      plays(30_000, { do: 'mood', mood: 'angry' }),
      plays(31_000, { do: 'leave', how: 'angry' }),
      tick(200_000),
    ]);
    expect(of(log, 'mood-moved').map(({ to, why }) => [to, why])).toEqual([[10, 'player']]);
    expect(of(log, 'ending-reached').map(({ outcome, rating }) => [outcome, rating])).toEqual([['lost', 1]]);
    expect(of(log, 'drill-ended').map(({ why }) => why)).toEqual(['finished']);
  });

  it('[J29] pays what is unpaid, leaves content, and waits for the goodbye', () => {
    const data = contentOf([
      shoesWith({
        orders: [order({ status: 'unpaid' })],
        beats: [sizeBeat(), shipBeat(), beat({ id: 'more', then: 'kept' })],
      }),
    ]);
    const { log, refusals } = played(
      [
        say(10_000, SAID.size),
        plays(30_000, { do: 'pay' }),
        plays(31_000, { do: 'pay' }),
        plays(32_000, { do: 'leave', how: 'content' }),
        say(40_000, SAID.bye),
        tick(300_000),
      ],
      data,
    );
    expect(refusals.map(({ code }) => code)).toEqual(['nothing-to-pay']);
    expect(of(log, 'ending-reached').map(({ outcome }) => outcome)).toEqual(['paid']);
    expect(of(log, 'window-closed').map(({ windowKind, how }) => [windowKind, how])).toEqual([['goodbye', 'taken']]);
    expect(of(log, 'drill-ended')).toHaveLength(1);
  });

  it('[J120] says nothing more of the opening once the player has left, and a log from before goes on as it did', () => {
    const data = contentOf([
      shoesWith({ beats: [{ ...sizeBeat(), says: ['在吗', '我看中一双鞋', '这双我穿几码'].map(text) }, shipBeat()] }),
    ]);
    const second = of(played([tick(60_000)], data).log, 'customer-said')[1]?.at ?? 0;
    const leaves = plays(second, { do: 'leave', how: 'content' });
    const { log } = played([leaves, tick(200_000)], data);
    expect(words(log)).toEqual(['在吗', '我看中一双鞋']);
    expect(of(log, 'question-opened')).toEqual([]);
    expect(of(log, 'drill-ended').map(({ why }) => why)).toEqual(['finished']);
    expect(of(log, 'ending-reached').map(({ drops }) => drops)).toEqual([true]);
    // Who leaves with nothing planned has the same log as ever.
    const late = played([plays(60_000, { do: 'leave', how: 'content' })], data);
    expect(Object.keys(of(late.log, 'ending-reached')[0] ?? {})).not.toContain('drops');
    const untilLeft = log.slice(0, log.findIndex(({ kind }) => kind === 'ending-reached') + 1);
    const older = untilLeft.map((event) => {
      if (event.kind !== 'ending-reached') return event;
      const { drops: _, ...before } = event;
      return before;
    });
    const pendingIn = (events: typeof log) => fold(emptyDrill, events).conversations.c1?.pending.length;
    expect([pendingIn(untilLeft), pendingIn(older)]).toEqual([0, 1]);
  });

  it('[J30] refuses what is empty, too long, too much, not on the card, after the end, and in any other drill', () => {
    const many = Array.from({ length: LINES_IN_A_ROW }, (_, n) => asks(10_000 + n, `第${n}句`));
    const codes = (commands: readonly Command[]) => played(commands).refusals.map(({ code }) => code);
    expect(codes([asks(10_000, ' '), asks(10_000, 'a'.repeat(LINE_MAX + 1)), asks(10_000, '在', 'nowhere')])).toEqual([
      'empty-message',
      'message-too-long',
      'unknown-line',
    ]);
    expect(codes(many)).toEqual(['too-many-lines']);
    expect(codes([plays(10_000, { do: 'leave', how: 'angry' }), asks(11_000, '喂')])).toEqual(['conversation-closed']);
    expect(drive(shoes, [asks(10_000, '喂')]).refusals.map(({ code }) => code)).toEqual(['not-a-role-play']);
  });

  it('[J28] is the same log for the same commands, and no key of it stands in any other drill', () => {
    const commands = [say(10_000, SAID.size), asks(12_000, '那今天发不发呀', 'ship'), end(60_000)];
    expect(played(commands).log).toEqual(played(commands).log);
    expect(JSON.stringify(drive(shoes, []).log)).not.toContain('rolePlay');
  });
});
