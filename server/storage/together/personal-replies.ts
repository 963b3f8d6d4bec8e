/** Quick replies that a person keeps for themselves, in their own order. */

/** `rev` counts its wordings from 1; `at`: when it was last stored, epoch milliseconds. */
export type StoredPersonalReply = { id: string; code: string; title: string; text: string; rev: number; at: number };

export type PersonalRepliesStorage = {
  /** In their order. */
  ofPerson(person: string): Promise<StoredPersonalReply[]>;
  /** In the place of what was there, all at once. */
  put(person: string, replies: readonly StoredPersonalReply[]): Promise<void>;
};
export type PersonalRepliesTable = StoredPersonalReply & { person: string; place: number };
