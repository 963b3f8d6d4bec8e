/** 成长档案: drills of a device and a person in short, and what to practise today. */

import { schoolOf } from '#classroom/accounts/school-of.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import { zoneMsAt } from '#classroom/exports/local-time.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { filtered } from '#common/filtered.ts';
import type { PortfolioBody, PortfolioEntry, PortfolioRow, Suggestion, Today } from '#contract/portfolio.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { goalOf } from '#drills/reports/goals.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { ContentData } from '#engine/model/content.ts';
import { language } from '#i18n/language.ts';
import { typeNameIn } from '#scoring/facts/trade-texts.ts';
import { goalMet } from '#scoring/practice-advice/goal.ts';
import { skillMap } from '#scoring/practice-advice/skill-map.ts';
import { chooseTodaysCase, DONE_DRILLS } from '#scoring/practice-advice/todays-case.ts';
import type { Person } from '#storage/people.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { claimant, claimOffer } from './practice-claims.ts';
import { reportRefusals } from './report-access.ts';
import { yieldToOthers } from './run-drills.ts';
import { shownEntry, withGoal } from './shown-records.ts';

export type PortfolioNeeds = {
  storage: Storage;
  runner: Pick<DrillRecords, 'report'>;
  catalogs: Catalogs;
  clock: Pick<Clock, 'now'>;
  seals: Pick<Seals, 'sealsFor'>;
};

type StoredNeeds = Omit<PortfolioNeeds, 'seals'>;

/** The principal's own portfolio. Drills from before there were portfolios get their entries now, one at a time. */
export const ownPortfolio = async (needs: PortfolioNeeds, principal: Principal): Promise<PortfolioBody> => {
  const { data } = await needs.catalogs.of(await schoolOf(needs.storage, principal));
  const rows = await ownRows(needs.storage, principal);
  const refusal = await reportRefusals(needs, principal);
  const readableRows = await filtered(rows, async (row) => (await refusal(row)) === null);
  const entries = await entriesOf(needs, readableRows);
  const shown = await withCurrentRows(needs, readableRows, entries);
  return {
    name: principal.person?.name ?? null,
    entries: shown,
    waiting: rows.length - readableRows.length,
    map: skillMap(data, entries),
    suggestion: suggestionOf(needs, await practiceContent(needs, principal), entries),
    claim: await claimOffer(needs.storage, principal),
  };
};

/** A trainee's drills in runs of their school, for its staff. */
export const portfolioOf = async (needs: StoredNeeds, { id, name, school }: Person): Promise<PortfolioBody> => {
  const rows = (await needs.storage.drillsOf(null, id))
    .filter(hasEnded)
    .filter(({ place }) => place?.school === school);
  const entries = await entriesOf(needs, rows);
  const shown = await withCurrentRows(needs, rows, entries);
  return {
    name,
    entries: shown,
    waiting: 0,
    map: skillMap((await needs.catalogs.of(school)).data, entries),
    suggestion: null,
    claim: null,
  };
};

/** Today's ten minutes, chosen from the latest drills alone, because the home page waits for it. */
export const today = async (needs: PortfolioNeeds, principal: Principal): Promise<Today> => {
  const refusal = await reportRefusals(needs, principal);
  const ownEndedRows = await ownRows(needs.storage, principal);
  const rows = await filtered(ownEndedRows, async (row) => (await refusal(row)) === null);
  const data = await practiceContent(needs, principal);
  const suggestion = suggestionOf(needs, data, await entriesOf(needs, rows.slice(0, DONE_DRILLS)));
  const offer = await claimOffer(needs.storage, principal);
  if (offer === null) return { suggestion, claim: null };
  const { person, drills } = offer;
  return { suggestion, claim: { person: person.id, name: person.name, drills: drills.map(({ drill }) => drill) } };
};

/** What the principal may practise now: no case that an exam seals. */
const practiceContent = async (
  { storage, catalogs, seals }: PortfolioNeeds,
  principal: Principal,
): Promise<ContentData> => {
  const { data } = await catalogs.of(await schoolOf(storage, principal));
  const sealed = await seals.sealsFor(principal);
  return { ...data, scenarios: data.scenarios.filter(({ id }) => !sealed.has(id)) };
};

const hasEnded = ({ state }: DrillRow): boolean => state === 'ended';

/**
 * Ended drills, newest first. A device may be shared: drills of another person than the one who sits or is signed in
 * there are left out. Tapping a name on a roster shows nothing of that person's from other devices; signing in does.
 */
export const ownRows = async (storage: Storage, principal: Principal): Promise<DrillRow[]> => {
  const claimantId = (await claimant(storage, principal))?.id ?? null;
  const rows = await storage.drillsOf(principal.guest, principal.person?.id ?? null);
  return filtered(rows, async (row) => {
    if (!hasEnded(row)) return false;
    const person = (await storage.ownerOf('drill', row.id))?.person ?? null;
    return person === null || person === claimantId;
  });
};

/** Entries, newest first; retries have none. */
export const entriesOf = async (
  { storage, runner }: StoredNeeds,
  rows: readonly DrillRow[],
): Promise<PortfolioEntry[]> => {
  const entries: PortfolioEntry[] = [];
  // Entries are made oldest first: each looks up the goal that the drill before it set.
  for (const { id } of rows.toReversed()) {
    if ((await storage.portfolio.entry(id)) === undefined) {
      await yieldToOthers();
      await makeEntry(runner, id);
    }
    const entry = (await storage.portfolio.entry(id)) ?? null;
    if (entry !== null) entries.push(shownEntry(entry));
  }
  return entries.toSorted((a, b) => b.endedAt - a.endedAt);
};

/** Makes a drill's entry. A drill that can't be scored any more gets none; its own report says why. */
const makeEntry = async (runner: Pick<DrillRecords, 'report'>, id: string): Promise<void> => {
  try {
    await runner.report(id);
  } catch {
    return;
  }
};

/** Adds what depends on other rows, looked up now: a run may be renamed, and a ruling on the drill before changes its goal. */
const withCurrentRows = async (
  needs: StoredNeeds,
  rows: readonly DrillRow[],
  entries: readonly PortfolioEntry[],
): Promise<PortfolioRow[]> => {
  const { storage, runner } = needs;
  const drillsOf = memoized(storage.drillsOf);
  const lookups = { ownerOf: storage.ownerOf, runs: storage.runs, drillsOf };
  // Entries in the reader's language. In another than Chinese each drill is scored again for its goal, once.
  const goalsByDrill = new Map<string, PortfolioEntry>();
  const withOwnGoal = async (entry: PortfolioEntry): Promise<PortfolioEntry> => {
    const translated = goalsByDrill.get(entry.drill) ?? (await withGoal(needs, entry));
    goalsByDrill.set(entry.drill, translated);
    return translated;
  };
  const entryOf = async ({ id }: DrillRow): Promise<PortfolioEntry | null> => {
    const entry = (await storage.portfolio.entry(id)) ?? null;
    return entry === null ? null : await withOwnGoal(shownEntry(entry));
  };
  if (language() !== 'zh')
    for (const entry of entries) {
      await yieldToOthers();
      if (entry.goal !== null) await makeEntry(runner, entry.drill);
      await withOwnGoal(entry);
    }
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown: PortfolioRow[] = [];
  for (const entry of entries) {
    const row = byId.get(entry.drill);
    shown.push({
      ...(await withOwnGoal(entry)),
      runName: entry.run === null ? null : ((await storage.runs.run(entry.run))?.name ?? null),
      reached: row === undefined ? null : goalMet(await goalOf(lookups, row, entryOf), entry.families),
    });
  }
  return shown;
};

/** Reads each list of drills once. Every drill asks for the same list: with two hundred drills that would be 200 × 200 rows. */
const memoized = (drillsOf: Storage['drillsOf']): Storage['drillsOf'] => {
  const drillsBySeat = new Map<string, DrillRow[]>();
  return async (guest, person) => {
    const key = `${guest ?? ''} ${person ?? ''}`;
    const rows = drillsBySeat.get(key) ?? (await drillsOf(guest, person));
    drillsBySeat.set(key, rows);
    return rows;
  };
};

const suggestionOf = (
  { clock }: PortfolioNeeds,
  { scenarios, types }: ContentData,
  entries: readonly PortfolioEntry[],
): Suggestion | null => {
  const choice = chooseTodaysCase(entries, scenarios, clock.now(), zoneMsAt(clock.now()));
  if (choice === null) return null;
  const { scenario, reason } = choice;
  return {
    scenario: scenario.id,
    title: scenario.title,
    typeName: typeNameIn(types, scenario.type),
    level: scenario.level,
    minutes: scenario.minutes,
    reason,
  };
};
