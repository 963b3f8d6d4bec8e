/** Nobody asks after an operation that nobody has spoken of (RULES M67): on every case, with trainees who promise nothing. */
import { describe, expect, it } from 'vitest';
import { asksAfterState, groundedAsk } from '#engine/customer/asks-after.ts';
import type { ContentData } from '#engine/model/content.ts';
import { drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, SHIP, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, need } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import { askedAfterNothing } from './asked-after.ts';
import { changedPlays, type GroundPlay, planPlays, storedPlays } from './plays.ts';

const said = (text: string) => [{ kind: 'text' as const, text }];
const reaction = (...texts: string[]) => ({ bursts: texts.map(said), mood: null, then: null, afterS: null });

describe('[M67] a customer who waits for an operation', () => {
  it('asks after none of which nobody has spoken, whatever the trainee says', () => {
    const plays: GroundPlay[] = [...planPlays(), ...changedPlays('全说对，该点的一个没点'), ...storedPlays()];
    expect(plays.length).toBeGreaterThan(sweepsAll ? 800 : 350);
    expect(
      plays.flatMap(({ name, data, events }) => askedAfterNothing(data, events).map((line) => `${name}: ${line}`)),
    ).toEqual([]);
  });

  it('has words for each that ask for it and suppose nothing, on every case and short customer', () => {
    const all = [...library.scenarios.values(), ...[...library.short.values()].map(({ scenario }) => scenario)];
    const lacking = all.flatMap(({ id, beats }) =>
      beats.flatMap(({ id: beat, needs }) =>
        needs.flatMap(({ undone }) => {
          const bursts = undone?.bursts ?? [];
          return bursts.length > 0 && bursts.every(asksAfterState) ? [`${id} ${beat}`] : [];
        }),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('asks after it once the trainee has said they do it, and asks for it plainly otherwise', () => {
    const needs = [need({ do: 'remark', undone: reaction('备注帮我写一下', '备注写上没') })];
    const plain = contentOf([shoesWith({ beats: [sizeBeat(), shipBeat({ asks: [SHIP], needs })] })]);
    const story: ContentData = {
      ...plain,
      actions: plain.actions.map((one) => (one.id === 'remark' ? { ...one, named: ['备注'] } : one)),
    };
    const answerTo = (text: string): string[] =>
      words(drive(story, [say(10_000, SAID.size), say(30_000, text), tick(60_000)]).log);
    expect(answerTo(SAID.ship)).toContain('备注帮我写一下');
    expect(answerTo(SAID.ship)).not.toContain('备注写上没');
    expect(answerTo(`${SAID.ship}，我这就给您备注`)).toContain('备注写上没');
  });

  it('has such lines known by their form', () => {
    for (const text of ['主管那边你递上去没得', '换货那边开好没', '那退货那边弄好了吗', '催没催', '还没停吗'])
      expect(asksAfterState(said(text)), text).toBe(true);
    for (const text of ['退货你替我弄一下呀', '你们上头知道这事不', '要我自己弄吗', '券呢', '那你改啊'])
      expect(asksAfterState(said(text)), text).toBe(false);
    expect(groundedAsk(reaction('报了没'), false)).toBeUndefined();
    expect(groundedAsk(reaction('报啊', '报了没'), true)?.bursts).toEqual([said('报了没'), said('报啊')]);
  });
});
