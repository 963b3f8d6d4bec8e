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

/** Why the server can't start, in words for whoever started it. Thrown before anything is served. */
export class StartError extends Error {
  readonly code: StartErrorCode;
  readonly zh: string;
  readonly en: string;

  constructor(code: StartErrorCode, zh: string, en: string, cause?: unknown) {
    super(en, { cause });
    this.name = 'StartError';
    this.code = code;
    this.zh = zh;
    this.en = en;
  }
}
