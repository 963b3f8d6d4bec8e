/** Who comes to a seat: its team's shop's cases, the plan's, or the rush that the seed draws. */
import type { Reply } from '#contract/errors.ts';
import type { CaseSource, Catalogs } from '#drills/catalog/catalog.ts';
import { rushOfSeat } from '#drills/catalog/rush-opening.ts';
import type { Opening } from '#drills/runner/opening.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { casesOfSeat } from './shop-cases.ts';

type Needs = {
  storage: Pick<Storage, 'terms' | 'teams'>;
  catalogs: Pick<Catalogs, 'withVersions' | 'rush' | 'momentCases' | 'shopDay' | 'naming' | 'playableOn' | 'short'>;
};

/** A rush is the same one for the same seed (RULES Q20). */
export const customersOfSeat = async (
  { storage, catalogs }: Needs,
  run: Run,
  seat: Seat,
  { seed, from }: { seed: number; from: CaseSource },
): Promise<Reply<Pick<Opening, 'scenarios' | 'rush'>>> => {
  const { candidates = [], plan } = run;
  if (plan.rush === undefined) return { ok: true, value: { scenarios: await casesOfSeat(storage, run, seat) } };
  const drawn = await rushOfSeat(catalogs, await catalogs.withVersions(from), plan.rush, { candidates, seed });
  if (!drawn.ok) return drawn;
  const rush = drawn.value;
  return { ok: true, value: { rush, scenarios: rush.customers.map(({ scenario }) => scenario) } };
};
