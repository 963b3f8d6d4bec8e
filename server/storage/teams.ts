/** The teams of a class's terms. */
import type { Team, TeamMember } from '#contract/terms/teams.ts';

/** `version`: how often they were saved. `awards`: whole yuan by place. */
export type StoredTeams = { version: number; awards: number[]; teams: Team[] };
/** Where somebody is. */
export type TeamPlace = Omit<TeamMember, 'person'> & { term: string; team: string; shop?: string };

export type TeamsStorage = {
  /** Null: none was ever saved. */
  teams(term: string): Promise<StoredTeams | null>;
  /** Puts all of them in place of those there are. False where the version isn't the next one: nothing is stored. */
  putTeams(term: string, teams: StoredTeams): Promise<boolean>;
  /** Of all terms, in the order in which they were saved. */
  placesOf(person: string): Promise<TeamPlace[]>;
};
