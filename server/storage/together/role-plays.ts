/** Drills in which a person plays the customer. Times are epoch milliseconds. */
import type { PointPlace } from '#contract/results.ts';

/** Who took the card: the device, the account where they were signed in, the name they gave; null once it was deleted. */
export type StoredPlayer = { guest: string | null; person: string | null; name: string | null; at: number };
export type StoredRolePlay = {
  drill: string;
  /** By which the card is taken; no two role plays share one. */
  code: string;
  /** Of the trainee; null: a device without an account. */
  school: string | null;
  at: number;
  /** Null: nobody took the card yet. */
  player: StoredPlayer | null;
  /** How it felt, in the player's words. */
  felt: string | null;
  /** Doubts that the player couldn't settle: they aren't asked about these again. */
  unsaid: readonly PointPlace[];
};

export type RolePlaysStorage = {
  /** False: the code is taken. */
  add(rolePlay: Pick<StoredRolePlay, 'drill' | 'code' | 'school' | 'at'>): Promise<boolean>;
  byCode(code: string): Promise<StoredRolePlay | null>;
  ofDrill(drill: string): Promise<StoredRolePlay | null>;
  /** Those a person played the customer in, newest first. */
  ofPerson(person: string): Promise<StoredRolePlay[]>;
  /** False: somebody has the card. */
  take(drill: string, player: StoredPlayer): Promise<boolean>;
  /** The card goes on at another device of whoever has it. */
  moveTo(drill: string, guest: string): Promise<void>;
  setFelt(drill: string, felt: string | null): Promise<void>;
  setUnsaid(drill: string, unsaid: readonly PointPlace[]): Promise<void>;
};

export type RolePlayTables = { role_plays: RolePlaysTable };
export type RolePlaysTable = {
  drill: string;
  code: string;
  school: string | null;
  at: number;
  player_guest: string | null;
  player_person: string | null;
  player_name: string | null;
  taken_at: number | null;
  felt: string | null;
  /** A list as JSON. */
  unsaid: string;
};
