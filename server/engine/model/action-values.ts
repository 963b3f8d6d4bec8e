/** Whether what was filled in at an operation is what a need wants. */
import type { ActionValues } from './content.ts';
import type { ActionSpec } from './shop.ts';

/** Values are compared as text: a form gives '42.5', a case may write 42.5. */
export const isSameValue = (given: string | number | undefined, wanted: string | number): boolean =>
  given !== undefined && String(given).trim() === String(wanted).trim();

/** A street as its letters stand in an address; a number not as a part of another. */
const stands = (text: string, part: string): boolean =>
  /^\d+$/.test(part) ? new RegExp(`(?<!\\d)${part}(?!\\d)`).test(text) : text.includes(part);

/** Whether an address names all that is wanted of it (姑苏 平江路 88), in any order. A city alone names no street (RULES T152). */
const namesAddress = (given: string | number | undefined, wanted: string | number): boolean => {
  const text = String(given ?? '').normalize('NFKC');
  const parts = String(wanted).split(/\s+/);
  return parts.every((part) => stands(text, part));
};

/** Whether `given` has all that is wanted; addresses by their parts, all else as it is. */
export const hasAllValues = (
  wanted: ActionValues,
  given: ActionValues,
  { fields }: Pick<ActionSpec, 'fields'>,
  except?: string,
): boolean =>
  Object.entries(wanted).every(([name, value]) => {
    if (name === except) return true;
    const isAddress = fields.some((field) => field.name === name && field.kind === 'address');
    return isAddress ? namesAddress(given[name], value) : isSameValue(given[name], value);
  });
