import type { Ruling } from '#contract/results.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';

/** By whom a ruling is whose giver played the customer: in place of a person's id. */
export const playerRuling = (drillId: string): string => `player:${drillId}`;

/** By whom a ruling on the drill is: a person of staff, or whoever played its customer. `by`: as it is stored. */
export const nameOfRuler = async (
  { people, rolePlays }: Pick<Storage, 'people' | 'rolePlays'>,
  drillId: string,
  by: string,
): Promise<string> => {
  if (by !== playerRuling(drillId)) return (await people.person(by))?.name ?? say('data:deleted');
  const name = (await rolePlays.ofDrill(drillId))?.player?.name ?? null;
  return name === null ? say('data:deleted') : say('role-play-said:ruling.by', { name });
};

/** The rulings on a drill, oldest first, undone ones included, with the names of who made them. */
export const rulingsOf = async (
  storage: Pick<Storage, 'results' | 'people' | 'rolePlays'>,
  drillId: string,
): Promise<Ruling[]> => {
  return await Promise.all(
    (await storage.results.rulings(drillId)).map(async ({ by, undoneBy, undoneAt, drill: _, ...rest }) => ({
      ...rest,
      by: await nameOfRuler(storage, drillId, by),
      undone: undoneAt === null ? null : { by: await nameOfRuler(storage, drillId, undoneBy ?? ''), at: undoneAt },
    })),
  );
};
