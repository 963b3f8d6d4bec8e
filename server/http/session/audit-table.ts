/** What a request may leave in the audit trail, by its route: the types, and the row of data that was given out. */
import type { BodyRead, NamesIn } from '#contract/routes/route-spec.ts';
import type { FileRoute, PathOf, ReplyOf, Route, Routes } from '#contract/routes/table.ts';
import type { AuditNote } from '#storage/audit.ts';

/** Routes that change something, or give data out. A new one doesn't compile until it stands in a table of this type. */
type AuditedRoute = Extract<Route, `POST ${string}`> | FileRoute;
/** A request that was carried out. A file's value isn't told. */
type CarriedOut<R extends AuditedRoute> = {
  params: Readonly<Record<NamesIn<PathOf<R>>, string | number>>;
  body: BodyRead<Routes[R]>;
  value: R extends FileRoute ? null : ReplyOf<R>;
};
/** `school`, `actor`: where they aren't the principal's. */
export type AuditRow = Pick<AuditNote, 'kind' | 'subject'> & Partial<Pick<AuditNote, 'details' | 'school' | 'actor'>>;
export type AuditTable = { [R in AuditedRoute]: ((request: CarriedOut<R>) => AuditRow[]) | null };

export const exportRow = (what: string, subject: string | number | null): AuditRow[] => [
  { kind: 'data-exported', subject: subject === null ? null : String(subject), details: { what } },
];
