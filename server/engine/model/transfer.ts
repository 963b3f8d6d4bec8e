/** A live conversation that goes from a seat to another one of the same run (RULES J110). */

/** Offered to another seat: silent here until it has come there, or is returned. `id`: of the offer. */
export type Passing = { id: string; to: string; note: string; at: number; recalled: boolean };

/** Why a conversation that was offered stays where it was. */
export type ReturnWhy = 'declined' | 'recalled' | 'away' | 'ended' | 'full' | 'other-round';

/** What happened on the way through the story before this seat, for its report: told, done, never owed again. */
export type PassedState = Readonly<Record<string, unknown>>;

/**
 * What the customer was promised and nobody has come back from: by which seat, by when (drill time of the seat that passes
 * it on), and where in what is handed over the words stand: the place of the part, and of its line.
 */
export type PassedPromise = { seat: string; part: number; line: number; backBy: number };

/**
 * A conversation as it left the seat before. `at` and all times in `state` are of that seat's drill. `state`: the engine's
 * of that moment, without the words of whoever sat there; `hadWords`: they had answered the customer.
 */
export type Passed = {
  offer: string;
  seat: string;
  at: number;
  hadWords: boolean;
  state: PassedState;
  /** Absent: nobody waits for anybody to come back, and in logs of before. */
  promise?: PassedPromise;
};

/**
 * Of a conversation that was passed here: its offer, from which drill, when it comes, whether the customer had been spoken
 * to, and whether they had been promised that somebody is back.
 */
export type PassedHere = { offer: string; from: string; dueAt: number; hadWords: boolean; promised?: true };
