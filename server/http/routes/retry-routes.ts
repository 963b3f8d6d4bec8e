import { schoolOf } from '#classroom/accounts/school-of.ts';
import { createRetries } from '#classroom/retries/retries.ts';
import type { Clock } from '#common/clock.ts';
import { failure } from '#contract/errors.ts';
import { retrySchema } from '#contract/retries.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import type { Storage } from '#storage/storage.ts';
import type { Api } from './api.ts';
import { limitByAddress, summaryOf } from './drill-routes.ts';

type Needs = { shelf: Catalogs; storage: Storage; runner: Runner; clock: Clock; secureCookie: boolean };

/** A turn done again from one's own report, and all its tries (RULES N7). */
export function retryRoutes(api: Api, needs: Needs): void {
  const { shelf, storage, clock, secureCookie } = needs;
  const retries = createRetries(needs);
  const mayOpen = limitByAddress(clock);

  api('POST /api/drills/:id/redos', async ({ param, asker, body, address, setCookie }) => {
    const place = parseBody(retrySchema, body);
    if (!place.ok) return place;
    const row = storage.drill(param('id'));
    if (row === null) return { ok: false, error: failure('unknown-drill') };
    if (!mayOpen(address)) return { ok: false, error: failure('too-many-requests') };
    // Somebody signed in on a device that has no cookie yet: a drill is stored with the device it was opened on.
    const made = asker.guest === null ? createGuest(storage, clock.now(), secureCookie) : null;
    const guest = asker.guest ?? made?.guest ?? '';
    const opened = await retries.open(asker, guest, row, place.value);
    if (opened.ok && made !== null) setCookie(made.setCookie);
    return opened.ok
      ? { ok: true, value: summaryOf(shelf.of(row.place?.school ?? schoolOf(storage, asker)), storage, opened.value) }
      : opened;
  });
  api('GET /api/drills/:id/tries', ({ param, asker }) => {
    const row = storage.drill(param('id'));
    return row === null ? { ok: false, error: failure('unknown-drill') } : retries.tries(asker, row);
  });
}
