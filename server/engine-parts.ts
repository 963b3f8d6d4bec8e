import type { DrillEngine } from '#drills/engine.ts';
import { decide } from '#engine/decide.ts';
import { evolve } from '#engine/evolve.ts';
import { nextDue } from '#engine/next-due.ts';
import { prepare } from '#engine/prepare.ts';
import { typingNotices } from '#engine/typing.ts';
import { makeReport } from '#scoring/report.ts';

/** The real engine and scoring, as the runner takes them. */
export const engine: DrillEngine = {
  prepare,
  decide,
  evolve,
  nextDue,
  typingNotices,
  makeReport,
};
