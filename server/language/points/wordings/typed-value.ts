/** The value an author typed. */
import { normalise } from '#language/reading/normalise.ts';
import { makeValue } from '#language/reading/time-values.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';

const DEFAULT_UNITS: Readonly<Record<string, string>> = {
  amount: '元',
  duration: '天',
  date: '号',
  percent: '折',
  size: '码',
  clock: '点',
};

/** A day as orders have it: 11-07. */
const ORDER_DATE = /^(\d{1,2})-(\d{1,2})$/;
const MONTH_FACTOR = 1000;

/** The typed right answer an author wrote, e.g. `{kind: amount, is: 29元}`; null when it can't be read as that kind. */
export const typedValue = (kind: string, text: string): Value | null => {
  const [, month, day] = (kind === 'date' && ORDER_DATE.exec(text.trim())) || [];
  if (month !== undefined) return makeValue('date', Number(month) * MONTH_FACTOR + Number(day), 0, text.length);
  const matching = valuesIn(normalise(text).text).find((value) => value.kind === kind);
  if (matching) return matching;
  const unit = DEFAULT_UNITS[kind];
  if (unit === undefined) return null;
  return valuesIn(normalise(`${text.trim()}${unit}`).text).find((value) => value.kind === kind) ?? null;
};
