/** What a simulated trainee types in an exam: at a speed of its kind, with slips. */
import type { Kind } from './replies.ts';

/** Characters a minute. The rubric passes 55; 88 is excellent. */
export const SPEED: Readonly<Record<Kind, number>> = {
  model: 92,
  'second-model': 76,
  middling: 60,
  'paste-happy': 45,
  poor: 36,
  silent: 12,
};
/** Every so many characters one is wrong. */
const SLIP_EVERY: Readonly<Record<Kind, number>> = {
  model: 200,
  'second-model': 90,
  middling: 45,
  'paste-happy': 30,
  poor: 15,
  silent: 12,
};
/** As many as a page may send. */
const MOST_TEXTS = 60;

/** What stands typed after so many characters: texts that are done, and the one being typed; after the last comes the first. */
export const typedUpTo = (texts: readonly { text: string }[], characters: number, kind: Kind): string[] => {
  const typed: string[] = [];
  for (let left = characters; left > 0 && texts.length > 0 && typed.length < MOST_TEXTS; ) {
    const text = [...(texts[typed.length % texts.length]?.text ?? '')];
    if (text.length === 0) break;
    typed.push(
      text
        .slice(0, left)
        .map((character, place) => (place % SLIP_EVERY[kind] === SLIP_EVERY[kind] - 1 ? '的' : character))
        .join(''),
    );
    left -= text.length;
  }
  return typed;
};
