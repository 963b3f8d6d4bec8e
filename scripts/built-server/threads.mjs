/**
 * Where a source starts a thread: with a file of plain JavaScript, by its path from there. A bundled program starts the
 * bundled thread instead, which needs no loader for TypeScript.
 */
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const STARTS = /new URL\('([^']+\.mjs)', import\.meta\.url\)/g;

/** The files of the threads that a source in `file` starts. */
export const threadsOf = (code, file) => [...code.matchAll(STARTS)].map(([, name]) => resolve(dirname(file), name));

/** A thread's place in the folder of the server, and in the folder it is bundled into. */
export const placeOf = (server, thread) => relative(server, thread).replaceAll('\\', '/');

/** The source in `file` with its threads started from `bundle`, whose server stands in the folder `server`. */
export const startingFrom = (bundle, server, code, file) =>
  code.replace(STARTS, (_, name) => {
    const thread = join(bundle, placeOf(server, resolve(dirname(file), name)));
    return `new URL(${JSON.stringify(pathToFileURL(thread).href)})`;
  });
