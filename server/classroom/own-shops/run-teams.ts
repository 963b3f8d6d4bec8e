/** The teams of the class's term that a run lies in. */
import { dayOf } from '#classroom/exports/local-time.ts';
import type { Team } from '#contract/terms/teams.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

/** Empty without a class, a term of that day or teams. */
export const teamsOfRun = async (
  { terms, teams }: Pick<Storage, 'terms' | 'teams'>,
  { classId, createdAt }: Pick<Run, 'classId' | 'createdAt'>,
): Promise<readonly Team[]> => {
  if (classId === null) return [];
  const day = dayOf(createdAt);
  const term = (await terms.ofClass(classId)).find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  return term === undefined ? [] : ((await teams.teams(term.id))?.teams ?? []);
};

export const teamOf = (teams: readonly Team[], person: string | null): Team | undefined =>
  person === null ? undefined : teams.find(({ members }) => members.some((member) => member.person === person));
