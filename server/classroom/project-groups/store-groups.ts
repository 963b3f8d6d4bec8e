import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { formGroups } from './groups.ts';

/** Forms the groups of whoever is there as the drill begins; who comes later is given a role by the teacher. */
export const storeGroups = async ({ runs }: Pick<Storage, 'runs'>, run: Run, now: number): Promise<void> => {
  const there = (await runs.seats(run.id)).filter(({ guest }) => guest !== null);
  const groups = formGroups(there, run.plan.project?.roles.length ?? 1);
  await runs.addLog(entryOf(run, now, null, 'groups', null, { groups }));
};
