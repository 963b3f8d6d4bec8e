/** What a reply vows, hurries or rules on though a card leaves it open: 周六肯定能到. The words alone tell it, no figure does. */
import { isSaid } from '../deeds.ts';
import { SURENESS } from '../policy.ts';
import type { Reading } from '../reading/clauses.ts';
import { folded } from '../reading/folded.ts';
import type { Card } from './card-keys.ts';
import type { Contradicted } from './contradictions.ts';
import * as signs from './vow-signs.ts';

/** Words for what may not be vowed, told to come at once, or ruled on, by the card that says so. */
export type OpenMatter = {
  card: string;
  noVow: readonly string[];
  noHaste: readonly string[];
  noVerdict: readonly string[];
};

/** So much between a vow and its matter still belongs together. */
const GAP = 8;

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
const plain = (words: readonly string[] | undefined): string[] => (words ?? []).map((word) => folded(word));

/** `cited`: cards the case itself rests on; only there a verdict is anybody's to leave open. */
export function openMatters(cards: readonly Card[], cited: readonly string[]): OpenMatter[] {
  return cards.flatMap(({ id, noVow, noHaste, noVerdict }) =>
    noVow || noHaste || noVerdict
      ? [
          {
            card: id,
            noVow: plain(noVow),
            noHaste: plain(noHaste),
            noVerdict: cited.includes(id) ? plain(noVerdict) : [],
          },
        ]
      : [],
  );
}

/** Whether a vow stands before one of the words, and nothing between turns it. */
function isVowed(text: string, words: readonly string[]): boolean {
  for (const vow of text.matchAll(signs.VOWED)) {
    if (signs.UNVOWED.test(text.slice(0, vow.index))) continue;
    const rest = text.slice(vow.index + vow[0].length);
    for (const word of words) {
      const at = rest.indexOf(word);
      if (at < 0 || at > GAP || signs.TURNED.test(rest.slice(0, at))) continue;
      if (!signs.ONCE.test(rest.slice(at + word.length))) return true;
    }
  }
  return false;
}

function isHurried(text: string, words: readonly string[]): boolean {
  const word = words.find((one) => text.includes(one));
  if (word === undefined) return false;
  const at = text.indexOf(word);
  return signs.HURRIED.test(text.slice(0, at + 1)) && !signs.TURNED.test(text.slice(0, at));
}

const isRuled = (text: string, words: readonly string[]): boolean =>
  holds(text, words) &&
  !holds(text, signs.HANDED_ON) &&
  !holds(text, signs.NOT_TOLD) &&
  (holds(text, signs.DENIES) || holds(text, signs.ADMITS));

/** Clauses that close what a card leaves open, each with its card. */
export function vowsIn(reading: Reading, matters: readonly OpenMatter[]): Contradicted[] {
  return reading.clauses.flatMap((clause, index): Contradicted[] => {
    const { start, end, hedged } = clause;
    const text = reading.text.slice(start, end);
    if (holds(text, signs.LEFT_OPEN) || !isSaid(reading, index)) return [];
    const broken = matters.find(
      ({ noVow, noHaste, noVerdict }) => isVowed(text, noVow) || isHurried(text, noHaste) || isRuled(text, noVerdict),
    );
    if (broken === undefined) return [];
    return [{ card: broken.card, chance: hedged ? SURENESS.softened : SURENESS.plain, start, end }];
  });
}
