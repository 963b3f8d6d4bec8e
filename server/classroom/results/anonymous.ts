/** Takes trainees' names out of texts that are shown to a class. */

const NAME_MASK = '○';

/**
 * Puts ○ for a trainee's name, and of a Chinese name of three or four characters for the given name too. The length
 * stays: offsets into the text would be wrong otherwise.
 */
export const withoutName = (text: string, name: string): string => {
  const names = [name, ...(/^\p{Script=Han}{3,4}$/u.test(name) ? [name.slice(1)] : [])].filter((n) => n.length >= 2);
  return names.reduce((masked, one) => masked.replaceAll(one, NAME_MASK.repeat(one.length)), text);
};
