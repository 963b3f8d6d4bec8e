import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { say } from '#i18n/say.ts';
import { BackupError, type ErrorMessage } from './backup-error.ts';
import { UNFINISHED } from './backup-files.ts';
import type { FromProcess, ToProcess } from './in-process.ts';
import type { BackupPlan, MadeBackup } from './make-backup.ts';

const HEAP_MB = 512;
/** Milliseconds after which a process that isn't done hangs: some ten gigabytes take as long on a slow disk. */
const TIMEOUT_MS = 3_600_000;

/** Starts the process; tests pass their own. */
export const startProcess = (): ChildProcess =>
  fork(new URL('./process.mjs', import.meta.url), { execArgv: [`--max-old-space-size=${HEAP_MB}`], stdio: 'inherit' });

/** What a process said that ended without a backup; its code is any that `makeBackup` throws. */
export class ProcessFailed extends Error {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  constructor({ code, zh, en }: ErrorMessage) {
    super(en);
    this.name = 'ProcessFailed';
    this.code = code;
    this.zh = zh;
    this.en = en;
  }
}

export type BackupProcess = { made: Promise<MadeBackup>; stop(): void };

/**
 * Makes a backup in a process of its own. `hold` keeps the source as it is, and answers with what lets it go: that is
 * called once the process has read all of it, and in any case at the end. `made` rejects with a ProcessFailed, or with a
 * BackupError `backup-stopped` where the process ended before it was done.
 */
export const backupInProcess = (
  plan: BackupPlan,
  hold: () => Promise<() => Promise<void>>,
  start: () => ChildProcess = startProcess,
): BackupProcess => {
  let child: ChildProcess | null = null;
  let isStopped = false;
  const make = async (): Promise<MadeBackup> => {
    const release = await hold();
    try {
      if (isStopped) throw stopped();
      const process = start();
      child = process;
      const timer = setTimeout(() => process.kill('SIGKILL'), TIMEOUT_MS);
      timer.unref();
      const unfinished = `${plan.target}${UNFINISHED}${process.pid}`;
      try {
        return await answerOf(process, plan, release);
      } finally {
        clearTimeout(timer);
        // One that was killed leaves what it had.
        await rm(unfinished, { recursive: true, force: true });
      }
    } finally {
      await release();
    }
  };
  return {
    made: make(),
    stop: () => {
      isStopped = true;
      child?.kill('SIGKILL');
    },
  };
};

const answerOf = (child: ChildProcess, plan: BackupPlan, release: () => Promise<void>): Promise<MadeBackup> => {
  const send = (message: ToProcess): void => void child.send(message, () => {});
  return new Promise((done, failed) => {
    child.on('message', (message: FromProcess) => {
      if (message.kind === 'made') done(message.made);
      else if (message.kind === 'failed') failed(new ProcessFailed(message.error));
      else release().then(() => send({ kind: 'let-go' }), failed);
    });
    child.on('error', failed);
    // Comes after its answer, and alone where it was killed.
    child.on('exit', () => failed(stopped()));
    send({ kind: 'make', plan });
  });
};

const stopped = (): BackupError => new BackupError('backup-stopped', () => say('server:backup.stopped'));
