import { z } from 'zod';
import { schoolOf } from '#classroom/accounts/school-of.ts';
import { holds } from '#classroom/lesson/seat-body.ts';
import { shownRow } from '#classroom/results/report-access.ts';
import type { Asker } from '#common/access.ts';
import { failure } from '#contract/errors.ts';
import type { Catalogs, SchoolCatalog } from '#drills/catalog/catalog.ts';
import { withSchool } from '#drills/catalog/school-catalog.ts';
import { scenarioCards, startCard } from '#http/bodies/scenario-cards.ts';
import { selfTestBody } from '#http/bodies/self-test-body.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { Api } from './api.ts';

const MOST_CUSTOMERS = 3;
/** 0 to HIGHEST_SEED. */
const seedText = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** What can be drilled: scenarios, shops, start cards. */
export function libraryRoutes(api: Api, shelf: Catalogs, storage: Storage): void {
  const own = (asker: Asker): DrillRow[] =>
    storage.drillsOf(asker.guest, asker.person?.id ?? null).map((row) => shownRow(storage, asker, row));

  /** What the asker may practise; at a seat of theirs what its run was planned with, published still or not. */
  const shelfAt = (asker: Asker, seatId: string | null): SchoolCatalog => {
    const seat = seatId === null ? null : storage.runs.seat(seatId);
    if (seat === null || !holds(asker, seat)) return shelf.of(schoolOf(storage, asker));
    return shelf.planned({ school: seat.school, versions: storage.authored.runCases(seat.run) });
  };

  api('GET /api/scenarios', ({ asker }) => ({
    ok: true,
    value: scenarioCards(shelf.of(schoolOf(storage, asker)), own(asker)),
  }));

  // Who belongs to a school studies its own phrases too: they will have them at the desk.
  api('GET /api/shops/:id', ({ asker, param }) => {
    const data = { ...shelf.data, shops: shelf.data.shops.filter(({ id }) => id === param('id')) };
    const school = schoolOf(storage, asker);
    const value = shopBody(school === null ? data : withSchool(data, school, storage.schoolReplies), param('id'));
    return value === null ? { ok: false, error: failure('unknown-shop', param('id')) } : { ok: true, value };
  });

  api('GET /api/shops/:id/self-test', ({ param, query }) => {
    const seed = seedText.safeParse(query('seed'));
    if (!seed.success) return { ok: false, error: failure('bad-request', 'seed') };
    const value = selfTestBody(shelf, param('id'), seed.data);
    return value === null ? { ok: false, error: failure('unknown-shop', param('id')) } : { ok: true, value };
  });

  api('GET /api/start-card', ({ asker, query }) => {
    const asked = query('scenarios') ?? '';
    const ids = asked.split(',').filter((id) => id !== '');
    if (ids.length < 1 || ids.length > MOST_CUSTOMERS) {
      return { ok: false, error: failure('bad-request', 'scenarios') };
    }
    const value = startCard(shelfAt(asker, query('seat')), ids, own(asker));
    return value === null
      ? { ok: false, error: failure('unknown-scenario', asked.slice(0, 200)) }
      : { ok: true, value };
  });
}
