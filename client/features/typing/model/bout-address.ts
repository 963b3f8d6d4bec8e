/** What is typed for two minutes, as the address of a bout's page names it. */
export const BOUT_KINDS = ['long', 'short'] as const;
export type BoutKind = (typeof BOUT_KINDS)[number];

export const kindIn = (search: URLSearchParams): BoutKind => (search.get('set') === 'short' ? 'short' : 'long');

/** Without a seed the page draws one. */
export const boutPath = (kind: BoutKind, seed?: string): string =>
  `/typing/bout?set=${kind}${seed === undefined ? '' : `&seed=${seed}`}`;
