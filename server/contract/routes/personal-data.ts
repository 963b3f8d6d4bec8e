/** Routes of people's data: export, deletion, for how long it is kept, and the trail of what was done with it. */
import { type AuditBody, auditQuery, type ChainChecked } from '#contract/personal-data/audit.ts';
import { type Erasure, type ErasurePreview, eraseSchema } from '#contract/personal-data/erasing.ts';
import { type DataBody, dataSettingsSchema } from '#contract/personal-data/retention.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const personalDataRouteSpecs = {
  /** Everything kept of the principal's device and person, as a zip. */
  'GET /api/me/data.zip': { who: 'anyone', reply: 'file' },
  /** What the principal's device and person practised alone. */
  'GET /api/me/practice/erasure': { who: 'anyone', reply: replies<ErasurePreview>() },
  'POST /api/me/practice/erase': { who: 'anyone', body: eraseSchema, reply: replies<Erasure>() },
  /** A drill of one's own practice, with its retries. */
  'GET /api/drills/:id/erasure': { who: 'owner of drill', reply: replies<ErasurePreview>() },
  'POST /api/drills/:id/erase': { who: 'owner of drill', body: eraseSchema, reply: replies<Erasure>() },

  'GET /api/people/:id/data.zip': { who: 'admin of person', reply: 'file' },
  'GET /api/people/:id/erasure': { who: 'admin of person', reply: replies<ErasurePreview>() },
  'POST /api/people/:id/erase': { who: 'admin of person', body: eraseSchema, reply: replies<Erasure>() },
  'GET /api/classes/:id/erasure': { who: 'admin of class', reply: replies<ErasurePreview>() },
  'POST /api/classes/:id/erase': { who: 'admin of class', body: eraseSchema, reply: replies<Erasure>() },
  /** A teacher deletes runs that are their own, an admin any. */
  'GET /api/runs/:id/erasure': { who: 'teacher of run', reply: replies<ErasurePreview>() },
  'POST /api/runs/:id/erase': { who: 'teacher of run', body: eraseSchema, reply: replies<Erasure>() },
  /** The words of one drill of a run; its marks stay. */
  'GET /api/runs/:id/drills/:drill/erasure': { who: 'admin of run', reply: replies<ErasurePreview>() },
  'POST /api/runs/:id/drills/:drill/erase': { who: 'admin of run', body: eraseSchema, reply: replies<Erasure>() },
  /** The principal's own school. */
  'GET /api/school/erasure': { who: 'admin', reply: replies<ErasurePreview>() },
  'POST /api/school/erase': { who: 'admin', body: eraseSchema, reply: replies<Erasure>() },

  'GET /api/data': { who: 'admin', reply: replies<DataBody>() },
  'POST /api/data/settings': { who: 'admin', body: dataSettingsSchema, reply: replies<DataBody>() },
  'GET /api/audit': { who: 'admin', query: auditQuery, reply: replies<AuditBody>() },
  'GET /api/audit/check': { who: 'admin', reply: replies<ChainChecked>() },
} as const satisfies RouteTable;
