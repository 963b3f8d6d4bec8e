/** A customer who only waits for an operation: in silence (RULES M66), and for money that was sent otherwise (RULES M65). */
import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { act, drive, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, SHIP, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, line, need, noReacts } from '#tests/engine/support/tiny.ts';

const NOTE = '备注给我写一下';
const needs = [need({ do: 'remark', undone: line(NOTE) })];
const story = contentOf([shoesWith({ beats: [sizeBeat(), shipBeat({ asks: [SHIP], needs })] })]);
/** These messages, then two minutes and a half of silence. */
const silentAfter = (...said: string[]): readonly DrillEvent[] =>
  drive(story, [...said.map((text, i) => say(10_000 + i * 20_000, text)), tick(160_000 + said.length * 20_000)]).log;
const inSilence = (log: readonly DrillEvent[]): string[] =>
  of(log, 'customer-said').flatMap(({ why, bubble }) =>
    why.kind === 'silence' && bubble.kind === 'text' ? [bubble.text] : [],
  );
const nudgedAt = (log: readonly DrillEvent[]): readonly number[] => of(log, 'nudged').map(({ at }) => at);

describe('[M66] a customer who has nodded and waits for an operation alone', () => {
  it('asks for it in the silence, and goes when they would have gone', () => {
    const log = silentAfter(SAID.size, SAID.ship, SAID.here);
    expect(inSilence(log)[0]).toBe(NOTE);
    expect(nudgedAt(log).length).toBe(3);
    expect(of(log, 'ending-reached').map(({ ending }) => ending)).toEqual(['gone']);
  });

  it('asks for nothing where they have asked for it last, or wait for an answer', () => {
    expect(inSilence(silentAfter(SAID.size, SAID.ship))).not.toContain(NOTE);
    expect(inSilence(silentAfter(SAID.size, SAID.here))).not.toContain(NOTE);
  });
});

describe('[J238] a customer who has nodded to all they asked and lacks a look-up they do not see', () => {
  const lookUp = [need({ do: 'check-order', undone: line('你查一下呗') })];
  const looked = contentOf([
    shoesWith({
      beats: [
        sizeBeat(),
        shipBeat({ asks: [SHIP], needs: lookUp, reacts: { ...noReacts, slots: { resolved: line('行 那来得及') } } }),
      ],
    }),
  ]);
  const silentFor = (...said: string[]): readonly DrillEvent[] =>
    drive(looked, [...said.map((text, i) => say(10_000 + i * 20_000, text)), tick(160_000 + said.length * 20_000)]).log;

  it('goes on as after the answer, in no worse mood', () => {
    const log = silentFor(SAID.size, `${SAID.ship}。${SAID.unknown}？`, SAID.here);
    expect(words(log)).not.toContain('你查一下呗');
    expect(words(log)).toContain('行 那来得及');
    expect(nudgedAt(log)).toEqual([]);
    expect(of(log, 'ending-reached').map(({ ending }) => ending)).toEqual(['kept']);
  });
});

describe('[J246] a look-up that the trainee says they have made', () => {
  const LOOK = '你查一下呗';
  const afterLooking = (...more: (typeof needs)[number][]): string[] =>
    words(
      drive(
        contentOf([
          shoesWith({
            beats: [
              sizeBeat(),
              shipBeat({ asks: [SHIP], needs: [need({ do: 'check-order', undone: line(LOOK) }), ...more] }),
            ],
          }),
        ]),
        [say(10_000, SAID.size), say(30_000, `查到了，${SAID.ship}`), tick(60_000)],
      ).log,
    );
  it('is asked for by nobody: what else they wait for is', () => {
    expect(afterLooking(...needs)).toContain(NOTE);
    expect(afterLooking(...needs)).not.toContain(LOOK);
    expect(afterLooking()).not.toContain(LOOK);
  });
});

describe('[M65] money sent by another sum', () => {
  const paid = [need({ do: 'refund', with: { amount: 1350 }, undone: line('钱退我') })];
  const money = contentOf([shoesWith({ beats: [sizeBeat(), shipBeat({ asks: [SHIP], needs: paid })] })]);
  const paidWith = (text: string): string[] =>
    words(drive(money, [act(5_000, 'refund', { amount: 1200 }), say(10_000, text), tick(30_000)]).log);
  const told = `${SAID.size}，${SAID.ship}`;

  it('keeps no beat waiting that the story comes to later, once it was named', () => {
    const said = paidWith(`${told}，退了您12元`);
    expect(said).not.toContain('今天能发吗');
    expect(said).not.toContain('钱退我');
  });

  it('is waited for where nobody named it', () => {
    expect(paidWith(told)).toContain('钱退我');
  });
});
