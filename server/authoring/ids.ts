import { randomBytes } from 'node:crypto';
import type { AuthoredChange } from '#storage/authored-cases.ts';

const newId = (letter: string): string => letter + randomBytes(12).toString('base64url');

export const newCaseId = (): string => newId('a');

/** An entry in a case's record of changes. */
export const changeOf = (
  caseId: string,
  by: string,
  at: number,
  kind: AuthoredChange['kind'],
  version: string | null,
): AuthoredChange => ({ id: newId('e'), case: caseId, at, by, kind, version });
