import type { Ruling } from '#contract/results.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';

/** By whom a ruling is whose giver played the customer: in place of a person's id. */
export const playerRuling = (drillId: string): string => `player:${drillId}`;

/** The rulings on a drill, oldest first, undone ones included, with the names of who made them. */
export async function rulingsOf(
  { results, people, rolePlays }: Pick<Storage, 'results' | 'people' | 'rolePlays'>,
  drillId: string,
): Promise<Ruling[]> {
  const playerName = async (): Promise<string> => {
    const name = (await rolePlays.ofDrill(drillId))?.player?.name;
    return name == null ? say('data:deleted') : say('role-play-said:ruling.by', { name });
  };
  const nameOf = async (id: string): Promise<string> =>
    id === playerRuling(drillId) ? await playerName() : ((await people.person(id))?.name ?? say('data:deleted'));
  return await Promise.all(
    (await results.rulings(drillId)).map(async ({ by, undoneBy, undoneAt, drill: _, ...rest }) => ({
      ...rest,
      by: await nameOf(by),
      undone: undoneAt === null ? null : { by: await nameOf(undoneBy ?? ''), at: undoneAt },
    })),
  );
}
