import type { RedLine, RedLineHit } from './judgement.ts';
import { DENIES, RED_LINE_RULES } from './red-line-rules.ts';

const SEPARATORS = new Set([...' -_.·*、/|\'"‘’“”~\uE000']);
/** An insult in question form stays one, whatever the next sentence denies. */
const DENIABLE = new Set<RedLine>([
  'offsite',
  'credential',
  'privacy',
  'false-claim',
  'paid-review',
  'unauthorised-promise',
]);
const IDENTITY_ASKED = /需要什么|要什么|提供什么/;

/** Red lines of one reply: object × act, unless the same sentence denies it or warns of it. Spans are in `text`. */
export function redLinesIn(text: string, customer: string): RedLineHit[] {
  const { squeezed, at } = squeeze(text);
  const hits: RedLineHit[] = [];
  for (const { code, name, when, but } of RED_LINE_RULES) {
    const hit = hits.some((known) => known.code === code) ? null : when.exec(squeezed);
    if (!hit) continue;
    const end = hit.index + hit[0].length;
    if (
      but?.test(sentenceAround(squeezed, hit.index, end)) ||
      (DENIABLE.has(code) && deniedAfterQuestion(squeezed, end))
    )
      continue;
    hits.push({ code, confidence: 'high', start: at[hit.index] ?? 0, end: (at[end - 1] ?? 0) + 1, rule: name });
  }
  if (hits.length === 0 && IDENTITY_ASKED.test(customer) && squeezed.includes('身份证') && !DENIES.test(squeezed)) {
    const start = squeezed.indexOf('身份证');
    hits.push({
      code: 'privacy',
      confidence: 'low',
      start: at[start] ?? 0,
      end: (at[start + 2] ?? 0) + 1,
      rule: '索要身份证',
    });
  }
  return hits;
}

/** Drops the marks people put between letters to pass a filter (V-X, 加 微 信), keeping sentence ends. */
function squeeze(text: string): { squeezed: string; at: number[] } {
  let squeezed = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (SEPARATORS.has(char) && !isModelNumber(text, index)) continue;
    squeezed += char;
    at.push(index);
  }
  return { squeezed, at };
}

/** VX-200 is a product. */
function isModelNumber(text: string, at: number): boolean {
  return text.charAt(at) === '-' && /[a-z]/.test(text.charAt(at - 1)) && /[0-9]/.test(text.charAt(at + 1));
}

function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < 40 && !/[。;!?\n]/.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < 30 && !/[,。;!?\n]/.test(text.charAt(to))) to += 1;
  return text.slice(from, to);
}

/** 有好评返现吗？没有的哦: the trainee repeats the question and says no. */
function deniedAfterQuestion(text: string, end: number): boolean {
  return /^[^,。!\n]{0,6}(?:吗|么|\?)[?,\n]?.{0,4}(?:没有|不|没)/.test(text.slice(end, end + 24));
}
