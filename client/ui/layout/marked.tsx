import { Fragment } from 'react';

/** The searched words inside a text, shown as found. `query` is split at spaces. */
export const Marked = ({ text, query }: { text: string; query: string }) => {
  const queryWords = query.split(/\s+/).filter(Boolean);
  if (queryWords.length === 0) return text;
  const pattern = new RegExp(
    `(${queryWords.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'gi',
  );
  // Splitting by a capturing group leaves the matches at the odd places.
  return text.split(pattern).map((part, index) => {
    const key = `${index}-${part}`;
    return index % 2 === 1 ? <mark key={key}>{part}</mark> : <Fragment key={key}>{part}</Fragment>;
  });
};
