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
/** `includesMachine`: rows of no school, too. `from` is the first moment, `to` the first one after the last. */
export type SignInsFilter = {
  school: string;
  includesMachine: boolean;
  person: string | null;
  from: number;
  to: number;
  limit: number;
};

export type SignInsStorage = {
  add(row: StoredSignIn): Promise<void>;
  /** Counts the row as a repeat of a similar one that began after `since`; false when there is none. */
  countRepeat(row: StoredSignIn, since: number): Promise<boolean>;
  /** Newest first, by the last time. */
  list(filter: SignInsFilter): Promise<StoredSignIn[]>;
  /** Deletes rows that happened last before that moment. */
  deleteBefore(before: number): Promise<void>;
};
