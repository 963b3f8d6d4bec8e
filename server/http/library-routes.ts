import { shownRow } from '#classroom/report-access.ts';
import { failure } from '#contract/errors.ts';
import type { Shelf } from '#drills/shelf.ts';
import type { Api } from '#http/api.ts';
import { scenarioCards, startCard } from '#http/scenario-cards.ts';
import { shopBody } from '#http/shop-body.ts';
import type { Asker } from '#server/access.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

const MOST_CUSTOMERS = 3;

/** What can be drilled: scenarios, shops, start cards. */
export function libraryRoutes(api: Api, shelf: Shelf, storage: Storage): void {
  const own = (asker: Asker): DrillRow[] =>
    storage.drillsOf(asker.guest, asker.person?.id ?? null).map((row) => shownRow(storage, asker, row));

  api('GET /api/scenarios', ({ asker }) => ({ ok: true, value: scenarioCards(shelf.data, own(asker)) }));

  api('GET /api/shops/:id', ({ param }) => {
    const value = shopBody(shelf.data, param('id'));
    return value === null ? { ok: false, error: failure('unknown-shop', param('id')) } : { ok: true, value };
  });

  api('GET /api/start-card', ({ asker, query }) => {
    const asked = query('scenarios') ?? '';
    const ids = asked.split(',').filter((id) => id !== '');
    if (ids.length < 1 || ids.length > MOST_CUSTOMERS) {
      return { ok: false, error: failure('bad-request', 'scenarios') };
    }
    const value = startCard(shelf.data, ids, own(asker));
    return value === null
      ? { ok: false, error: failure('unknown-scenario', asked.slice(0, 200)) }
      : { ok: true, value };
  });
}
