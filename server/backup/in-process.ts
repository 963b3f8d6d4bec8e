/** What the process that makes a backup does: it is told once what to make, says when it is done with the source, and ends. */
import { constants, setPriority } from 'node:os';
import { z } from 'zod';
import { type ErrorMessage, errorMessageOf } from './backup-error.ts';
import { type BackupPlan, type MadeBackup, makeBackup } from './make-backup.ts';

export type ToProcess = { kind: 'make'; plan: BackupPlan } | { kind: 'let-go' };
export type FromProcess =
  | { kind: 'copied' }
  | { kind: 'made'; made: MadeBackup }
  | { kind: 'failed'; error: ErrorMessage };

// The lesson goes first where the machine has few processors.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const kindOf = z.object({ kind: z.enum(['make', 'let-go']) });

const tell = (message: FromProcess): Promise<void> =>
  new Promise((done) => {
    if (process.send === undefined) done();
    else process.send(message, () => done());
  });

let letGo = (): void => {};
const copied = async (): Promise<void> => {
  const isLetGo = new Promise<void>((done) => {
    letGo = done;
  });
  await tell({ kind: 'copied' });
  // The server confirms that it held the file until now: what it had let go before may be half of two states.
  await isLetGo;
};

process.on('message', (message: ToProcess) => {
  if (kindOf.parse(message).kind === 'let-go') letGo();
  if (message.kind !== 'make') return;
  makeBackup(message.plan, { copied })
    .then(
      (made) => tell({ kind: 'made', made }),
      (error: unknown) => tell({ kind: 'failed', error: errorMessageOf(error) }),
    )
    .finally(() => process.disconnect());
});
// The server ended: nobody keeps the file from changing, and nobody waits for the backup.
process.on('disconnect', () => process.exit());
