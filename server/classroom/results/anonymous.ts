/** Words shown to a class don't name who said them. */

const HOLE = '○';

/**
 * Blanks a trainee's name, and of a Chinese name of three characters or more the given name too. The length stays, so
 * that offsets into the text stay true.
 */
export function withoutName(text: string, name: string): string {
  const names = [name, ...(/^\p{Script=Han}{3,4}$/u.test(name) ? [name.slice(1)] : [])].filter((n) => n.length >= 2);
  return names.reduce((left, one) => left.replaceAll(one, HOLE.repeat(one.length)), text);
}
