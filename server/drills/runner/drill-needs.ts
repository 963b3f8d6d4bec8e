import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { CatchUpFeed } from '#drills/runner/viewers/catch-up-feed.ts';
import type { ShownLogs } from '#drills/runner/viewers/shown-logs.ts';
import type { Storage } from '#storage/storage.ts';
import type { GroupCommit } from './group-commit.ts';
import type { DrillObserver } from './ports.ts';

/** Which of several nodes has a drill in memory (RULES S6). */
export type DrillHold = {
  /** Takes the drill for this node. Rejects with HeldElsewhere where a living node has it. */
  take(drillId: string): Promise<void>;
  /** Gives it back: this node has it in memory no more. */
  release(drillId: string): Promise<void>;
  /** A drill was taken whose node had died while its clock ran. */
  onTakeover(): void;
};

/** Another node has the drill. */
export class HeldElsewhere extends Error {
  readonly node: string;

  constructor(node: string) {
    super(`the drill is at ${node}`);
    this.node = node;
  }
}

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
  /** Left out: this process has every drill. */
  hold?: DrillHold;
};
