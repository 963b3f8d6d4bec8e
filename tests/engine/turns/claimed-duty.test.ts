/** 都办好了 speaks of what was clicked, not of a label or a note that nobody asked for (RULES T180). */
import { describe, expect, it } from 'vitest';
import type { Reply } from '#library/schema/testplan.ts';
import { CASES, library, play } from '#tests/learning/support/play.ts';

/** Good trainees who never do one of the case's duties, and whose last words are `words`. */
const without = (words: string): { id: string; action: string; replies: Reply[] }[] =>
  CASES.flatMap((id) => {
    const replies = library.testplans.get(id)?.model?.replies ?? [];
    const { duties = [], beats = [] } = library.scenarios.get(id) ?? {};
    const isAskedFor = (action: string): boolean => beats.some(({ needs }) => needs.some((need) => need.do === action));
    const last = replies.length - 1;
    return duties.flatMap(({ do: action }) => {
      if (
        action === null ||
        isAskedFor(action) ||
        !replies.some(({ do: done }) => done.some((deed) => deed.action === action))
      )
        return [];
      const rest = replies.map(
        (reply, i): Reply => ({
          ...reply,
          do: reply.do.filter((deed) => deed.action !== action),
          say: i === last ? [{ text: words }] : reply.say,
        }),
      );
      return rest.some(({ do: done }) => done.length > 0) ? [{ id, action, replies: rest }] : [];
    });
  });

/** The cases in which the last words are taken for a claim that the duty was done. */
const claims = ({ id, action, replies }: ReturnType<typeof without>[number]): string[] => {
  const judged = play([id], replies).events.flatMap((event) => (event.kind === 'turn-judged' ? [event.judgement] : []));
  return judged.at(-1)?.claims?.some(({ actions }) => actions[0] === action) ? [`${id} ${action}`] : [];
};

describe('[T180] words that everything is done', () => {
  it('claim no duty of the desk’s own where something else was clicked', () => {
    const tried = without('都办了');
    expect(tried.length).toBeGreaterThan(10);
    expect(tried.flatMap(claims)).toEqual([]);
  });

  it('claim it where they name it', () => {
    const tried = without('标签给您贴好了，备注也写好了').filter(({ action }) => action === 'tag-customer');
    expect(tried.flatMap(claims)).toHaveLength(tried.length);
    expect(tried.length).toBeGreaterThan(0);
  });
});
