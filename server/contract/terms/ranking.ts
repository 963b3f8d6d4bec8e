/** Individual ranks in a term: of trainees who joined them themselves, and of nobody else. */
import { z } from 'zod';
import type { RankedPerson, RankedTeam } from './teams.ts';

export const RANKING_STEPS = ['joined', 'left'] as const;
export type RankingStep = (typeof RANKING_STEPS)[number];
export const rankingSchema = z.strictObject({ joins: z.boolean() });

/**
 * What a trainee who is signed in reads: the teams without their members, and who joined the individual ranks. `people`
 * null: they haven't joined. `others`: how many others have. `steps`: their own, oldest first.
 */
export type OwnRanking = {
  term: { id: string; name: string };
  className: string;
  steps: { step: RankingStep; at: number }[];
  teams: (Omit<RankedTeam, 'members'> & { people: number; mine: boolean })[];
  people: (Omit<RankedPerson, 'person'> & { mine: boolean })[] | null;
  others: number;
  waiting: number;
};
