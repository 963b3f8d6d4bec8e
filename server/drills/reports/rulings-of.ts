import type { Ruling } from '#contract/results.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';

/** The rulings on a drill, oldest first, undone ones included, with the names of who made them. */
export async function rulingsOf(
  { results, people }: Pick<Storage, 'results' | 'people'>,
  drillId: string,
): Promise<Ruling[]> {
  const nameOf = async (id: string): Promise<string> => (await people.person(id))?.name ?? say('data:deleted');
  return await Promise.all(
    (await results.rulings(drillId)).map(async ({ by, undoneBy, undoneAt, drill: _, ...rest }) => ({
      ...rest,
      by: await nameOf(by),
      undone: undoneAt === null ? null : { by: await nameOf(undoneBy ?? ''), at: undoneAt },
    })),
  );
}
