import { publishedRow, versionBodyIn } from '#classroom/terms/published-versions.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * All that is kept of a trainee in published sheets, withdrawn versions included, for the export of their data. A rank
 * that the teacher didn't show is left out, as a report that couldn't be opened is.
 */
export const sheetsOf = async ({ publishedSheets }: Pick<Storage, 'publishedSheets'>, person: string) => {
  const rows: unknown[] = [];
  for (const stored of await publishedSheets.rowsOf(person)) {
    const version = (await publishedSheets.versions(stored.term)).find((one) => one.version === stored.version);
    if (version === undefined) continue;
    const { row, scholarship } = publishedRow(stored);
    const { term, class: schoolClass, rules } = versionBodyIn(version);
    const { at, withdrawn, showsRank } = version;
    rows.push({
      ...{ term, class: schoolClass, version: stored.version, publishedAt: at },
      withdrawn: withdrawn && { at: withdrawn.at, why: withdrawn.why },
      ...{ columns: rules.columns, ...row },
      ...(showsRank ? { scholarship } : {}),
    });
  }
  return { rows, appeals: await publishedSheets.appealsOf(person) };
};
