import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { Storage } from '#storage/storage.ts';
import type { CatchUpFeed } from './catch-up-feed.ts';
import type { GroupCommit } from './group-commit.ts';
import type { DrillObserver } from './ports.ts';
import type { ShownLogs } from './shown-logs.ts';

/** What every drill of a process shares. */
export type DrillNeeds = {
  engine: DrillEngine;
  judge: Judge;
  storage: Storage;
  commit: GroupCommit;
  contents: ContentCache;
  clock: Clock;
  logger: Logger;
  observers: DrillObserver;
  shownLogs: ShownLogs;
  feed: CatchUpFeed;
};
