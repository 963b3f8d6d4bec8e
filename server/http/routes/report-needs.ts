import type { Documents } from '#classroom/documents/documents.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import type { Clock } from '#common/clock.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { ReportCosts } from '#http/session/report-costs.ts';
import type { Storage } from '#storage/storage.ts';

/** What routes need that make something of the reports of many drills. */
export type ReportNeeds = {
  storage: Storage;
  runner: DrillRecords;
  catalogs: Catalogs;
  clock: Clock;
  seals: Seals;
  documents: Documents;
  costs: ReportCosts;
};
