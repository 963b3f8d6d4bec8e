/** Which values of an author's file are sentences: a bare number or a bracket there is a slip; elsewhere it is meant. */
import type { Path } from '#library/diagnostics/diagnostics.ts';

const TEXT_KEYS = new Set([
  ...['says', 'also', 'contradicts', 'about', 'yes', 'no', 'is', 'unless', 'cues', 'reply', 'model', 'question'],
  ...['title', 'name', 'teaches', 'because', 'note', 'others', 'said', 'secret', 'on', 'sku', 'skus', 'say', 'text'],
  ...[
    'facts',
    'answer',
    'voice',
    'role',
    'formula',
    'source',
    'date',
    'time',
    'why',
    'advice',
    'done',
    'doing',
    'named',
    'code',
  ],
]);
const REACTION_FIGURES = new Set(['mood', 'then', 'after']);

/** Whether the value at this path is read by people: a sentence, a name, a size. */
export const holdsText = (path: Path): boolean => {
  const keys = path.filter((step) => typeof step === 'string');
  const last = keys.at(-1);
  if (last === undefined) return false;
  return TEXT_KEYS.has(last) || (keys.includes('reacts') && last !== 'reacts' && !REACTION_FIGURES.has(last));
};

/** Whether a text has Chinese characters, as sentences do and figures and ids don't. */
export const hasHan = (text: string): boolean => {
  return /\p{Script=Han}/u.test(text);
};
