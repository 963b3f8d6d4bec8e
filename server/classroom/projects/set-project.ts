/** A teacher sets a project task: a lesson whose seats serve the same customers one role after the other (RULES J38). */
import { storeRun } from '#classroom/lesson/new-run.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { NewProject, PlannedTask, ProjectChoice } from '#contract/plans/projects.ts';
import type { Plan } from '#contract/runs.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Storage; catalogs: Catalogs; clock: Clock };

/** Story minutes to a minute, as in a lesson that says nothing else. */
const PACE = 20;

/** Tasks to choose from, in the library's order. */
export const projectChoices = ({ tasks, parts, data }: Pick<Catalogs, 'tasks' | 'parts' | 'data'>): ProjectChoice[] => {
  const cases = new Map([...data.scenarios, ...parts].map((scenario) => [scenario.id, scenario]));
  return tasks.map((task) => ({
    id: task.id,
    title: task.title,
    teaches: task.teaches,
    shopName: data.shops.find(({ id }) => id === task.shop)?.name ?? task.shop,
    roles: task.parts.map(({ role }) => role),
    minutes: task.parts.reduce((sum, part) => sum + (cases.get(part.case)?.minutes ?? 0), 0),
  }));
};

/** Refuses tasks that don't have the same roles: a group has one seat for each. */
export const setProject = async (
  { storage, catalogs, clock }: Needs,
  staff: Pick<SignedIn, 'id' | 'school'>,
  { name, classId, tasks: ids, minutes, results }: NewProject,
): Promise<Reply<Run>> => {
  const catalog = await catalogs.of(staff.school);
  const tasks: PlannedTask[] = [];
  let roles: string[] | null = null;
  for (const id of new Set(ids)) {
    const task = catalogs.tasks.find((one) => one.id === id);
    const first = catalog.find(task?.parts[0]?.case ?? '');
    if (task === undefined || first === null) return refused('unknown-task', id);
    const own = task.parts.map(({ role }) => role);
    roles ??= own;
    if (own.join() !== roles.join()) return refused('bad-request', 'tasks');
    const cases = task.parts.map((part) => part.case);
    tasks.push({ id, title: task.title, customer: first.customer.name, shop: task.shop, cases });
  }
  const plan: Plan = {
    ...{ scenarios: tasks.flatMap(({ cases }) => cases[0] ?? []), mode: 'lesson', arrivals: 'spaced', pace: PACE },
    ...{ minutes, seed: 'same', attempts: 1, results, incidents: [], stages: [] },
    project: { roles: roles ?? [], tasks },
  };
  return await storeRun({ storage, clock }, staff, { name, classId, plan }, async () => {});
};
