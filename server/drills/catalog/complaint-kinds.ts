/** What a case's customer complains of, by `scenarios/complaint-kinds.yaml` alone: nothing is read out of words (RULES J93). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { COMPLAINT_KINDS, type ComplaintKind, complaintKindsFile } from '#library/schema/complaint-kinds.ts';
import { caseIdOf } from '#library/variations/come-again.ts';
import type { Catalogs } from './catalog.ts';

const COMPLAINT_KINDS_FILE = join(import.meta.dirname, '../../../scenarios/complaint-kinds.yaml');

/** By the case's id, a short customer's by its template's. Throws where the file isn't as it should be, or names a case twice. */
export const readComplaintKinds = (file = COMPLAINT_KINDS_FILE): ReadonlyMap<string, ComplaintKind> => {
  const byKind = complaintKindsFile.parse(parse(readFileSync(file, 'utf8')));
  const kinds = new Map<string, ComplaintKind>();
  for (const kind of COMPLAINT_KINDS)
    for (const id of byKind[kind]) {
      if (kinds.has(id)) throw new Error(`${file}: ${id} stands twice`);
      kinds.set(id, kind);
    }
  return kinds;
};

type Short = Pick<Catalogs, 'short' | 'momentCases'>;

/** By id, the template of each short customer that ships: its shop, and its moment of a rush, are behind the template's id. */
const templatesOf = ({ short, momentCases }: Short): ReadonlyMap<string, string> => {
  const moments = new Map<string, string>(momentCases.map(({ id, moment }) => [id, moment]));
  return new Map(
    short.map(({ id, shop }) => {
      const ends = [`-${shop}`, `-${moments.get(id)}`];
      return [id, ends.reduce((rest, end) => (rest.endsWith(end) ? rest.slice(0, -end.length) : rest), id)];
    }),
  );
};

/** Read once: the file ships with the program. */
let shipped: ReadonlyMap<string, ComplaintKind> | null = null;
const shippedKinds = () => {
  shipped ??= readComplaintKinds();
  return shipped;
};

/** What the customer of a case complains of; null: nothing that the file names. */
export const complaintKindsOf = (
  catalogs: Short,
  kinds: ReadonlyMap<string, ComplaintKind> = shippedKinds(),
): ((scenario: string) => ComplaintKind | null) => {
  const templates = templatesOf(catalogs);
  return (scenario) => kinds.get(scenario) ?? kinds.get(templates.get(caseIdOf(scenario)) ?? '') ?? null;
};
