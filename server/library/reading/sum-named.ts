/** The sum of money that somebody's words name. */
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';

const CENTS = 100;

/** Cents of the first sum named (30元, 三十块); null where none is. */
export const sumNamed = (text: string): number | null => {
  const sum = valuesIn(folded(text)).find(({ kind }) => kind === 'amount');
  return sum === undefined ? null : Math.round(sum.quantity * CENTS);
};
