/** The bubbles and clauses of a turn, each to be judged by itself: among good ones a bad one is heard all the same. */
import type { Reading } from '#language/reading/clause.ts';

/** `isBubble`: a bubble, else a clause of one. `text`: without what is quoted. */
export type Part = { readonly text: string; readonly start: number; readonly end: number; readonly isBubble: boolean };

/** More than anybody types in one turn; the rest of a flood is not asked. */
const MAX_PARTS = 48;
/** Characters: a clause shorter than this is judged only with its bubble. */
const MIN_CHARS = 4;
/** Quoted or reported words show somebody else's manner: 他说爱要不要. */
const QUOTED = /[“"「『][^“”"「」『』\n]{1,40}[”"」』]/g;
const REPORTED =
  /(?:[他她]们?|对方|客服|同事|快递员?|师傅|主播|骑手|邻居|骗子|人家|别人)(?:跟您|跟你|那边|刚才?|昨天|当时)?(?:说|骂|讲|回|嫌|嚷)/;

/** 没人说您瞎编, 哪能怪您: a reproach that is denied; what else the bubble has is judged clause by clause. */
const UNREPROACHED = /(?:没(?:有?人|谁)?|谁也没|不会|哪能|哪会)(?:说|怪|嫌|觉得|认为)(?:是)?[您你](?!没)/;

export const partsOf = ({ text, clauses }: Reading): Part[] => {
  const parts: Part[] = [];
  let clauseIndex = 0;
  for (let start = 0; start <= text.length && parts.length < MAX_PARTS; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const countBefore = parts.length;
    addPart(parts, text, start, end, true);
    const firstInside = clauseIndex;
    while (clauseIndex < clauses.length && (clauses[clauseIndex]?.start ?? 0) < end) clauseIndex += 1;
    if (parts.length > countBefore && clauseIndex - firstInside > 1)
      for (const { start, end } of clauses.slice(firstInside, clauseIndex))
        if (end - start >= MIN_CHARS && parts.length < MAX_PARTS) addPart(parts, text, start, end, false);
    start = end + 1;
  }
  return parts;
};

const addPart = (parts: Part[], text: string, start: number, end: number, isBubble: boolean): void => {
  const original = text.slice(start, end);
  const withoutQuotes = (/[“"「『]/.test(original) ? original.replace(QUOTED, '') : original).trim();
  if (withoutQuotes.length > 0 && !REPORTED.test(withoutQuotes) && !UNREPROACHED.test(withoutQuotes))
    parts.push({ text: withoutQuotes, start, end, isBubble });
};
