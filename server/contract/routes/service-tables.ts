/** Routes of a shop's own service data. No path names a school: all is within that of who asks. */
import { analysisSchema } from '#contract/analysis.ts';
import { hotSpotsSchema } from '#contract/service-data/hot-spots.ts';
import {
  periodQuery,
  renameTableSchema,
  type ServiceTables,
  type TablePreview,
} from '#contract/service-data/tables.ts';
import { type RouteTable, replies } from './route-spec.ts';

/** Two thousand rows of twenty columns take half of this. */
const upload = { readFor: 'staff', json: '1kb', file: '2mb' } as const;

export const serviceTableRouteSpecs = {
  'GET /api/service-tables': { who: 'signed-in', reply: replies<ServiceTables>() },
  /** The file itself is the body; nothing is stored. */
  'POST /api/service-tables/preview': { who: 'staff', reply: replies<TablePreview>(), upload },
  'POST /api/service-tables': { who: 'staff', query: periodQuery, reply: replies<ServiceTables>(), upload },
  /** A table's rows for its school's people, who need no account: the school is that of the seat a device took last. */
  'GET /api/service-tables/:table/analysis': { who: 'anyone', reply: analysisSchema },
  'GET /api/service-tables/:table/analysis.xlsx': { who: 'anyone', reply: 'file' },
  'POST /api/service-tables/:table/rename': { who: 'staff', body: renameTableSchema, reply: replies<ServiceTables>() },
  'POST /api/service-tables/:table/remove': { who: 'staff', reply: replies<ServiceTables>() },
  /** What the customers of the school's published drills came with. */
  'GET /api/hot-spots': { who: 'staff', reply: hotSpotsSchema },
} as const satisfies RouteTable;
