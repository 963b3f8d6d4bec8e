import { randomBytes } from 'node:crypto';
import type { AuthoredDeed } from '#storage/authored.ts';

const newId = (letter: string): string => letter + randomBytes(12).toString('base64url');

export const newCaseId = (): string => newId('a');

/** A line of a case's record. */
export const deedOf = (
  caseId: string,
  by: string,
  at: number,
  kind: AuthoredDeed['kind'],
  version: string | null,
): AuthoredDeed => ({ id: newId('e'), case: caseId, at, by, kind, version });
