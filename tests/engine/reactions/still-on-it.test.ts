/** What an earlier turn perhaps told is made sure of only while the talk is still on it (RULES M62). */
import { describe, expect, it } from 'vitest';
import type { Conversation } from '#engine/model/drill.ts';
import type { ReactionKind } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { nextFollowUp } from '#engine/state/follow-ups.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const AWAY: readonly ReactionKind[] = ['fact', 'dont-know', 'hold', 'none'];
const ON_IT: readonly ReactionKind[] = ['partly', 'rephrase', 'vague', 'evaded', 'undone'];

/** Turn 3 of a talk in which turn 2 perhaps told one point, and every other is covered. */
const state = (point: string, covered: readonly string[], more: Partial<Conversation>): Conversation =>
  ({
    points: { ...Object.fromEntries(covered.map((id) => [id, 'covered'])), [point]: 'unsure' },
    ...{ used: {}, figures: {}, touched: {}, leaning: [], senses: {}, mended: [], spoken: {}, said: [], lastBurst: [] },
    ...{ topics: '', turn: null, turns: 3, unsureIn: { [point]: 2 } },
    ...more,
  }) as unknown as Conversation;

/** Every must point of a third of the cases that the customer can make sure of, with the name of the line they say next. */
const tried = [...library.scenarios.keys()]
  .filter((_, i) => i % 3 === 0)
  .flatMap((id) => {
    const { data } = contentFor(library, [id]);
    const preparedCase = [...prepare(data).cases.values()][0];
    if (!preparedCase) throw new Error(`no ${id}`);
    const heard = [...preparedCase.lineFigures.namesByLine.values()].flat();
    return [...preparedCase.questions.values()].flatMap(({ question, pointIds }) =>
      question.points
        .filter(({ must, check }) => must && check)
        .map(({ id: point }) => {
          const covered = pointIds.filter((one) => one !== point);
          const isChecked = (more: Partial<Conversation>): boolean => {
            const now = state(point, covered, { heard, ...more });
            return nextFollowUp(now, preparedCase, null, question.id, () => 1)?.lineName.startsWith('check:') ?? false;
          };
          return { name: `${id} ${point}`, point, isChecked };
        }),
    );
  });
const namesWhere = (is: (one: (typeof tried)[number]) => boolean): string[] => tried.filter(is).map(({ name }) => name);

describe('[M62] a point perhaps told in the turn before', () => {
  it('stands in many cases', () => expect(tried.length).toBeGreaterThan(100));

  it.each(ON_IT)('is made sure of while the customer asks on (%s)', (lastReaction) => {
    expect(namesWhere(({ isChecked }) => !isChecked({ lastReaction }))).toEqual([]);
  });

  it.each(AWAY)('is let be once they have turned to something else (%s)', (lastReaction) => {
    expect(namesWhere(({ isChecked }) => isChecked({ lastReaction }))).toEqual([]);
  });

  it.each(AWAY)('is made sure of where this turn perhaps told it again (%s)', (lastReaction) => {
    const again = ({ point, isChecked }: (typeof tried)[number]): boolean =>
      isChecked({ lastReaction, unsureIn: { [point]: 3 } });
    expect(namesWhere((one) => !again(one))).toEqual([]);
  });
});
