/** Routes of people's data: export, deletion, for how long it is kept, and the trail of what was done with it. */
import { type AuditBody, auditQuery, type ChainChecked } from '#contract/personal-data/audit.ts';
import { type Erasure, type ErasurePreview, eraseSchema } from '#contract/personal-data/erasing.ts';
import { type DataBody, dataSettingsSchema } from '#contract/personal-data/retention.ts';
import { carries, type Lines } from './line.ts';

export const personalDataLines = {
  /** Everything kept of the principal's device and person, as a zip. */
  'GET /api/me/data.zip': { who: 'anyone', reply: 'file' },
  /** What the principal's device and person practised alone. */
  'GET /api/me/practice/erasure': { who: 'anyone', reply: carries<ErasurePreview>() },
  'POST /api/me/practice/erase': { who: 'anyone', body: eraseSchema, reply: carries<Erasure>() },
  /** A drill of one's own practice, with its retries. */
  'GET /api/drills/:id/erasure': { who: 'owner of drill', reply: carries<ErasurePreview>() },
  'POST /api/drills/:id/erase': { who: 'owner of drill', body: eraseSchema, reply: carries<Erasure>() },

  'GET /api/people/:id/data.zip': { who: 'admin of person', reply: 'file' },
  'GET /api/people/:id/erasure': { who: 'admin of person', reply: carries<ErasurePreview>() },
  'POST /api/people/:id/erase': { who: 'admin of person', body: eraseSchema, reply: carries<Erasure>() },
  'GET /api/classes/:id/erasure': { who: 'admin of class', reply: carries<ErasurePreview>() },
  'POST /api/classes/:id/erase': { who: 'admin of class', body: eraseSchema, reply: carries<Erasure>() },
  /** A teacher deletes runs that are their own, an admin any. */
  'GET /api/runs/:id/erasure': { who: 'teacher of run', reply: carries<ErasurePreview>() },
  'POST /api/runs/:id/erase': { who: 'teacher of run', body: eraseSchema, reply: carries<Erasure>() },
  /** The words of one drill of a run; its marks stay. */
  'GET /api/runs/:id/drills/:drill/erasure': { who: 'admin of run', reply: carries<ErasurePreview>() },
  'POST /api/runs/:id/drills/:drill/erase': { who: 'admin of run', body: eraseSchema, reply: carries<Erasure>() },
  /** The principal's own school. */
  'GET /api/school/erasure': { who: 'admin', reply: carries<ErasurePreview>() },
  'POST /api/school/erase': { who: 'admin', body: eraseSchema, reply: carries<Erasure>() },

  'GET /api/data': { who: 'admin', reply: carries<DataBody>() },
  'POST /api/data/settings': { who: 'admin', body: dataSettingsSchema, reply: carries<DataBody>() },
  'GET /api/audit': { who: 'admin', query: auditQuery, reply: carries<AuditBody>() },
  'GET /api/audit/check': { who: 'admin', reply: carries<ChainChecked>() },
} as const satisfies Lines;
