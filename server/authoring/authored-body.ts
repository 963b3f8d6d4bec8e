/** A school's case as its teachers see it. */
import type { AuthoredBody, AuthoredRow } from '#contract/authored.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { typeNameIn } from '#scoring/facts/trade-texts.ts';
import type { AuthoredCase, AuthoredVersionRow } from '#storage/authored.ts';
import type { Storage } from '#storage/storage.ts';

/** `data`: the content that ships with the product. */
type Needs = { storage: Pick<Storage, 'authored' | 'people'>; data: ContentData };

export function authoredRow(needs: Needs, row: AuthoredCase): AuthoredRow {
  return rowOf(needs, row, needs.storage.authored.versions(row.id));
}

export function authoredBody(needs: Needs, row: AuthoredCase): AuthoredBody {
  const { authored } = needs.storage;
  const versions = authored.versions(row.id);
  const numbers = new Map(versions.map(({ hash, no }) => [hash, no]));
  return {
    ...rowOf(needs, row, versions),
    all: versions.map(({ hash, no, title, note, by, at, errors, warnings, hasTestplan }) => ({
      ...{ version: hash, no, title, note, by: nameOf(needs, by), at, errors, warnings, hasTestplan },
    })),
    record: authored.deeds(row.id).map(({ at, by, kind, version }) => ({
      ...{ at, by: nameOf(needs, by), kind },
      no: version === null ? null : (numbers.get(version) ?? null),
    })),
  };
}

function rowOf(needs: Needs, row: AuthoredCase, versions: readonly AuthoredVersionRow[]): AuthoredRow {
  const { storage, data } = needs;
  const [newest] = versions;
  const published = versions.find(({ hash }) => hash === row.published);
  const stands = published ?? newest;
  const scenario = stands === undefined ? null : (storage.authored.version(row.id, stands.hash)?.scenario ?? null);
  const since = storage.authored.deeds(row.id).find(({ kind }) => kind === 'published');
  return {
    case: row.id,
    id: row.scenario,
    title: stands?.title ?? row.scenario,
    typeName: scenario === null ? '' : typeNameIn(data.types, scenario.type),
    shopName: data.shops.find(({ id }) => id === scenario?.shop)?.name ?? scenario?.shop ?? '',
    level: scenario?.level ?? 1,
    versions: versions.length,
    published:
      published === undefined ? null : { version: published.hash, no: published.no, at: since?.at ?? published.at },
    savedAt: newest?.at ?? row.createdAt,
    savedBy: nameOf(needs, newest?.by ?? row.createdBy),
    hidden: published === undefined || scenario === null ? null : hiddenBy(data, scenario),
  };
}

function hiddenBy(data: ContentData, { id, shop, customer }: Scenario): AuthoredRow['hidden'] {
  if (data.scenarios.some((scenario) => scenario.id === id)) return 'case-id-shipped';
  if (!data.shops.some((known) => known.id === shop)) return 'unknown-shop';
  return data.personas.some((persona) => persona.id === customer.persona) ? null : 'unknown-persona';
}

const nameOf = ({ storage }: Needs, person: string): string => storage.people.person(person)?.name ?? '';
