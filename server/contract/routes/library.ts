/** Routes of how the server is, and of what there is to practise with: pages and pictures, cases, shops, start cards. */
import { z } from 'zod';
import { rushMenuSchema, scenarioCardSchema, shopSchema, shortRoundSchema, startCardSchema } from '#contract/bodies.ts';
import { serverStatusSchema, storageStatusSchema } from '#contract/storage-status.ts';
import type { RouteTable } from './route-spec.ts';

export const libraryRouteSpecs = {
  'GET /healthz': { who: 'anyone', reply: 'page' },
  'GET /metrics': { who: 'operator', reply: 'page' },
  'GET /api/storage': { who: 'staff', reply: storageStatusSchema },
  'GET /api/status': { who: 'machine-admin', reply: serverStatusSchema },
  'GET /pictures/customer/:file': { who: 'anyone', reply: 'page' },
  'GET /pictures/:shop/:file': { who: 'anyone', reply: 'page' },
  'GET /schema/:file': { who: 'anyone', reply: 'page' },
  'GET /guide/writing-a-case': { who: 'anyone', reply: 'page' },
  'GET /guide/guide.css': { who: 'anyone', reply: 'page' },
  'GET /guide/writing-a-case.md': { who: 'anyone', reply: 'page' },

  'GET /api/scenarios': { who: 'anyone', reply: z.array(scenarioCardSchema) },
  /** One for every shop with short customers. */
  'GET /api/short-rounds': { who: 'anyone', reply: z.array(shortRoundSchema) },
  'GET /api/rush': { who: 'anyone', reply: rushMenuSchema },
  'GET /api/shops/:id': { who: 'anyone', reply: shopSchema },
  /** `scenarios`: one to twelve ids with commas between. `seat`: the cases are shown as that seat's run was planned. */
  'GET /api/start-card': {
    who: 'anyone',
    query: z.object({ scenarios: z.string().optional(), seat: z.string().optional() }),
    reply: startCardSchema,
  },
} as const satisfies RouteTable;
