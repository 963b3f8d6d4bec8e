/** A school's case as its teachers see it. */

import type { AuthoredBody, AuthoredRow } from '#contract/authored.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { typeNameIn } from '#scoring/facts/trade-texts.ts';
import type { AuthoredCase, AuthoredVersionRow } from '#storage/authored-cases.ts';
import type { Storage } from '#storage/storage.ts';

/** `data`: the content that ships with the product. */
type Needs = { storage: Pick<Storage, 'authored' | 'people'>; data: ContentData };

export const authoredRow = async (needs: Needs, row: AuthoredCase): Promise<AuthoredRow> => {
  return await rowOf(needs, row, await needs.storage.authored.versionRows(row.id));
};

export const authoredBody = async (needs: Needs, row: AuthoredCase): Promise<AuthoredBody> => {
  const { authored } = needs.storage;
  const versions = await authored.versionRows(row.id);
  const numbers = new Map(versions.map(({ hash, no }) => [hash, no]));
  return {
    ...(await rowOf(needs, row, versions)),
    all: await Promise.all(
      versions.map(async ({ hash, no, title, note, by, at, errorCount, warningCount, hasTestplan }) => ({
        ...{
          version: hash,
          no,
          title,
          note,
          by: await nameOf(needs, by),
          at,
          errors: errorCount,
          warnings: warningCount,
          hasTestplan,
        },
      })),
    ),
    record: await Promise.all(
      (await authored.changes(row.id)).map(async ({ at, by, kind, version }) => ({
        ...{ at, by: await nameOf(needs, by), kind },
        no: version === null ? null : (numbers.get(version) ?? null),
      })),
    ),
  };
};

const rowOf = async (
  services: Needs,
  row: AuthoredCase,
  versions: readonly AuthoredVersionRow[],
): Promise<AuthoredRow> => {
  const { storage, data } = services;
  const [newest] = versions;
  const published = versions.find(({ hash }) => hash === row.published);
  const versionsInUse = published ?? newest;
  const scenario =
    versionsInUse === undefined
      ? null
      : ((await storage.authored.version(row.id, versionsInUse.hash))?.scenario ?? null);
  const publishedSince = (await storage.authored.changes(row.id)).find(({ kind }) => kind === 'published');
  return {
    case: row.id,
    id: row.scenarioId,
    title: versionsInUse?.title ?? row.scenarioId,
    typeName: scenario === null ? '' : typeNameIn(data.types, scenario.type),
    shopName: data.shops.find(({ id }) => id === scenario?.shop)?.name ?? scenario?.shop ?? '',
    level: scenario?.level ?? 1,
    versions: versions.length,
    published:
      published === undefined
        ? null
        : { version: published.hash, no: published.no, at: publishedSince?.at ?? published.at },
    savedAt: newest?.at ?? row.createdAt,
    savedBy: await nameOf(services, newest?.by ?? row.createdBy),
    hidden: published === undefined || scenario === null ? null : hiddenBy(data, scenario),
  };
};

const hiddenBy = (data: ContentData, { id, shop, customer }: Scenario): AuthoredRow['hidden'] => {
  if (data.scenarios.some((scenario) => scenario.id === id)) return 'case-id-shipped';
  if (!data.shops.some((knownIds) => knownIds.id === shop)) return 'unknown-shop';
  return data.personas.some((persona) => persona.id === customer.persona) ? null : 'unknown-persona';
};

const nameOf = async ({ storage }: Needs, person: string): Promise<string> =>
  (await storage.people.person(person))?.name ?? say('data:deleted');
