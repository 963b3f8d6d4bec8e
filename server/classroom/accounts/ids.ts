import { randomBytes } from 'node:crypto';

/** A new id that nobody can guess; the letter tells what it is of when one reads a log. */
export const newId = (letter: string): string => letter + randomBytes(12).toString('base64url');
