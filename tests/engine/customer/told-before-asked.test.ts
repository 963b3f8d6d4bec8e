/**
 * Nobody asks for what they have just been told (RULES T126, T127), and nobody minds what they asked for (T130): plays by strangers
 * in whose turns both readers had found the customer deaf, on the program of today.
 */
import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { library } from '#tests/support/library.ts';

const plays = readRounds().flatMap(({ round, plays: ofRound }) => ofRound.map((play) => ({ round, ...play })));
/** The stored play, what its customer said then, and what they say today. */
const said = (round: string, id: string): { then: string; today: string; events: DrillEvent[] } => {
  const play = plays.find((stored) => stored.round === round && stored.id === id);
  if (!play) throw new Error(`no play ${id}`);
  const { events } = playedOnce(library, [play.scenario], toReplies(play.replies), {
    after: play.after,
    card: play.card,
  });
  return {
    then: play.reactions.map(({ customer }) => customer).join(' ⏎ '),
    today: events
      .flatMap((event) => (event.kind === 'customer-said' && event.bubble.kind === 'text' ? [event.bubble.text] : []))
      .join(' ⏎ '),
    events,
  };
};

describe('a question that was told ahead [T127]', () => {
  it.each([
    ['0.9.10', 's-deposit-cold-feet-middling', '要是你们没货发呢', '就是付一份还两份 对吧'],
    ['0.9.10', 't-strawberry-locker-good', '你给个数', '那这钱谁点头'],
    ['0.8.7', 'j-out-of-stock-truth-poor', '那什么时候能有', '那L这回是穿不上了 对吧'],
  ])('%s %s: %s is made sure of, or the rest asked for', (round, id, asked, instead) => {
    const { then, today } = said(round, id);
    expect(then).toContain(asked);
    expect(today).not.toContain(asked);
    expect(today).toContain(instead);
  });
});

it('[T126] a figure that the trainee tells in a second turn is meant, and not read back', () => {
  const { then, today } = said('0.9.10', 's-egg-yolk-crushed-poor');
  expect(then).toContain('3块对吧');
  expect(today).not.toContain('3块对吧');
});

it('[T126] who has just been told 嗯嗯明天 to 明天对吧 minds it and doesn’t ask 是这天 once more', () => {
  const { then, today } = said('0.9.16', 'r-no-reason-tinghe-middling');
  expect(then).toContain('是这天');
  expect(today).not.toContain('是这天');
  expect(today).toContain('我可照你说的点了');
});

it('[T126] 你确定 is still asked of who tells it for the first time', () => {
  const wrong = toReplies([{ to: 'any', after: '8s', say: '可以退的，后天晚上12点之前点申请都行' }] as never);
  const { events } = playedOnce(library, ['return-dispute/no-reason-tinghe'], wrong, { card: 6 });
  const lines = events.flatMap((event) =>
    event.kind === 'customer-said' && event.bubble.kind === 'text' ? [event.bubble.text] : [],
  );
  expect(lines.join('\n')).toMatch(/是这天|确定|后天/);
});

it('asks whether the other comes first of nobody who has said which one does', () => {
  const { then, today } = said('0.9.16', 'r-together-guchui-good');
  expect(then).toContain('那是空气炸锅先到我手里');
  expect(today).not.toContain('那是空气炸锅先到我手里');
});

it('[T130] a refund that the customer asked for is minded by nobody, and ends the talk', () => {
  const { then, today, events } = said('0.9.10', 'q-swap-colour-poor');
  expect(then).toContain('谁让你取消的');
  expect(today).not.toContain('谁让你取消的');
  expect(events.find((event) => event.kind === 'action-done' && event.action === 'cancel-order')).toMatchObject({
    forbidden: null,
  });
});

it('[T130] what the customer hasn’t asked for is minded as ever', () => {
  const early = toReplies([{ to: 'any', after: '8s', do: [{ action: 'cancel-order' }], say: ['给您取消了'] }] as never);
  const { events } = playedOnce(library, ['order-change/swap-colour'], early, { card: 3 });
  expect(events.find((event) => event.kind === 'action-done')).not.toMatchObject({ forbidden: null });
});
