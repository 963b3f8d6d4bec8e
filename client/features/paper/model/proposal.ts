/** A first proposal of how many questions of which topic and level: as the bank has them. */
import type { PaperCell, QuestionMenu } from '#contract/questions.ts';

/** Stands for a topic, as in `contract/questions.ts`: the school's own questions. */
export const OWN_TOPIC = 'own';

export type CellKey = `${string} ${PaperCell['level']}`;
export const keyOf = ({ topic, level }: Pick<PaperCell, 'topic' | 'level'>): CellKey => `${topic} ${level}`;
export type MenuCell = Pick<PaperCell, 'topic' | 'level'> & { most: number };

/** What can be asked for, topic by topic; the school's own questions last, where it has any. */
export const cellsOf = ({ topics, own }: QuestionMenu): MenuCell[] => [
  ...topics.flatMap(({ id, levels }) => levels.map(({ level, count }) => ({ topic: id, level, most: count }))),
  ...own.flatMap(({ level, count }) => (count === 0 ? [] : [{ topic: OWN_TOPIC, level, most: count }])),
];

/**
 * `total` questions shared out over topics and levels as the bank has them, by largest remainder. The school's own are
 * among those of their topics, and none is asked for beside them.
 */
export const proposal = (menu: QuestionMenu, total: number): PaperCell[] => {
  const cells = cellsOf(menu).filter(({ topic, most }) => topic !== OWN_TOPIC && most > 0);
  const all = cells.reduce((sum, { most }) => sum + most, 0);
  const wanted = Math.min(total, all);
  const shares = cells.map((cell) => {
    const share = all === 0 ? 0 : (cell.most * wanted) / all;
    return { ...cell, count: Math.floor(share), rest: share - Math.floor(share) };
  });
  let missing = wanted - shares.reduce((sum, { count }) => sum + count, 0);
  for (const share of shares.toSorted((a, b) => b.rest - a.rest)) {
    if (missing === 0) break;
    share.count += 1;
    missing -= 1;
  }
  return shares.flatMap(({ topic, level, count }) => (count === 0 ? [] : [{ topic, level, count }]));
};

/** About a minute and a half a question, in whole fives. */
export const usualMinutes = (total: number): number => Math.min(120, Math.max(10, Math.ceil((total * 1.5) / 5) * 5));
