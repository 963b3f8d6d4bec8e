/** A drawn value as teachers and authors read it. */
import { type Setting, written } from './forms.ts';
import { keyOf, type Value } from './value.ts';

export const valueShown = (value: Value, setting: Setting): string => {
  if (value.kind === 'row')
    return Object.values(value.fields)
      .map((field) => valueShown(field, setting))
      .join(' ');
  return String(written(value, '', setting) ?? keyOf(value));
};
