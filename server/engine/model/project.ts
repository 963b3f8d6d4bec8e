/** A project task as one seat's drill knows it: whose conversations are handed on to whom (RULES J38). */

/** `comes`: how many customers this seat gets in all. `next`: by case, the name of the role that it is handed on to. */
export type OpenedProject = { comes: number; next: Readonly<Record<string, string>> };

/** One line of a conversation as a colleague reads it afterwards; cards and pictures are told by their names. */
export type HandedLine = { by: 'customer' | 'colleague'; text: string };

/** What one role said to the customer in a drill, and its note to the next one. `day`: of the story, 11-12. */
export type HandedPart = { drill: string; role: string; day: string; note: string; lines: readonly HandedLine[] };

/** A conversation as it was handed over: of which drill, and all parts before this one, the latest last. */
export type Handed = { from: { drill: string; conversation: string }; parts: readonly HandedPart[] };
