/** Rude words of the table in one bubble: sure unless words beside them show another meaning. */

import { WordIndex, type WordSpan } from '#language/red-lines/words.ts';
import type { Tone } from '#language/terms/verdicts.ts';
import { RUDE_WORDS } from './rude-words.ts';

type RudeRow = {
  tone: Tone;
  maxGap: number;
  mayBeOfSelf: boolean;
  wordList: number;
  behindList: number | null;
  excludedList: number | null;
};

const WORDS = new WordIndex();
const ROW_FORMAT = /^\S+ (\w+) (\d+)(\^?): ([^×−]+)(?:× ([^−]+))?(?:− (.+))?$/;
const ROWS: readonly RudeRow[] = RUDE_WORDS.trim()
  .split('\n')
  .map((line) => {
    const [, tone = '', reach = '0', own = '', first = '', then, but] = ROW_FORMAT.exec(line) ?? [];
    return {
      tone: tone as Tone,
      maxGap: Number(reach),
      mayBeOfSelf: own !== '',
      wordList: WORDS.add(first.trim()),
      behindList: then === undefined ? null : WORDS.add(then.trim()),
      excludedList: but === undefined ? null : WORDS.add(but.trim()),
    };
  });

const SENTENCE = /[。;!?\n]/;
/** 我墨迹了: of oneself; 不会说爱买不买: denied. */
const OF_SELF = /(?:我|我们|咱)(?:也|就|再|先|可|真|太|这|刚才?)?$/;
const DENIED = /(?:不会|没有|哪会|哪敢|哪能|怎么会|不敢|谁敢|不该|从没|绝不)[^,。;!? \n]{0,3}$/;
const CHARS_BEFORE = 8;
const NONE: readonly WordSpan[] = [];

/** The first rude words of the table in `text`, one bubble in canonical form without what it quotes. */
export const rudeWords = (text: string): (WordSpan & { tone: Tone }) | null => {
  const foundWords = WORDS.findIn(text);
  if (foundWords.size === 0) return null;
  for (const { tone, maxGap, mayBeOfSelf, wordList, behindList, excludedList } of ROWS) {
    if (!foundWords.has(wordList) || (excludedList !== null && foundWords.has(excludedList))) continue;
    for (const { start, end } of foundWords.get(wordList) ?? NONE) {
      const before = text.slice(Math.max(0, start - CHARS_BEFORE), start);
      if ((!mayBeOfSelf && OF_SELF.test(before)) || DENIED.test(before)) continue;
      if (behindList === null) return { tone, start, end };
      const behind = (foundWords.get(behindList) ?? NONE).find(
        (found) => found.start >= end && found.start - end <= maxGap && !SENTENCE.test(text.slice(end, found.start)),
      );
      if (behind) return { tone, start, end: behind.end };
    }
  }
  return null;
};
