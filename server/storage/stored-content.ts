/**
 * How a drill's content is stored. On cards of their own every two drills have another content, of which only the cases
 * differ: what else it has (shop, rubric, platforms …) is a row of its own that many contents name, 70 of 100 kB.
 */
import { createHash } from 'node:crypto';
import type { ContentData } from '#engine/model/content.ts';

/** A content's own row. `with`: the hash of the row that has the rest; content stored before 0.9.1 has all in one. */
export type OwnRow = ContentData | (Pick<ContentData, 'scenarios'> & { with: string });
/** What many contents have alike: shop, rubric, platforms and the rest beside the cases. */
export type SharedRow = Omit<ContentData, 'scenarios'>;
export type Row = { hash: string; body: string };

/**
 * The rows of a content. `shared` is null where a school's own quick replies stand in it: such a content has one row,
 * which is deleted with the school.
 */
export const rowsOf = (hash: string, data: ContentData): { own: Row; shared: Row | null } => {
  const { scenarios, ...rest } = data;
  if (data.shops.some(({ quickReplies }) => quickReplies.some((phrase) => phrase.own === true)))
    return { own: { hash, body: JSON.stringify(data) }, shared: null };
  const body = JSON.stringify(rest satisfies SharedRow);
  const shared: Row = { hash: `shared-${createHash('sha256').update(body).digest('hex').slice(0, 24)}`, body };
  const own: OwnRow = { scenarios, with: shared.hash };
  return { own: { hash, body: JSON.stringify(own) }, shared };
};

/** What a content's own row holds. Throws where it is no JSON. */
export const ownRowOf = (body: string): OwnRow => JSON.parse(body);
/** What a shared row holds. Throws where it is no JSON. */
export const sharedPartsOf = (body: string): SharedRow => JSON.parse(body);

/** The hash of the shared row that a content's own row names; null where it has all itself. Throws where it is no JSON. */
export const sharedRowOf = (body: string): string | null => {
  const row = ownRowOf(body);
  return 'with' in row ? row.with : null;
};

/** The content of its own row, and the shared one where that names one. Throws where it doesn't come with it. */
export const contentOfRow = (body: string, shared: string | null): ContentData => {
  const row = ownRowOf(body);
  if (!('with' in row)) return row;
  if (shared === null) throw new Error(`shared content ${row.with} is missing`);
  return { scenarios: row.scenarios, ...sharedPartsOf(shared) };
};
