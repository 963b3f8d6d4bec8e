import type { Ruling } from '#contract/results.ts';
import type { Storage } from '#storage/storage.ts';

/** The rulings on a drill, oldest first, undone ones included, with the names of who made them. */
export function rulingsOf({ results, people }: Pick<Storage, 'results' | 'people'>, drillId: string): Ruling[] {
  const nameOf = (id: string): string => people.person(id)?.name ?? '';
  return results.rulings(drillId).map(({ by, undoneBy, undoneAt, drill: _, ...rest }) => ({
    ...rest,
    by: nameOf(by),
    undone: undoneAt === null ? null : { by: nameOf(undoneBy ?? ''), at: undoneAt },
  }));
}
