import type { Report } from '#contract/report.ts';
import type { Ruling } from '#contract/results.ts';
import type { Command, Decision } from '#engine/model/commands.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { Judged } from '#engine/model/judge-request.ts';
import type { TypingNotice } from '#engine/model/typing.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { GoalBefore } from '#scoring/practice-advice/goal.ts';

/** The pure functions a runner calls. They are passed in, so that the runner's tests can do without a real case. */
export type DrillEngine = {
  prepare(data: ContentData): Content;
  decide(content: Content, drill: Drill, command: Command, judged?: readonly Judged[]): Decision;
  /** The drill after these events; the one given stays as it is. */
  fold(drill: Drill, events: readonly DrillEvent[]): Drill;
  nextDue(content: Content, drill: Drill): DrillMs | null;
  typingNotices(drill: Drill): readonly TypingNotice[];
  /**
   * `available`: the cases from which the next ones are picked; `rulings`: oldest first; `goal`: the one set by the
   * trainee's drill before.
   */
  makeReport(
    content: ContentData,
    events: readonly DrillEvent[],
    available: readonly Scenario[],
    rulings: readonly Ruling[],
    goal: GoalBefore | null,
  ): Report;
};
