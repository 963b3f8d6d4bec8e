/** Rude words of the table in one bubble: sure unless words beside them show another meaning. */

import { type Found, WordIndex } from '#language/red-lines/words.ts';
import type { Tone } from '#language/terms/verdicts.ts';
import { RUDE_WORDS } from './rude-words.ts';

type Row = { tone: Tone; reach: number; own: boolean; first: number; then: number | null; but: number | null };

const WORDS = new WordIndex();
const ROW = /^\S+ (\w+) (\d+)(\^?): ([^×−]+)(?:× ([^−]+))?(?:− (.+))?$/;
const ROWS: readonly Row[] = RUDE_WORDS.trim()
  .split('\n')
  .map((line) => {
    const [, tone = '', reach = '0', own = '', first = '', then, but] = ROW.exec(line) ?? [];
    return {
      tone: tone as Tone,
      reach: Number(reach),
      own: own !== '',
      first: WORDS.add(first.trim()),
      then: then === undefined ? null : WORDS.add(then.trim()),
      but: but === undefined ? null : WORDS.add(but.trim()),
    };
  });

const SENTENCE = /[。;!?\n]/;
/** 我墨迹了: of oneself; 不会说爱买不买: denied. */
const OWN = /(?:我|我们|咱)(?:也|就|再|先|可|真|太|这|刚才?)?$/;
const DENIED = /(?:不会|没有|哪会|哪敢|哪能|怎么会|不敢|谁敢|不该|从没|绝不)[^,。;!? \n]{0,3}$/;
const BEFORE = 8;
const NONE: readonly Found[] = [];

/** The first rude words of the table in `text`, one bubble in canonical form without what it quotes. */
export function rudeWords(text: string): (Found & { tone: Tone }) | null {
  const heard = WORDS.findIn(text);
  if (heard.size === 0) return null;
  for (const { tone, reach, own, first, then, but } of ROWS) {
    if (!heard.has(first) || (but !== null && heard.has(but))) continue;
    for (const { start, end } of heard.get(first) ?? NONE) {
      const before = text.slice(Math.max(0, start - BEFORE), start);
      if ((!own && OWN.test(before)) || DENIED.test(before)) continue;
      if (then === null) return { tone, start, end };
      const act = (heard.get(then) ?? NONE).find(
        (found) => found.start >= end && found.start - end <= reach && !SENTENCE.test(text.slice(end, found.start)),
      );
      if (act) return { tone, start, end: act.end };
    }
  }
  return null;
}
