/** The record of sign-ins and refusals. Times are epoch milliseconds. */
import type { Browser, SignInKind, System } from '#contract/sign-ins.ts';

/** Ids of person, school and who did it; `address`: of the network. */
export type StoredSignIn = {
  id: string;
  school: string | null;
  person: string | null;
  kind: SignInKind;
  by: string | null;
  browser: Browser | null;
  system: System | null;
  address: string;
  at: number;
  lastAt: number;
  count: number;
};
/** `machine`: rows of no school, too. `to` is past the last moment asked for. */
export type SignInsAsked = {
  school: string;
  machine: boolean;
  person: string | null;
  from: number;
  to: number;
  most: number;
};

export type SignInsStorage = {
  add(row: StoredSignIn): Promise<void>;
  /** Counts the row on one like it that began after `since`; false when there is none. */
  countAgain(row: StoredSignIn, since: number): Promise<boolean>;
  /** Newest first, by the last time. */
  list(asked: SignInsAsked): Promise<StoredSignIn[]>;
  /** Deletes rows that happened last before that moment. */
  forget(before: number): Promise<void>;
};
