import { describe, expect, it } from 'vitest';
import { decide } from '#engine/decide.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { LONGEST_TURN } from '#engine/judge/judge-words.ts';
import type { Command } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Judged, JudgeRequest } from '#engine/model/judge-request.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { drive, end, judged, of, reactions, say, shut, tick } from '#tests/engine/support/drive.ts';
import { SAID, shoes, shoesWith } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, point, question } from '#tests/engine/support/tiny.ts';

const needsOf = (content: Content, drill: Drill, command: Command, known: readonly Judged[] = []): JudgeRequest => {
  const decided = decide(content, drill, command, known);
  if (decided.ok || !('needs' in decided)) throw new Error(`nothing is to be judged: ${JSON.stringify(decided)}`);
  return decided.needs;
};
const judgedBy = (content: Content, request: JudgeRequest): Judged => ({
  conversation: request.conversation,
  turn: request.turn,
  answer: answerRequest(content, request),
});
const two = contentOf([shoesWith(), shoesWith({ id: 'product-advice/other' })]);

describe('a turn that closes', () => {
  it('is put into a request as data, and decided once its judgement is there', () => {
    const { content, drill } = drive(shoes, [say(10_000, SAID.size)]);
    const request = needsOf(content, drill, tick(20_000));
    expect(request).toMatchObject({
      contentHash: 'tiny',
      conversation: 'c1',
      turn: 1,
      scenario: 'product-advice/shoes',
      words: { text: SAID.size, said: [{ id: 'c1-m10000', text: SAID.size, start: 0 }] },
      questions: ['q-size'],
      facts: ['instep'],
      others: [],
    });
    expect(request.points.slice(0, 2)).toEqual(['size', 'why']);
    expect(decide(content, drill, tick(20_000), [judgedBy(content, request)])).toEqual(
      decideJudged(content, drill, tick(20_000)),
    );
  });

  it('[T62] tells the story’s minute of the day, counted from the customer’s coming', () => {
    const at = (arrivesAt: number) => {
      const customers = [{ scenario: 'product-advice/shoes', arrivesAt }];
      const { content, drill } = drive(shoes, [tick(arrivesAt), say(arrivesAt + 130_000, SAID.size)], { customers });
      return needsOf(content, drill, tick(arrivesAt + 140_000)).nowMinute;
    };
    expect(at(0)).toBe(14 * 60 + 2);
    expect(at(600_000)).toBe(at(0));
  });

  it('[T62] lets a clock time answer where a span is right', () => {
    const callsBack = question({
      id: 'q-back',
      text: '多久给我回话',
      points: [point({ id: 'back', says: '2小时内回您', contradicts: ['明天回您'] })],
    });
    const data = contentOf([
      shoesWith({ beats: [beat({ id: 'back', says: '多久给我回话', asks: [callsBack], then: 'kept' })] }),
    ]);
    const stateOf = (reply: string) =>
      judged(drive(data, [say(10_000, reply), tick(20_000)]).log).points.find(({ point: id }) => id === 'back')?.state;
    expect(stateOf('16:00前给您回话')).toBe('covered');
    expect(stateOf('19:30前给您回话')).not.toBe('covered');
  });

  it('is judged alike whether or not its request and its answer were copied on the way', () => {
    const { content, drill } = drive(two, [say(10_000, `${SAID.size}\n${SAID.offsite}，稍等`)]);
    const request: JudgeRequest = JSON.parse(JSON.stringify(needsOf(content, drill, tick(20_000))));
    const answer: Judged = structuredClone(judgedBy(content, request));
    const copied = decide(content, drill, tick(20_000), [answer]);
    expect(JSON.stringify(copied)).toBe(JSON.stringify(decideJudged(content, drill, tick(20_000))));
  });

  it.each<[string, Command]>([
    ['a tick', tick(60_000)],
    ['the next words', say(60_000, SAID.here)],
    ['the end of the drill', end(12_000)],
    ['a stop', { kind: 'stop', at: 60_000, why: 'freeze' }],
    ['an inject', { kind: 'inject', at: 60_000, scenario: 'product-advice/shoes' }],
    ['a command that is refused afterwards', shut(60_000)],
  ])('is asked for before %s is decided', (_what, command) => {
    const { content, drill } = drive(shoes, [say(10_000, SAID.size)]);
    expect(needsOf(content, drill, command)).toMatchObject({ conversation: 'c1', turn: 1 });
  });

  it('gets its own request when one command closes two turns', () => {
    const { content, drill } = drive(two, [say(10_000, SAID.size), say(10_000, SAID.wrongSize, 'c2')]);
    const first = needsOf(content, drill, end(12_000));
    const known = [judgedBy(content, first)];
    const second = needsOf(content, drill, end(12_000), known);
    expect([first.conversation, second.conversation]).toEqual(['c1', 'c2']);
    const ended = decide(content, drill, end(12_000), [...known, judgedBy(content, second)]);
    expect(ended).toEqual(decideJudged(content, drill, end(12_000)));
    expect(ended.ok && of(ended.value, 'drill-ended')).toHaveLength(1);
  });

  it('takes no judgement that is of another turn', () => {
    const { content, drill } = drive(shoes, [say(10_000, SAID.size)]);
    const known = judgedBy(content, needsOf(content, drill, tick(20_000)));
    expect(needsOf(content, drill, tick(20_000), [{ ...known, turn: 2 }])).toMatchObject({ turn: 1 });
  });
});

describe('a turn too long to be an answer', () => {
  const filler = (length: number): string => '这款鞋子我们店里卖得一直很好，'.repeat(200).slice(0, length);
  /** In messages of 500 characters, as they are typed. */
  const said = (text: string): readonly DrillEvent[] => {
    const parts = text.match(/.{1,500}/gs) ?? [];
    const commands = parts.map((part, i) => say(10_000 + i, part));
    return drive(shoes, [...commands, tick(40_000)]).log;
  };
  /** Characters of the turn, the breaks between its messages included. */
  const turnOf = (length: number): string => {
    const breaks = Math.ceil(length / 501) - 1;
    return `${SAID.size}。${filler(length - breaks - SAID.size.length - 1)}`;
  };

  it('[T3] covers points up to 2,000 characters, and none beyond', () => {
    const most = judged(said(turnOf(LONGEST_TURN)));
    expect(most.text).toHaveLength(LONGEST_TURN);
    expect(most).toMatchObject({ stacking: false, points: [{ point: 'size', state: 'covered' }] });
    const over = said(turnOf(LONGEST_TURN + 1));
    expect(judged(over).text).toHaveLength(LONGEST_TURN + 1);
    expect(judged(over)).toMatchObject({ stacking: true, points: [], questions: [{ answer: 'evaded' }] });
    expect(reactions(over)).not.toContain('resolved');
  });

  it('is still heard for red lines in its last words', () => {
    const over = judged(said(`${turnOf(LONGEST_TURN + 500)}。${SAID.offsite}`));
    expect(over).toMatchObject({ stacking: true });
    expect(over.redLines.map(({ code }) => code)).toContain('offsite');
  });

  it('draws out no fact by a question behind the limit', () => {
    const asked = (text: string) => judged(said(text)).asked.map(({ fact }) => fact);
    expect(asked(SAID.instep)).toEqual(['instep']);
    expect(asked(`${filler(LONGEST_TURN)}。${SAID.instep}`)).toEqual([]);
  });
});
