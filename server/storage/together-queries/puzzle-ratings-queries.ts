import type { Tables } from '#storage/queries/dialect.ts';
import type { PuzzleRatingsStorage, StoredPuzzlePlayer } from '#storage/together/puzzle-ratings.ts';

export const puzzleRatingsStorage = ({ db }: Tables): PuzzleRatingsStorage => {
  return {
    ratings: async () => {
      const rows = await db.selectFrom('puzzle_ratings').select(['puzzle', 'rating', 'rd', 'vol', 'answers']).execute();
      return new Map(rows.map(({ puzzle, ...rating }) => [puzzle, rating]));
    },
    rate: async (puzzle, rating) => {
      await db
        .insertInto('puzzle_ratings')
        .values({ puzzle, ...rating })
        .onConflict((on) => on.column('puzzle').doUpdateSet(rating))
        .execute();
    },
    player: async (person) => {
      const row = await db.selectFrom('puzzle_players').select('body').where('person', '=', person).executeTakeFirst();
      return row === undefined ? null : playerIn(row.body);
    },
    putPlayer: async (person, player) => {
      const body = JSON.stringify(player);
      await db
        .insertInto('puzzle_players')
        .values({ person, body })
        .onConflict((on) => on.column('person').doUpdateSet({ body }))
        .execute();
    },
  };
};

const playerIn = (body: string): StoredPuzzlePlayer => {
  return JSON.parse(body);
};
