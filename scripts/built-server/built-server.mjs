/**
 * The server as one bundle under `dist/server`, made when a source of it has changed. Loading its 700 files of
 * TypeScript one by one took two thirds of a start, and the same again in each thread.
 */
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAMS } from './programs.mjs';

/** A server that runs starts its threads from its own bundle, so older ones stay for a while. */
const KEPT = 3;

const BUILD = join(import.meta.dirname, 'build.mjs');
const BUILD_MODULES = join(import.meta.dirname, 'build-modules.mjs');
const SERVER = 'server/main.ts';

/** Everything a bundle is made of. `top` too: a bundle names its files of data by their whole path. */
const stampOf = (top, program, programs) => {
  const under = (...folder) =>
    readdirSync(join(top, ...folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const own = programs[0] === SERVER ? [] : under('scripts');
  const files = [...under('server'), ...own, join(top, 'package.json'), join(top, 'package-lock.json')].sort();
  const hash = createHash('sha256').update(top).update('\0').update(programs.join());
  for (const file of [...files, program]) hash.update('\0').update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

/**
 * Builds the server unless that is done; `NO_BUILD=1` builds nothing. Returns the path of the module of `main`, made of
 * these very sources; null where it isn't built, can't be built or written: the server then starts from its sources,
 * only later.
 */
export const builtServer = (top) => {
  return built(top, 'server', [SERVER], 'main.mjs');
};

/**
 * The same for one of `PROGRAMS`, by its path in `top`. All of them are built at once, for they share most of what they
 * are made of: one alone takes nearly as long.
 */
export const builtProgram = (top, program) => {
  if (!PROGRAMS.includes(program)) throw new Error(`${program} isn't in scripts/built-server/programs.mjs`);
  return built(top, 'programs', PROGRAMS, program.replace(/\.ts$/, '.mjs'));
};

/** The same for all of them, before several processes start some at once: each would build them. */
export const builtPrograms = async (top) => {
  return (await builtProgram(top, PROGRAMS[0])) !== null;
};

/**
 * Each source of the server and the scripts as a module of its own, by the same path and name, for tests: resolves to
 * the folder; null as above. `threads`: the folder of the built server, whose threads they start.
 */
export const builtModules = async (top, threads) => {
  const main = await built(top, 'modules', [threads], 'server/main.mjs', BUILD_MODULES);
  return main === null ? null : join(main, '../..');
};

const built = async (top, name, programs, file, program = BUILD) => {
  const folder = join(top, 'dist', name);
  const used = join(folder, stampOf(top, program, programs));
  const wanted = join(used, file);
  if (process.env.NO_BUILD === '1' || existsSync(wanted)) return existsSync(wanted) ? wanted : null;
  // Two that start at once, also in one process, build beside each other; who is first puts it in place.
  const made = `${used}-${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    // In a process of its own: otherwise the server would keep the bundler's hundreds of megabytes.
    const [code] = await once(
      spawn(
        process.execPath,
        program === BUILD ? [BUILD, top, made, used, ...programs] : [program, top, made, ...programs],
        { stdio: 'inherit' },
      ),
      'close',
    );
    if (code === 0) renameSync(made, used);
    removeOld(folder);
  } catch {
    // A read-only installation, or another start was first.
  }
  rmSync(made, { recursive: true, force: true });
  return existsSync(wanted) ? wanted : null;
};

const removeOld = (folder) => {
  const age = (name) => statSync(join(folder, name)).mtimeMs;
  const newestFirst = readdirSync(folder).sort((a, b) => age(b) - age(a));
  for (const name of newestFirst.slice(KEPT)) rmSync(join(folder, name), { recursive: true, force: true });
};
