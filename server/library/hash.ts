/** The hash content is pinned by: equal content has the same hash on every machine, whatever the order of its keys. */
import { createHash } from 'node:crypto';

const LENGTH = 24;

/** The first 24 hex digits of the sha256 of the value's canonical JSON. The value must be plain JSON. */
export const hashOf = (value: unknown): string => {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, LENGTH);
};

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
};
