/** The cards of the common deck as their author reads them: what is drawn, and what the right answer hangs on. */
import { COMMON_DECK } from './card.ts';
import { dealtFrom, type Layout, settingOf } from './case-template.ts';
import { type Value, valueAt } from './value.ts';
import { valueShown } from './value-shown.ts';

/** By the author's names. `value`: as text, or whether a reckoned condition holds. */
export type ValueRow = { name: string; value: string | boolean };
export type CardRow = { card: number; drawn: ValueRow[]; right: ValueRow[] };

/** Some cards in the deck's order; their texts aren't made. */
export const cardsShown = (layout: Layout, from: number, count: number): CardRow[] =>
  dealtFrom(layout, COMMON_DECK)
    .slice(from, from + count)
    .map(({ draws, values }, index) => {
      const setting = settingOf(values);
      const shown = (name: string, value: Value | undefined): ValueRow[] => {
        if (value === undefined) return [];
        return [{ name, value: value.kind === 'flag' ? value.holds : valueShown(value, setting) }];
      };
      return {
        card: from + index,
        drawn: Object.entries(draws).flatMap(([name, value]) => shown(name, value)),
        right: layout.template.vary.answer.flatMap((name) => shown(name, valueAt(values, name))),
      };
    });
