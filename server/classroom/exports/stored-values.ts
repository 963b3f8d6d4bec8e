/** Values stored beside formulas: readers that don't calculate (previews, phones, other programs) see numbers too. */
import type { Feature, Image } from 'write-excel-file/node';

/** The library exports the type of what it writes only as part of its images' type. */
type Written = Image['content'];
/** By sheet name, then by the cell's address (`C38`). */
export type StoredValues = ReadonlyMap<string, ReadonlyMap<string, number | string>>;

const FORMULA_CELL = /<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*<\/f>)<\/c>/g;

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A formula without a given value stays as it is: the reader's program calculates it. */
export const storedValues = (values: StoredValues): Feature<Written> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { sheet }) =>
          xml.replaceAll(FORMULA_CELL, (cell, address: string, attributes: string, formula: string) => {
            const value = values.get(sheet ?? '')?.get(address);
            if (value === undefined) return cell;
            const stored = typeof value === 'string' ? escaped(value) : value;
            // A text as a formula's value has a type of its own; a number has none.
            const type = typeof value === 'string' ? ' t="str"' : '';
            return `<c r="${address}"${attributes}${type}>${formula}<v>${stored}</v></c>`;
          }),
      },
    },
  },
});
