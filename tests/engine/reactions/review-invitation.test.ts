/** 邀评: the card that asks for stars, at its moment and out of it (RULES V5). */
import { describe, expect, it } from 'vitest';
import type { Command } from '#engine/model/commands.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { act, at, drive, of, reactions, ready, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { burst, contentOf } from '#tests/engine/support/tiny.ts';

const CARD = 'invite-review';
const plain = contentOf([shoesWith()], { shop: { actions: [CARD, 'remark', 'send-order'] } });
const data = {
  ...plain,
  actions: [
    ...plain.actions,
    { id: CARD, title: '邀评', group: '跟进', sends: true, fields: [], done: '邀评卡已发给客户' },
  ],
};
const play = (...commands: Command[]) => drive(data, commands);
const verdicts = (log: readonly DrillEvent[]) => of(log, 'review-invited').map(({ verdict }) => verdict);
const stars = (log: readonly DrillEvent[]) =>
  of(log, 'customer-did').flatMap(({ deed }) => (deed.deed === 'rate' ? [deed.stars] : []));

const answered = [say(10_000, SAID.size), say(40_000, SAID.ship)];

describe('[V5] asking for a rating', () => {
  it('once the matter is done is right, and the customer gives the stars of their mood', () => {
    const { log } = play(...answered, act(60_000, CARD), tick(90_000));
    expect(verdicts(log)).toEqual(['settled']);
    const [ending] = of(log, 'ending-reached');
    expect(stars(log)).toEqual([ending?.rating]);
    expect(words(log)).not.toContain('invited-early 1');
  });

  it('together with the answer that settles it is right too, and the stars come after the customer’s last word', () => {
    const played = play(answered[0] as Command, say(40_000, SAID.ship), act(41_000, CARD), tick(90_000));
    expect(verdicts(played.log)).toEqual(['settled']);
    const rated = played.log.find((event) => event.kind === 'customer-did');
    expect(rated?.at).toBeGreaterThan(at(played).lastLineAt);
  });

  it('while a question stands open is too early: the customer minds it, waits on, and is gloomier', () => {
    const played = play(act(5000, CARD), tick(12_000));
    expect(of(played.log, 'review-invited')).toMatchObject([
      { verdict: 'early', awaits: 'question', question: 'q-size', unsure: false, card: 'c1-a5000' },
    ]);
    expect(reactions(played.log)).toEqual(['invited-early']);
    expect(words(played.log)).toContain('invited-early 1');
    expect(at(played).mood).toBe(54);
    expect(at(played).waitingSince).not.toBeNull();
    expect(stars(played.log)).toEqual([]);
  });

  it('beside words that say nothing is minded in place of them, and what is worse is minded first', () => {
    expect(reactions(play(say(10_000, SAID.vague), act(10_500, CARD), tick(30_000)).log)).toEqual(['invited-early']);
    expect(reactions(play(say(10_000, SAID.wrongSize), act(10_500, CARD), tick(30_000)).log)).toEqual(['wrong']);
    expect(reactions(play(say(10_000, SAID.insult), act(10_500, CARD), tick(30_000)).log)).toEqual(['red-line']);
  });

  it('beside a hold leaves the hold standing', () => {
    const { log } = play(say(10_000, SAID.hold30), act(10_500, CARD), tick(20_000));
    expect(reactions(log)).toEqual(['invited-early']);
    expect(of(log, 'hold-begun')).toHaveLength(1);
  });

  it('when nobody waits and the story goes on is neither: the stars come with its end', () => {
    const { log } = play(say(10_000, SAID.size), act(11_000, CARD), say(45_000, SAID.ship), tick(90_000));
    expect(verdicts(log)).toEqual(['undecided']);
    expect(stars(log)).toHaveLength(1);
  });

  it('is never too early for a question whose bubble came after the card', () => {
    const slow = {
      ...data,
      scenarios: [shoesWith({ beats: [sizeBeat(), { ...shipBeat(), says: burst('还有⏎另外一样⏎今天能发吗') }] })],
    };
    const { log } = drive(slow, [say(10_000, SAID.size), act(15_000, CARD), tick(40_000)]);
    expect(of(log, 'question-opened').at(-1)?.at).toBeGreaterThan(15_000);
    expect(verdicts(log)).toEqual(['undecided']);
  });

  it('a second time is one time too many, in words that nobody waits to have answered', () => {
    const { log, drill } = play(...answered, act(60_000, CARD), tick(70_000), act(72_000, CARD), tick(90_000));
    expect(verdicts(log)).toEqual(['settled', 'again']);
    expect(of(log, 'customer-said').at(-1)).toMatchObject({
      why: { kind: 'nod' },
      bubble: { text: 'invited-again 1' },
    });
    expect(drill.conversations.c1?.waitingSince).toBeNull();
    expect(stars(log)).toHaveLength(1);
  });

  it('an angry customer is asked too early, even once all is done', () => {
    const angry = { ...data, personas: data.personas.map((persona) => ({ ...persona, mood: 10, tolerates: 9 })) };
    const { log } = drive(angry, [...answered, act(60_000, CARD), tick(90_000)]);
    expect(of(log, 'review-invited')).toMatchObject([{ verdict: 'early', awaits: 'calm' }]);
  });

  it('the same commands give the same log', () => {
    const commands = [...answered, act(60_000, CARD), tick(90_000)];
    expect(drive(data, commands).log).toEqual(drive(data, commands).log);
    expect(ready(data).actions.has(CARD)).toBe(true);
  });
});
