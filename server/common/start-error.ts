import { inLanguage } from '#i18n/language.ts';

export type StartErrorCode =
  | 'bad-config'
  | 'port-busy'
  | 'host-unknown'
  | 'data-folder-unwritable'
  | 'data-folder-in-use'
  | 'database-broken'
  | 'database-missing'
  | 'database-in-use'
  | 'database-newer'
  | 'database-unreachable'
  | 'database-unsuitable'
  | 'redis-unreachable'
  | 'sqlite-missing'
  | 'library-broken';

/**
 * Why the server can't start, in both languages: nobody has chosen one at that moment.
 * Thrown before anything is served.
 */
export class StartError extends Error {
  readonly code: StartErrorCode;
  readonly zh: string;
  readonly en: string;

  /** `said` gives the sentence in the language set at the call; it is called once for each. */
  constructor(code: StartErrorCode, said: () => string, cause?: unknown) {
    const en = inLanguage('en', said);
    super(en, { cause });
    this.name = 'StartError';
    this.code = code;
    this.zh = inLanguage('zh', said);
    this.en = en;
  }
}
