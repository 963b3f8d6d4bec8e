import { inLanguage } from '#i18n/language.ts';

export type StartErrorCode =
  | 'bad-config'
  | 'port-busy'
  | 'host-unknown'
  | 'data-folder-unwritable'
  | 'data-folder-in-use'
  | 'database-broken'
  | 'database-newer'
  | 'sqlite-missing'
  | 'library-broken';

/**
 * Why the server can't start, in words for whoever started it, in each language: nobody has said yet which they read.
 * Thrown before anything is served.
 */
export class StartError extends Error {
  readonly code: StartErrorCode;
  readonly zh: string;
  readonly en: string;

  /** `said`: the sentence, in the language it is asked for in. */
  constructor(code: StartErrorCode, said: () => string, cause?: unknown) {
    const en = inLanguage('en', said);
    super(en, { cause });
    this.name = 'StartError';
    this.code = code;
    this.zh = inLanguage('zh', said);
    this.en = en;
  }
}
