/** A shop's own service data: what a school's people do with the tables its staff upload (RULES J25). */
import { newId } from '#classroom/accounts/ids.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';
import { type Reply, refused } from '#contract/errors.ts';
import {
  type Period,
  type ServiceTables,
  TABLE_NAME_MAX,
  TABLE_ROWS_MAX,
  TABLES_MAX,
  type TablePreview,
  type TableRow,
} from '#contract/service-data/tables.ts';
import { say } from '#i18n/say.ts';
import { analysisQuestions } from '#scoring/practice-advice/analysis-questions.ts';
import type { ServiceTableHead } from '#storage/service-data.ts';
import type { Storage } from '#storage/storage.ts';
import { hotSpotsOf } from './hot-spots.ts';
import { momentsOf } from './periods.ts';
import { privateKind } from './private-cells.ts';
import { readFile } from './read-file.ts';
import { readRows, type TableEntry } from './read-rows.ts';

type By = { id: string; school: string };
/** `passS`: within how many seconds a first response is in time. */
type Needs = { storage: Pick<Storage, 'serviceTables' | 'people'>; passS: number; now: () => number };

/** Of a table without a column of days, as its uploader tells them. */
type Told = { [K in keyof Period]?: string | undefined };

/** The school is always that of who asks; no request names another. */
export const createServiceTables = ({ storage: { serviceTables, people }, passS, now }: Needs) => {
  const list = async (school: string): Promise<ServiceTables> => ({
    tables: await Promise.all((await serviceTables.list(school)).map(shown)),
    ...{ most: TABLES_MAX, mostRows: TABLE_ROWS_MAX },
  });
  const shown = async ({ id, name, rows, firstAt, lastAt, by, at }: ServiceTableHead): Promise<TableRow> => ({
    ...{ id, name, rows, first: dayOf(firstAt), last: dayOf(lastAt), at },
    by: (await people.person(by))?.name ?? say('data:deleted'),
  });
  return {
    list,
    /** What storing a file would do. Nothing is stored. */
    preview: async (bytes: Buffer, fileName: string): Promise<Reply<TablePreview>> => {
      const rows = await readFile(bytes, fileName);
      const read = rows.ok ? readRows(rows.value, now(), { fileName, period: null }) : rows;
      return read.ok ? { ok: true, value: read.value.preview } : read;
    },
    /** Reads the file anew: what a browser sends back could hold what the door had stripped. */
    add: async (by: By, bytes: Buffer, fileName: string, told: Told): Promise<Reply<ServiceTables>> => {
      const rows = await readFile(bytes, fileName);
      const { first = '', last = '' } = told;
      const period = momentsOf({ first, last }, now());
      const read = rows.ok ? readRows(rows.value, now(), { fileName, period }) : rows;
      if (!read.ok) return read;
      const { preview, entries } = read.value;
      if (preview.period !== undefined && period === null) return refused('service-table-period');
      const [fault] = preview.faults;
      if (fault !== undefined) return refused('service-table-faulty', `${fault.cell} ${fault.message}`);
      const table = {
        ...{ id: newId('v'), school: by.school, name: nameOf(fileName, now()), rows: entries.length },
        ...{ firstAt: entries[0]?.at ?? 0, lastAt: entries.at(-1)?.until ?? entries.at(-1)?.at ?? 0 },
        ...{ by: by.id, at: now() },
        body: JSON.stringify(entries),
      };
      const isStored = await serviceTables.add(table, TABLES_MAX);
      return isStored ? { ok: true, value: await list(by.school) } : refused('service-tables-full', String(TABLES_MAX));
    },
    rename: async (school: string, id: string, name: string): Promise<Reply<ServiceTables>> => {
      const kind = privateKind(name, []);
      if (kind !== null && kind !== 'long') return refused('bad-request', say(`service-tables:fault.${kind}`));
      const isRenamed = await serviceTables.rename(school, id, name);
      return isRenamed ? { ok: true, value: await list(school) } : refused('unknown-service-table');
    },
    remove: async (school: string, id: string): Promise<Reply<ServiceTables>> =>
      (await serviceTables.remove(school, id))
        ? { ok: true, value: await list(school) }
        : refused('unknown-service-table'),
    analysis: async (school: string | null, id: string): Promise<Reply<Analysis>> => {
      const table = school === null ? null : await serviceTables.table(school, id);
      if (table === null) return refused('unknown-service-table');
      return { ok: true, value: analysisOf(table.name, entriesIn(table.body), passS) };
    },
  };
};

const entriesIn = (body: string): TableEntry[] => JSON.parse(body);

/** The file's name without its ending; another one where somebody's number or name stands in it. */
const nameOf = (fileName: string, now: number): string => {
  const name = fileName
    .replace(/\.[a-z]{1,5}$/i, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, TABLE_NAME_MAX);
  // Dates are long numbers, too: 赤兔 writes them into the names of its files.
  const kind = privateKind(name.replace(/20\d{6}/g, '').slice(0, 20), []);
  return name === '' || name === '?' || kind !== null ? say('service-tables:unnamed', { day: dayOf(now) }) : name;
};

const analysisOf = (name: string, entries: readonly TableEntry[], passS: number): Analysis => {
  const isOfAgents = ({ served, perDay, until }: TableEntry) =>
    served !== null || perDay != null || until !== undefined;
  const kind = entries.some(isOfAgents) ? 'agent-days' : 'conversations';
  const rows = entries.map((entry, index): ServiceRow => {
    const { at, who, shop, type, complaint, outcome, served, ...figures } = entry;
    return {
      ...figures,
      ...{ id: String(index), at, customer: '', title: shop, type, complaint, outcome },
      who: who === null ? '' : say('service-tables:agent', { n: who }),
      served: served ?? 1,
      ...{ rounds: null, questions: null, answered: null, faults: null, worstFamily: '' },
      ...{ windows: null, taken: null, mood: null },
    };
  });
  const counted = rows.map(({ at, type, complaint, served }) => ({ at, topic: type, complaint, n: served }));
  const questions = analysisQuestions(rows, passS, kind);
  const [{ at = 0, until = undefined } = {}] = entries;
  // Its rows tell the days no finer: spread over weeks they would show a course that nobody counted.
  const period = until === undefined ? {} : { period: { first: dayOf(at), last: dayOf(until) } };
  return { kind, run: name, rows, questions, passS, hotSpots: { ...hotSpotsOf(counted), ...period } };
};
