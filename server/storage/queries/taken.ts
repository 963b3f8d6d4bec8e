/**
 * Writes; false when a value that only one row may have is another's: a login, an open run's code, a device's seat. A
 * primary key that is there already is an error of the program, and thrown.
 */
export async function writeUnlessTaken(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === 'SQLITE_CONSTRAINT_UNIQUE') return true;
  // PostgreSQL gives both the same code and names the constraint; it calls a primary key «…_pkey».
  return error.code === '23505' && 'constraint' in error && !String(error.constraint).endsWith('_pkey');
}
