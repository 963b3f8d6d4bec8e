/**
 * The lines customers ask on with (RULES T6): a yes or a no settles every check, whichever way round it is put, and no
 * ask tells the answer.
 */
import { describe, expect, it } from 'vitest';
import type { Reaction } from '#engine/model/content.ts';
import { judge } from '#language/judge.ts';
import { type Context, contextsOf } from '#scripts/accuracy/invariants/contexts.ts';
import { library } from '#tests/support/library.ts';

/** The musts of a context with the lines its customer asks on with. */
const mustsOf = ({ scenario, name }: Context) => {
  const beat = library.scenarios.get(scenario)?.beats.find(({ id }) => name === `${scenario}/${id}`);
  return (beat?.asks ?? []).flatMap(({ points }) => points.filter(({ must }) => must));
};
const linesOf = (reaction: Reaction | undefined): string[] =>
  (reaction?.bursts ?? []).map((burst) => burst.map((one) => (one.kind === 'text' ? one.text : '')).join(' '));

const all = contextsOf(library).flatMap((context) => mustsOf(context).map((point) => ({ context, point })));

const DENIES = /[不没别]/;

describe('[T19] a customer who asks on', () => {
  it('has an ask and both ways of a check for every must point', () => {
    expect(all.length).toBeGreaterThan(500);
    const lack = all.filter(({ point: { ask, check } }) => !ask || !check?.right || !check.wrong);
    expect(lack.map(({ context, point }) => `${context.name} ${point.id}`)).toEqual([]);
  });

  it.each([
    ['对', true],
    ['嗯对的', true],
    ['不是', false],
    ['反了', false],
  ])('hears 「%s」 in answer to a check as what it says', (reply, agrees) => {
    const misheard = all.flatMap(({ context: { name, questions, points }, point: { id, check } }) =>
      [true, false].flatMap((right) =>
        linesOf(right ? check?.right : check?.wrong).flatMap((says) => {
          // 不是 to a check that denies says either, so it is left to people (T33).
          if (reply === '不是' && DENIES.test(says)) return [];
          const heard = judge({ reply, customer: says, questions, points, checked: { point: id, says, right } });
          const state = heard.points.find((one) => one.id === id)?.state;
          return state === (right === agrees ? 'covered' : 'wrong') ? [] : [`${name} ${id} ${says}: ${state}`];
        }),
      ),
    );
    expect(misheard).toEqual([]);
  });

  it('never asks in the words of the answer', () => {
    const plain = (text: string): string => text.replaceAll(/[\s\p{P}]/gu, '');
    const told = all.flatMap(({ context: { name }, point: { id, says, also, ask } }) =>
      linesOf(ask).flatMap((line) =>
        [says, ...(also ?? [])].some((key) => plain(key).length > 3 && plain(line).includes(plain(key)))
          ? [`${name} ${id} ${line}`]
          : [],
      ),
    );
    expect(told).toEqual([]);
  });
});
