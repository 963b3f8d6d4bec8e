import type { Report } from '#contract/report.ts';
import type { Ruling } from '#contract/results.ts';
import type { Command, Decision } from '#engine/commands.ts';
import type { ContentData, Scenario } from '#engine/content.ts';
import type { Drill } from '#engine/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/events.ts';
import type { Judged } from '#engine/judge-request.ts';
import type { Content } from '#engine/prepare.ts';
import type { TypingNotice } from '#engine/typing.ts';
import type { GoalBefore } from '#scoring/goal.ts';

/** The pure functions a runner drives, given to it so that its tests need no story. */
export type DrillEngine = {
  prepare(data: ContentData): Content;
  decide(content: Content, drill: Drill, command: Command, judged?: readonly Judged[]): Decision;
  evolve(drill: Drill, event: DrillEvent): Drill;
  nextDue(content: Content, drill: Drill): DrillMs | null;
  typingNotices(drill: Drill): readonly TypingNotice[];
  /** `available`: the cases from which the next ones are picked; `rulings`: oldest first; `goal`: of the drill before. */
  makeReport(
    content: ContentData,
    events: readonly DrillEvent[],
    available: readonly Scenario[],
    rulings: readonly Ruling[],
    goal: GoalBefore | null,
  ): Report;
};
