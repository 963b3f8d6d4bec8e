import { Fragment } from 'react';

/** The searched words inside a text, shown as found. `words` split at spaces. */
export const Marked = ({ text, query }: { text: string; query: string }) => {
  const wanted = query.split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return text;
  const pattern = new RegExp(`(${wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  // Splitting by a capturing group leaves the matches at the odd places.
  return text.split(pattern).map((part, index) => {
    const key = `${index}-${part}`;
    return index % 2 === 1 ? <mark key={key}>{part}</mark> : <Fragment key={key}>{part}</Fragment>;
  });
};
