import { randomBytes } from 'node:crypto';

/** A new id that nobody can guess. Its letter tells the reader of a log what kind of thing it names. */
export const newId = (letter: string): string => letter + randomBytes(12).toString('base64url');
