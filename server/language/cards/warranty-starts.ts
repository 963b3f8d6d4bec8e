/** From when the warranty of goods that were exchanged runs: 质保接着原来那台往下算 against 从换货那天重新算 (RULES T79). */
import { statesFact } from '#language/deeds/deeds.ts';
import type { Reading } from '#language/reading/clause.ts';
import { RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import type { Contradicted } from './card-wordings.ts';

const WARRANTY = /质保|保修/;
const ANEW = /重新[起开]?[算计数]|重算|从头[算计]/;
const DENIED = /[不没别](?:会|能|用|是|再)?$/;
/** The warranty goes on with the goods that were exchanged. */
const GOES_ON =
  /(?:原来|原先|旧|老|头一|第一|上一|之前|以前)[^,]{0,4}?(?:台|件|双|个|机|的|那)[^,]{0,6}?(?:算|计|数|走|往下|剩)|(?:接着|继续|延续|沿用|顺着)[^,]{0,8}?(?:算|计|数|走)/;

/** The cards by which it runs anew from the exchange. */
export const anewCardsOf = (cards: readonly { id: string; text: string }[]): string[] =>
  cards.filter(({ text }) => WARRANTY.test(text) && ANEW.test(text)).map(({ id }) => id);

/** Clauses by which it doesn't; its name may stand in the clause before (质保呢，接着原来那台算). */
export const warrantyGoesOn = (reading: Reading, cards: readonly string[]): Contradicted[] => {
  const { text, clauses } = reading;
  const [card] = cards;
  if (card === undefined) return [];
  return clauses.flatMap(({ start, end, isHedged }, index): Contradicted[] => {
    const clause = text.slice(start, end);
    if (!WARRANTY.test(text.slice(clauses[index - 1]?.start ?? start, end)) || !statesFact(reading, index)) return [];
    const anew = ANEW.exec(clause);
    const isAnewDenied = anew !== null && DENIED.test(clause.slice(0, anew.index));
    const goesOn = GOES_ON.exec(clause);
    const isGoingOn = anew === null && goesOn !== null && !DENIED.test(clause.slice(0, goesOn.index));
    const chance = isHedged ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain;
    return isAnewDenied || isGoingOn ? [{ card, chance, start, end }] : [];
  });
};
