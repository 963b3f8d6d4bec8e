/** The parts of a turn that take back what was said wrong before: 前面说139说错了, and the parts beside it. */
import type { Clause, Reading } from '#language/reading/clause.ts';

const list = (words: string): readonly string[] => words.split(' ');

/** Words that own a slip; 您没说错 owns none. */
const SLIPS = list(
  '弄错 说错 搞错 记错 看错 讲错 打错 算错 写错 口误 说岔 记岔 看岔 说串 看串 记串 说快 讲快 说早 讲早 讲松 说松 说糙 说满 说过头',
);
const SAID_BEFORE = list('前面说 前面我说 前头说 刚才说 刚才我说 刚才讲 刚才我讲 刚说 之前说 刚打 更正 纠正');
const NOT_RIGHT = /^[^\u4e00-\u9fff]*(?:哦|哎|啊)?不对(?:[,哦啊哈]|$)|(?:说|讲|写|报)的?不对/;
const SPARED = /[没不未]$/;

const ownsSlip = (text: string): boolean =>
  SAID_BEFORE.some((word) => text.includes(word)) ||
  NOT_RIGHT.test(text) ||
  SLIPS.some((word) => {
    const offset = text.indexOf(word);
    return offset >= 0 && !SPARED.test(text.slice(0, offset));
  });

/** The clauses that take something back, and those around each: one of them names what was wrong. */
export const takenBack = ({ text, clauses }: Reading): ReadonlySet<number> =>
  new Set(
    clauses.flatMap(({ start, end, isRetracted }: Clause, index) => {
      if (ownsSlip(text.slice(start, end))) return [index - 1, index, index + 1];
      return isRetracted ? [index] : [];
    }),
  );
