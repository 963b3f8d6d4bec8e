/** Who has which role: groups of a run as they were formed when its drill began, and as teachers changed them since. */
import type { Run, RunEntry, Seat } from '#storage/runs.ts';

/** By role, in order: the seat's id; null: nobody. */
export type Group = readonly (string | null)[];

/**
 * Groups of as many seats as there are roles, in the roster's order. Seats that are left over at the end form a smaller
 * group, whose last seat has the roles that remain.
 */
export const formGroups = (seats: readonly Pick<Seat, 'id'>[], roles: number): string[][] => {
  const groups: string[][] = [];
  for (let at = 0; at < seats.length; at += roles) {
    const members = seats.slice(at, at + roles);
    groups.push(
      Array.from({ length: roles }, (_, role) => members[Math.min(role, members.length - 1)]?.id ?? '').filter(
        (id) => id !== '',
      ),
    );
  }
  return groups;
};

/** Before the drill has begun, the groups that would be formed of who is there now. */
export const groupsOf = (
  { plan }: Pick<Run, 'plan'>,
  seats: readonly Seat[],
  log: readonly RunEntry[],
): readonly Group[] => {
  const roles = plan.project?.roles.length ?? 0;
  const formedAt = log.findLastIndex(({ kind }) => kind === 'groups');
  const formed = log[formedAt];
  if (formed === undefined)
    return formGroups(
      seats.filter(({ guest }) => guest !== null),
      roles,
    );
  const groups = groupsIn(formed.body).map((group): (string | null)[] => [...group]);
  for (const { kind, seat, body } of log.slice(formedAt + 1)) {
    const { group, role } = body;
    if (kind !== 'role' || typeof group !== 'number' || typeof role !== 'number') continue;
    const changed = groups[group];
    if (changed !== undefined && role < roles) changed[role] = seat;
  }
  return groups;
};

const groupsIn = ({ groups }: RunEntry['body']): string[][] =>
  Array.isArray(groups) ? groups.map((group: unknown) => (Array.isArray(group) ? group.map(String) : [])) : [];

/** Seats that had a role of the group at any time: their drills hold its conversations. */
export const everIn = (index: number, groups: readonly Group[], log: readonly RunEntry[]): ReadonlySet<string> => {
  const formed = log.findLast(({ kind }) => kind === 'groups');
  const first = formed === undefined ? [] : (groupsIn(formed.body)[index] ?? []);
  const given = log.flatMap(({ kind, seat, body }) =>
    kind === 'role' && body.group === index && seat !== null ? [seat] : [],
  );
  return new Set([...first, ...given, ...(groups[index] ?? []).flatMap((seat) => seat ?? [])]);
};
