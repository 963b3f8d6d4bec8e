import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A program that serves for as long as this process lives; nobody else's is ever touched. */
export type WatchedServer = {
  /** Resolves once it serves. Rejects, with what it printed, where it ends before that. */
  start(): Promise<void>;
  /** Ends it as a power cut would; done when it has ended. Nothing where it doesn't run. */
  kill(): Promise<void>;
  /** Of the program itself. Throws where it doesn't run. */
  pid(): number;
};

export type WatchedProgram = {
  /** Its name in the fault that it didn't start. */
  name: string;
  file: string;
  args: readonly string[];
  /** What it prints, on which of its outputs, once it serves. */
  ready: { on: 'stdout' | 'stderr'; text: string };
  /** The signal that ends it at once. */
  ends: 'QUIT' | 'KILL';
  /** Folder and user it runs as; left out: this process's. */
  as?: { cwd?: string; uid?: number; gid?: number };
};

/**
 * Ends the program once the shell's input ends: also when the process that started it is killed. Its id is written to
 * the fourth file of the shell, because that of the shell is no use to who would stop or measure it.
 */
const watched = (ends: string): string =>
  `"$0" "$@" 3>&- & server=$!; echo $server >&3; exec 2>/dev/null 3>&-; cat >/dev/null; kill -${ends} $server; wait $server`;

export const watchedServer = ({ name, file, args, ready, ends, as = {} }: WatchedProgram): WatchedServer => {
  let running: { child: ChildProcess; pid: number } | null = null;
  const start = async (): Promise<void> => {
    const child = spawn('sh', ['-c', watched(ends), file, ...args], {
      ...as,
      stdio: ['pipe', ready.on === 'stdout' ? 'pipe' : 'ignore', ready.on === 'stderr' ? 'pipe' : 'ignore', 'pipe'],
    });
    const [output, idOutput] = [child[ready.on], child.stdio[3]];
    if (output === null || idOutput === null || idOutput === undefined) throw new Error('a pipe is missing');
    const id = once(createInterface({ input: idOutput as Readable }), 'line');
    running = { child, pid: Number((await id)[0]) };
    const lines: string[] = [];
    for await (const line of createInterface({ input: output })) {
      lines.push(line);
      if (line.includes(ready.text)) return void output.resume();
    }
    throw new Error(`${name} didn’t start:\n${lines.join('\n')}`);
  };
  const kill = async (): Promise<void> => {
    const child = running?.child;
    running = null;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.stdin?.end();
    await ended;
  };
  const pid = (): number => {
    if (running === null) throw new Error(`${name} doesn’t run`);
    return running.pid;
  };
  return { start, kill, pid };
};
