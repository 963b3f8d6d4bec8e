/** PostgreSQL couldn't be reached, or the connection ended before it had answered. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super(`the connection to the database was lost: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'ConnectionLost';
  }
}

/** The state that an error of the database tells of; null for an error of the program, or of what was asked. */
export const storageErrorCode = (error: unknown): 'storage-broken' | 'storage-full' | 'storage-failed' | null => {
  if (error instanceof ConnectionLost) return 'storage-failed';
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  if (error.name === 'SqliteError') {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'storage-broken';
    if (code === 'SQLITE_FULL') return 'storage-full';
    return /^SQLITE_(IOERR|READONLY|CANTOPEN|BUSY|LOCKED|PERM|PROTOCOL|NOLFS)/.test(code) ? 'storage-failed' : null;
  }
  return 'severity' in error ? postgresErrorCode(code) : null;
};

/**
 * By PostgreSQL's list of error codes: 53100 the disk is full, XX001 and XX002 data or an index are damaged; 25006 it
 * may only be read (a standby), 42501 rights were taken away, classes 53 and 58 the machine has no memory or its files
 * failed.
 */
const postgresErrorCode = (code: string): 'storage-broken' | 'storage-full' | 'storage-failed' | null => {
  if (code === '53100') return 'storage-full';
  if (code === 'XX001' || code === 'XX002') return 'storage-broken';
  return code === '25006' || code === '42501' || /^(?:53|58)/.test(code) ? 'storage-failed' : null;
};
