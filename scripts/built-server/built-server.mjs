/**
 * The server as one bundle under `dist/server`, made when a source of it has changed. Loading its 700 files of
 * TypeScript one by one took two thirds of a start, and the same again in each thread.
 */
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A server that runs starts its threads from its own bundle, so older ones stay for a while. */
const KEPT = 3;

const BUILD = join(import.meta.dirname, 'build.mjs');
const SERVER = 'server/main.ts';

/** Everything a bundle is made of. `top` too: a bundle names its files of data by their whole path. */
function stampOf(top, program) {
  const under = (...folder) =>
    readdirSync(join(top, ...folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const own = program === SERVER ? [] : under('scripts');
  const files = [...under('server'), ...own, join(top, 'package.json'), join(top, 'package-lock.json')].sort();
  const hash = createHash('sha256').update(top).update('\0').update(program);
  for (const file of [...files, BUILD]) hash.update('\0').update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Builds the server unless that is done; `NO_BUILD=1` builds nothing. Returns the path of the module of `main`, made of
 * these very sources; null where it isn't built, can't be built or written: the server then starts from its sources,
 * only later. `program`: what is built, a file in `top`, where it isn't the server itself but one of a bench.
 */
export async function builtServer(top, program = SERVER) {
  const folder = join(top, 'dist', program === SERVER ? 'server' : basename(program, '.ts'));
  const used = join(folder, stampOf(top, program));
  const main = join(used, 'main.mjs');
  if (process.env.NO_BUILD === '1' || existsSync(main)) return existsSync(main) ? main : null;
  // Two that start at once, also in one process, build beside each other; who is first puts it in place.
  const made = `${used}-${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    // In a process of its own: otherwise the server would keep the bundler's hundreds of megabytes.
    const [code] = await once(
      spawn(process.execPath, [BUILD, top, made, used, program], { stdio: 'inherit' }),
      'close',
    );
    if (code === 0) renameSync(made, used);
    removeOld(folder);
  } catch {
    // A read-only installation, or another start was first.
  }
  rmSync(made, { recursive: true, force: true });
  return existsSync(main) ? main : null;
}

function removeOld(folder) {
  const age = (name) => statSync(join(folder, name)).mtimeMs;
  const newestFirst = readdirSync(folder).sort((a, b) => age(b) - age(a));
  for (const name of newestFirst.slice(KEPT)) rmSync(join(folder, name), { recursive: true, force: true });
}
