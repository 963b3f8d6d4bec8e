/** A live conversation that goes from a seat to another one of the same run (RULES J110). */

/** Offered to another seat: silent here until it has come there, or is returned. `id`: of the offer. */
export type Passing = { id: string; to: string; note: string; at: number; recalled: boolean };

/** Why a conversation that was offered stays where it was. */
export type ReturnWhy = 'declined' | 'recalled' | 'away' | 'ended' | 'full' | 'other-round';

/** What happened on the way through the story before this seat, for its report: told, done, never owed again. */
export type PassedState = Readonly<Record<string, unknown>>;

/**
 * A conversation as it left the seat before. `at` and all times in `state` are of that seat's drill. `state`: the engine's
 * of that moment, without the words of whoever sat there; `hadWords`: they had answered the customer.
 */
export type Passed = { offer: string; seat: string; at: number; hadWords: boolean; state: PassedState };

/** Of a conversation that was passed here: its offer, from which drill, when it comes, and whether the customer had been spoken to. */
export type PassedHere = { offer: string; from: string; dueAt: number; hadWords: boolean };
