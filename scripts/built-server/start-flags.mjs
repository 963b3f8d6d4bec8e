/** Flags of Node that `npm start` gives the server; package.json is where they stand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `top`: the project's folder. In the order in which package.json names them, each with its two dashes. */
export const startFlags = (top) =>
  JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'))
    .scripts.start.split(' ')
    .filter((part) => part.startsWith('--'));
