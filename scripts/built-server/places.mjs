/**
 * A Vite plugin: what is built stands elsewhere than its sources, so its threads are started from `threads` and its
 * files of data are read beside the sources. `server`: the folder of the server's sources.
 */
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startingFrom } from './threads.mjs';

export const places = (threads, server) => ({
  name: 'places',
  transform: {
    order: 'pre',
    handler: (code, id) =>
      code.includes('import.meta.')
        ? startingFrom(threads, server, code, id)
            .replaceAll('import.meta.dirname', () => JSON.stringify(dirname(id)))
            .replaceAll('import.meta.url', () => JSON.stringify(pathToFileURL(id).href))
        : null,
  },
});
