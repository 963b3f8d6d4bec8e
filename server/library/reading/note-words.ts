/** Whether a note to a colleague holds something that an author wrote words for (RULES J41). */
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';

/**
 * `wordings`: alternatives, each of words with spaces between that must all be there. A word that is a figure or a day and
 * nothing else is also found in another way of writing: 22号 in 二十二号.
 */
export const holdsWords = (note: string, wordings: readonly string[]): boolean => {
  const noted = folded(note);
  const values = valuesIn(noted);
  const isThere = (word: string): boolean => {
    const wanted = folded(word);
    if (noted.includes(wanted)) return true;
    const [value] = valuesIn(wanted);
    if (value === undefined || value.start !== 0 || value.end !== wanted.length) return false;
    return values.some((other) => isSameValue(value, other));
  };
  return wordings.some((wording) => wording.split(' ').every(isThere));
};
