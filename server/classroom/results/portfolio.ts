/** 成长档案: drills of a device and a person in short, what to practise today, and a device's practice that a person may claim. */

import { schoolOf } from '#classroom/accounts/school-of.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import { zoneMsAt } from '#classroom/exports/local-time.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { filtered } from '#common/filtered.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type {
  Claimed,
  ClaimOffer,
  PortfolioBody,
  PortfolioEntry,
  PortfolioRow,
  Suggestion,
  Today,
} from '#contract/portfolio.ts';
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
import { reportRefusals } from './report-access.ts';
import { letOthersRun } from './run-drills.ts';
import { shownEntry, withGoal } from './shown-records.ts';

export type PortfolioNeeds = {
  storage: Storage;
  runner: Pick<DrillRecords, 'report'>;
  catalogs: Catalogs;
  clock: Pick<Clock, 'now'>;
  seals: Pick<Seals, 'to'>;
};

type StoredNeeds = Omit<PortfolioNeeds, 'seals'>;

/** The principal's own portfolio. Drills from before there were portfolios get their entries now, one at a time. */
export async function ownPortfolio(needs: PortfolioNeeds, principal: Principal): Promise<PortfolioBody> {
  const { data } = await needs.catalogs.of(await schoolOf(needs.storage, principal));
  const rows = await ownRows(needs.storage, principal);
  const refusal = await reportRefusals(needs, principal);
  const open = await filtered(rows, async (row) => (await refusal(row)) === null);
  const entries = await entriesOf(needs, open);
  const shown = await shownWith(needs, open, entries);
  return {
    name: principal.person?.name ?? null,
    entries: shown,
    waiting: rows.length - open.length,
    map: skillMap(data, entries),
    suggestion: suggestionOf(needs, await practicable(needs, principal), entries),
    claim: await claimOffer(needs, principal),
  };
}

/** A trainee's drills in runs of their school, for its staff. */
export async function portfolioOf(needs: StoredNeeds, { id, name, school }: Person): Promise<PortfolioBody> {
  const rows = (await needs.storage.drillsOf(null, id))
    .filter(hasEnded)
    .filter(({ place }) => place?.school === school);
  const entries = await entriesOf(needs, rows);
  const shown = await shownWith(needs, rows, entries);
  return {
    name,
    entries: shown,
    waiting: 0,
    map: skillMap((await needs.catalogs.of(school)).data, entries),
    suggestion: null,
    claim: null,
  };
}

/** Today's ten minutes, chosen from the latest drills alone, because the home page waits for it. */
export async function today(needs: PortfolioNeeds, principal: Principal): Promise<Today> {
  const refusal = await reportRefusals(needs, principal);
  const own = await ownRows(needs.storage, principal);
  const rows = await filtered(own, async (row) => (await refusal(row)) === null);
  const data = await practicable(needs, principal);
  const suggestion = suggestionOf(needs, data, await entriesOf(needs, rows.slice(0, DONE_DRILLS)));
  const offer = await claimOffer(needs, principal);
  if (offer === null) return { suggestion, claim: null };
  const { person, drills } = offer;
  return { suggestion, claim: { person: person.id, name: person.name, drills: drills.map(({ drill }) => drill) } };
}

/**
 * Gives the device's practice to the person who sits or is signed in at it. Drills that are no such practice are left
 * alone.
 */
export async function claim(
  needs: PortfolioNeeds,
  principal: Principal,
  person: string,
  drills: readonly string[],
): Promise<Reply<Claimed>> {
  if (principal.guest === null) return { ok: false, error: failure('no-guest') };
  if ((await claimant(needs.storage, principal))?.id !== person) return { ok: false, error: failure('unknown-person') };
  return { ok: true, value: { claimed: await needs.storage.portfolio.claim(principal.guest, person, drills) } };
}

/** What the principal may practise now: no case that an exam seals. */
async function practicable({ storage, catalogs, seals }: PortfolioNeeds, principal: Principal): Promise<ContentData> {
  const { data } = await catalogs.of(await schoolOf(storage, principal));
  const sealed = await seals.to(principal);
  return { ...data, scenarios: data.scenarios.filter(({ id }) => !sealed.has(id)) };
}

const hasEnded = ({ state }: DrillRow): boolean => state === 'ended';

/**
 * Ended drills, newest first. A device may be shared: drills of another person than the one who sits or is signed in
 * there are left out. Tapping a name on a roster shows nothing of that person's from other devices; signing in does.
 */
async function ownRows(storage: Storage, principal: Principal): Promise<DrillRow[]> {
  const who = (await claimant(storage, principal))?.id ?? null;
  const rows = await storage.drillsOf(principal.guest, principal.person?.id ?? null);
  return filtered(rows, async (row) => {
    if (!hasEnded(row)) return false;
    const person = (await storage.ownerOf('drill', row.id))?.person ?? null;
    return person === null || person === who;
  });
}

/** The person who may claim the device's practice: the one signed in, else the roster's trainee whose seat it took last. */
async function claimant(
  { people, portfolio }: Storage,
  { guest, person }: Principal,
): Promise<{ id: string; name: string } | null> {
  if (person !== null) return { id: person.id, name: person.name };
  const seated = guest === null ? null : await portfolio.seatedPerson(guest);
  const personOfSeat = seated === null ? null : await people.person(seated);
  return personOfSeat === null ? null : { id: personOfSeat.id, name: personOfSeat.name };
}

async function claimOffer(needs: PortfolioNeeds, principal: Principal): Promise<ClaimOffer | null> {
  const { portfolio } = needs.storage;
  const person = await claimant(needs.storage, principal);
  if (principal.guest === null || person === null) return null;
  const drills = (
    await Promise.all(
      (
        await portfolio.unclaimed(principal.guest)
      ).map(async (drill) => {
        const entry = (await portfolio.entry(drill)) ?? null;
        if (entry === null) return [];
        return [{ drill, endedAt: entry.endedAt, titles: entry.cases.map(({ title }) => title), score: entry.score }];
      }),
    )
  ).flat();
  return drills.length === 0 ? null : { person, drills };
}

/** Entries, newest first; retries have none. */
async function entriesOf({ storage, runner }: StoredNeeds, rows: readonly DrillRow[]): Promise<PortfolioEntry[]> {
  const entries: PortfolioEntry[] = [];
  // Entries are made oldest first: each looks up the goal that the drill before it set.
  for (const { id } of rows.toReversed()) {
    if ((await storage.portfolio.entry(id)) === undefined) {
      await letOthersRun();
      await makeEntry(runner, id);
    }
    const entry = (await storage.portfolio.entry(id)) ?? null;
    if (entry !== null) entries.push(shownEntry(entry));
  }
  return entries.toSorted((a, b) => b.endedAt - a.endedAt);
}

/** Makes a drill's entry. A drill that can't be scored any more gets none; its own report says why. */
async function makeEntry(runner: Pick<DrillRecords, 'report'>, id: string): Promise<void> {
  try {
    await runner.report(id);
  } catch {
    return;
  }
}

/** Adds what depends on other rows, looked up now: a run may be renamed, and a ruling on the drill before changes its goal. */
async function shownWith(
  needs: StoredNeeds,
  rows: readonly DrillRow[],
  entries: readonly PortfolioEntry[],
): Promise<PortfolioRow[]> {
  const { storage, runner } = needs;
  const drillsOf = remembered(storage.drillsOf);
  const looked = { ownerOf: storage.ownerOf, runs: storage.runs, drillsOf };
  // Entries in the reader's language. In another than Chinese each drill is scored again for its goal, once.
  const told = new Map<string, PortfolioEntry>();
  const withOwnGoal = async (entry: PortfolioEntry): Promise<PortfolioEntry> => {
    const entryTold = told.get(entry.drill) ?? (await withGoal(needs, entry));
    told.set(entry.drill, entryTold);
    return entryTold;
  };
  const entryOf = async ({ id }: DrillRow): Promise<PortfolioEntry | null> => {
    const entry = (await storage.portfolio.entry(id)) ?? null;
    return entry === null ? null : await withOwnGoal(shownEntry(entry));
  };
  if (language() !== 'zh')
    for (const entry of entries) {
      await letOthersRun();
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
      reached: row === undefined ? null : goalMet(await goalOf(looked, row, entryOf), entry.families),
    });
  }
  return shown;
}

/** Reads each list of drills once. Every drill asks for the same list: with two hundred drills that would be 200 × 200 rows. */
function remembered(drillsOf: Storage['drillsOf']): Storage['drillsOf'] {
  const drillsBySeat = new Map<string, DrillRow[]>();
  return async (guest, person) => {
    const key = `${guest ?? ''} ${person ?? ''}`;
    const rows = drillsBySeat.get(key) ?? (await drillsOf(guest, person));
    drillsBySeat.set(key, rows);
    return rows;
  };
}

function suggestionOf(
  { clock }: PortfolioNeeds,
  { scenarios, types }: ContentData,
  entries: readonly PortfolioEntry[],
): Suggestion | null {
  const chosen = chooseTodaysCase(entries, scenarios, clock.now(), zoneMsAt(clock.now()));
  if (chosen === null) return null;
  const { scenario, reason } = chosen;
  return {
    scenario: scenario.id,
    title: scenario.title,
    typeName: typeNameIn(types, scenario.type),
    level: scenario.level,
    minutes: scenario.minutes,
    reason,
  };
}
