/** What of a class lies in a term: lessons, homework, exams and contests by their day (RULES J1, J73). */
import { dayOf } from '#classroom/exports/local-time.ts';
import { isPaperOver } from '#classroom/papers/paper-state.ts';
import type { ItemKind, TermItem, TermRow } from '#contract/terms/term.ts';
import type { Run } from '#storage/runs.ts';
import type { StoredTerm } from '#storage/terms.ts';

type Span = Pick<StoredTerm, 'firstDay' | 'lastDay'>;

export const kindOf = ({ plan }: Pick<Run, 'plan'>): ItemKind => {
  if (plan.contest !== undefined) return 'contest';
  if (plan.exam !== undefined) return plan.exam.of === undefined ? 'exam' : 'resit';
  if (plan.paper !== undefined || plan.mode === 'exam') return 'exam';
  return plan.homework === undefined ? 'lesson' : 'homework';
};

const formOf = ({ plan }: Pick<Run, 'plan'>): TermItem['form'] => {
  if (plan.contest !== undefined) return 'contest';
  if (plan.exam !== undefined) return 'parts';
  if (plan.paper !== undefined) return 'paper';
  return plan.homework === undefined ? 'lesson' : 'homework';
};

/** With a window when it is due, else when its drill began, is meant to begin, or when it was made. By the school's clock. */
export const dayIn = ({ plan, startedAt, createdAt }: Pick<Run, 'plan' | 'startedAt' | 'createdAt'>): string =>
  dayOf(plan.homework?.dueAt ?? startedAt ?? plan.startsAt ?? createdAt);

/** Both days count. */
export const isIn = ({ firstDay, lastDay }: Span, day: string): boolean => firstDay <= day && day <= lastDay;

export const stateOf = (run: Run, now: number): TermItem['state'] => {
  const { homework, paper } = run.plan;
  if (run.endedAt !== null) return 'ended';
  if (homework !== undefined) {
    if (now < homework.opensAt) return 'planned';
    return now > (homework.late?.until ?? homework.dueAt) ? 'ended' : 'going';
  }
  if (run.stage === 'join' || run.stage === 'card') return 'planned';
  if (run.stage !== 'drill') return 'ended';
  return paper !== undefined && isPaperOver(run, now) ? 'ended' : 'going';
};

/** Whether its trainees may see what came of it: before that it counts nowhere. */
export const isPublished = ({ plan, publishedAt }: Run): boolean =>
  publishedAt !== null || (plan.results === 'at-once' && plan.paper === undefined && plan.exam === undefined);

/** The class's runs that lie in the term, oldest first. */
export const runsIn = <R extends Run>(term: Span, runs: readonly R[]): R[] =>
  runs
    .filter((run) => isIn(term, dayIn(run)))
    .toSorted((a, b) => (a.startedAt ?? a.createdAt) - (b.startedAt ?? b.createdAt))
    .toSorted((a, b) => (dayIn(a) < dayIn(b) ? -1 : dayIn(a) > dayIn(b) ? 1 : 0));

export const itemOf = (run: Run & { seats: number; joined: number }, now: number): TermItem => ({
  ...{ run: run.id, name: run.name, kind: kindOf(run), form: formOf(run), day: dayIn(run) },
  ...{ state: stateOf(run, now), published: isPublished(run), seats: run.seats, joined: run.joined },
  ...(run.plan.contest && { contest: run.plan.contest.id }),
});

/** A re-sit is no exam of its own. */
export const termRow = ({ id, name, firstDay, lastDay }: StoredTerm, runs: readonly Run[]): TermRow => {
  const kinds = runsIn({ firstDay, lastDay }, runs).map(kindOf);
  const count = (kind: ItemKind): number => kinds.filter((one) => one === kind).length;
  return {
    ...{ id, name, firstDay, lastDay },
    ...{ runs: count('lesson'), homework: count('homework'), exams: count('exam'), contests: count('contest') },
  };
};
