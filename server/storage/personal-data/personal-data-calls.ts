import type { Tables } from '#storage/queries/dialect.ts';
import type { Storage } from '#storage/storage.ts';
import { auditStorage } from './audit-queries.ts';
import { erasureStorage } from './erase-queries.ts';
import { erasureScopeOf } from './erasure-scope-queries.ts';
import { retentionStorage } from './retention-queries.ts';
import { subjectDataOf } from './subject-data-queries.ts';

/** What is kept of people, and the trail of what was done with it: the same queries on both databases. */
export const personalDataCalls = (tables: Tables): Pick<Storage, 'audit' | 'personalData'> => ({
  audit: auditStorage(tables),
  personalData: {
    subjectData: subjectDataOf(tables),
    erasureScope: (target) => erasureScopeOf(tables, target),
    ...erasureStorage(tables),
    ...retentionStorage(tables),
  },
});
