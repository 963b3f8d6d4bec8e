/** Entries of a sheet that the server hasn't answered yet, kept in the tab: a page that goes doesn't hear of a refusal. */
import type { Change } from './sheet-cells.ts';

const keyOfTerm = (term: string): string => `sheet-unsent:${term}`;

export const unsentEntries = (term: string): Record<string, Change> => {
  try {
    return JSON.parse(sessionStorage.getItem(keyOfTerm(term)) ?? '{}');
  } catch {
    return {};
  }
};

/** `change` null: it is stored, or was left. */
export const noteUnsent = (term: string, key: string, change: Change | null): void => {
  const { [key]: _, ...others } = unsentEntries(term);
  const all = change === null ? others : { ...others, [key]: change };
  try {
    if (Object.keys(all).length === 0) sessionStorage.removeItem(keyOfTerm(term));
    else sessionStorage.setItem(keyOfTerm(term), JSON.stringify(all));
  } catch {
    // A browser may refuse its storage: then only this page knows of it.
  }
};
