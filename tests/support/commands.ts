/**
 * Commands of the project as the tests start them: bundled, once for a run. From their sources, as `npm run` starts
 * them, each takes up to four seconds of processor time before its first line; `command-line.test.ts` starts every
 * command that way once.
 */
import { type ChildProcess, execFile } from 'node:child_process';
import { join } from 'node:path';
import { builtProgram } from '#scripts/built-server/built-server.mjs';

export const TOP = join(import.meta.dirname, '..', '..');

export type Said = { status: number; stdout: string; stderr: string };

/** Arguments of Node that start `scripts/<name>.ts`. Rejects where it can't be bundled. */
export const commandNamed = async (name: string): Promise<readonly string[]> => {
  const built = await builtProgram(TOP, `scripts/${name}.ts`);
  if (built === null) throw new Error(`scripts/${name}.ts can't be bundled`);
  return [built];
};

/** Runs Node with these arguments to its end, in the project's folder. */
export const runNode = (args: readonly string[], env: Record<string, string> = {}): Promise<Said> =>
  new Promise((done) => {
    const child: ChildProcess = execFile(
      process.execPath,
      args,
      { cwd: TOP, env: { ...process.env, ...env } },
      (_, stdout, stderr) => done({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });

/** Runs a command to its end. */
export const runCommand = async (
  name: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<Said> => runNode([...(await commandNamed(name)), ...words], env);
