import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express } from 'express';
import type { ClientAddress } from '#common/client-address.ts';
import { isLoopback } from '#http/session/is-loopback.ts';
import type { Monitor } from '#monitoring/monitor.ts';
import { type Api, sendFailure, servePage } from './api.ts';

type Needs = {
  monitor: Pick<Monitor, 'metrics' | 'status'>;
  /** Opens the figures to whoever names it; null: only to this machine. */
  metricsToken: string | null;
  publicUrl: string | null;
  clientAddress: ClientAddress;
};

/** How the server is: for who looks after the machine, and for Prometheus. */
export const statusRoutes = (app: Express, api: Api, needs: Needs): void => {
  const { monitor, metricsToken, publicUrl, clientAddress } = needs;
  api('GET /api/status', async () => ({ ok: true, value: await monitor.status() }));

  servePage(app, 'GET /metrics', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const origin = { address: clientAddress(request), header: (name: string) => request.get(name) ?? null };
    // Everybody else is told that there is nothing: who watches this machine is nobody's concern.
    if (!isLoopback(origin, publicUrl) && !hasToken(origin.header('authorization'), metricsToken)) {
      return sendFailure(response, 'not-found');
    }
    const text = await monitor.metrics.text();
    response.type(monitor.metrics.contentType).send(text);
  });
};

/** Compared by hashes: the time it takes tells nothing of the token, nor of its length. */
const hasToken = (authorization: string | null, token: string | null): boolean => {
  if (token === null || authorization === null) return false;
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(authorization), hash(`Bearer ${token}`));
};
