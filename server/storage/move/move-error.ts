import { inLanguage } from '#i18n/language.ts';

/**
 * - `move-nothing-there`: the source holds no database
 * - `move-not-empty`: the target holds rows
 * - `move-versions-differ`: one of them has other tables than this version makes
 * - `move-in-use`: a server runs on one of them
 * - `move-unequal`: a row that arrived isn't the one that was sent; nothing of the move stays
 */
export type MoveErrorCode =
  | 'move-nothing-there'
  | 'move-not-empty'
  | 'move-versions-differ'
  | 'move-in-use'
  | 'move-unequal';

/** Why a database wasn't moved. Source and target are as they were. `message` is in the language set at the throw. */
export class MoveError extends Error {
  readonly code: MoveErrorCode;
  readonly en: string;
  constructor(code: MoveErrorCode, message: () => string) {
    super(message());
    this.name = 'MoveError';
    this.code = code;
    this.en = inLanguage('en', message);
  }
}
