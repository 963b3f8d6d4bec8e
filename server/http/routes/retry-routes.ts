import { schoolOf } from '#classroom/accounts/school-of.ts';
import { createRetries } from '#classroom/retries/retries.ts';
import { failure } from '#contract/errors.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import type { Api } from './api.ts';
import { type DrillRouteNeeds, limitByAddress, summaryOf } from './drill-routes.ts';

/** Routes to do a turn again from one's own report, and to read all tries of it (RULES N7). */
export const retryRoutes = (api: Api, needs: DrillRouteNeeds): void => {
  const { catalogs, storage, clock, secureCookie } = needs;
  const retries = createRetries(needs);
  const mayOpen = limitByAddress(clock);

  api('POST /api/drills/:id/redos', async ({ params, principal, body, address, setCookie }) => {
    const row = await storage.drill(params.id);
    if (row === null) return { ok: false, error: failure('unknown-drill') };
    if (!mayOpen(address)) return { ok: false, error: failure('too-many-requests') };
    // A drill is stored with the device it was opened on. A person may be signed in on a device without a cookie: it
    // gets one.
    const newGuest = principal.guest === null ? await createGuest(storage, clock.now(), secureCookie) : null;
    const guest = principal.guest ?? newGuest?.guest ?? '';
    const opened = await retries.open(principal, guest, row, body);
    if (opened.ok && newGuest !== null) setCookie(newGuest.setCookie);
    return opened.ok
      ? {
          ok: true,
          value: await summaryOf(
            await catalogs.of(row.place?.school ?? (await schoolOf(storage, principal))),
            storage,
            opened.value,
          ),
        }
      : opened;
  });
  api('GET /api/drills/:id/tries', async ({ params, principal }) => {
    const row = await storage.drill(params.id);
    return row === null ? { ok: false, error: failure('unknown-drill') } : await retries.attempts(principal, row);
  });
};
