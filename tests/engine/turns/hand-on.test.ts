/** A seat's part of a project task: it ends with its last customer, and each goes on with a note. */
import { describe, expect, it } from 'vitest';
import { nextDue } from '#engine/clocks/next-due.ts';
import type { Command } from '#engine/model/commands.ts';
import type { Handed } from '#engine/model/project.ts';
import { drive, end, of, say, shut, tick, transfer } from '#tests/engine/support/drive.ts';
import { SAID, shoesWith } from '#tests/engine/support/shoes.ts';
import { contentOf } from '#tests/engine/support/tiny.ts';

const SHOES = 'product-advice/shoes';
const NEXT = 'product-advice/next';
const data = contentOf([shoesWith(), shoesWith({ id: NEXT })]);
const project = { comes: 1, next: { [SHOES]: '售后' } };
const FIRST = { customers: [{ scenario: SHOES, arrivesAt: 0 }], project };
const LAST = { customers: [], project };
const HANDED: Handed = {
  from: { drill: 'd1', conversation: 'c1' },
  parts: [{ drill: 'd1', role: '售前', day: '11-12', note: '39.5码', lines: [{ by: 'customer', text: '几码' }] }],
};

const handOn = (at: number, note = '39.5码，答应今天发'): Command => ({
  kind: 'hand-on',
  at,
  conversation: 'c1',
  note,
});
const receive = (at: number, scenario = NEXT): Command => ({ kind: 'receive', at, scenario, handed: HANDED });
const SERVED = [say(9000, SAID.size), say(40_000, SAID.ship)];

describe('[J39] a conversation goes on when its story here is over', () => {
  it('not before, and not without a note; then it is closed for its seat, whose drill ends by itself', () => {
    const early = drive(data, [say(9000, SAID.size), handOn(20_000)], FIRST);
    expect(early.refusals.map(({ code }) => code)).toEqual(['story-not-over']);
    const served = drive(data, [...SERVED, handOn(70_000, ' '), handOn(80_000), tick(200_000)], FIRST);
    expect(served.refusals.map(({ code }) => code)).toEqual(['note-missing']);
    expect(of(served.log, 'conversation-closed')).toMatchObject([
      { at: 80_000, by: 'trainee', note: '39.5码，答应今天发', handedTo: '售后' },
    ]);
    expect(served.drill.ended).toBe('finished');
  });

  it('stays as long as nobody hands it on: no goodbye closes it, and nobody ends the drill over it', () => {
    const kept = drive(data, [...SERVED, say(70_000, SAID.bye), tick(900_000), shut(900_000), end(901_000)], FIRST);
    expect(kept.drill.conversations.c1?.ending).not.toBeNull();
    expect(kept.drill.ended).toBeNull();
    expect(kept.refusals.map(({ code }) => code)).toEqual(['not-handed-on', 'project-goes-on']);
  });

  it('is for project tasks only, and the last role hands nobody on', () => {
    const customers = [{ scenario: SHOES, arrivesAt: 0 }];
    expect(drive(data, [...SERVED, handOn(70_000)], { customers }).refusals[0]?.code).toBe('not-a-project');
    const last = drive(data, [...SERVED, handOn(70_000)], { customers, project: { comes: 1, next: {} } });
    expect(last.refusals[0]?.code).toBe('nobody-next');
    expect(drive(data, [transfer(20_000)], FIRST).refusals[0]?.code).toBe('not-a-rush');
  });
});

describe('[J40] a seat whose customers are still to come', () => {
  it('waits without an end, also before its clock has begun, and gets each once', () => {
    const waiting = drive(data, [tick(600_000)], LAST);
    expect(waiting.drill.ended).toBeNull();
    expect(nextDue(waiting.content, waiting.drill)).toBeNull();
    const got = drive(data, [receive(0), receive(5000), tick(10_000)], { ...LAST, start: false });
    expect(got.refusals.map(({ code }) => code)).toEqual(['incident-came-already']);
    expect(of(got.log, 'customer-added')).toMatchObject([{ scenario: NEXT, arrivesAt: 3000, handed: HANDED }]);
  });

  it('ends when it is told that nobody comes any more', () => {
    const told = drive(data, [{ kind: 'expect', at: 30_000, count: 0 }, tick(60_000)], LAST);
    expect(of(told.log, 'customers-expected')).toMatchObject([{ count: 0 }]);
    expect(told.drill.ended).toBe('finished');
    const again = drive(data, [{ kind: 'expect', at: 30_000, count: 1 }], LAST);
    expect(of(again.log, 'customers-expected')).toEqual([]);
  });

  it('waits for the second when it expects two', () => {
    const two = { customers: FIRST.customers, project: { ...project, comes: 2 } };
    expect(drive(data, [...SERVED, handOn(80_000), tick(300_000)], two).drill.ended).toBeNull();
  });
});
