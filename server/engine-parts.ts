import type { DrillEngine } from '#drills/judging/engine.ts';
import { nextDue } from '#engine/clocks/next-due.ts';
import { decide } from '#engine/decide.ts';
import { typingNotices } from '#engine/model/typing.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { fold } from '#engine/state/evolve.ts';
import { makeReport } from '#scoring/report.ts';

/** The real engine and scoring, as the runner takes them. */
export const engine: DrillEngine = {
  prepare,
  decide,
  fold,
  nextDue,
  typingNotices,
  makeReport,
};
