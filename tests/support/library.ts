/** The shipped cases, read once by each of Vitest's workers: reading them takes a second, and thirty files need them. */
import { join } from 'node:path';
import { loadLibrary } from '#library/load.ts';

export const shipped = loadLibrary(join(import.meta.dirname, '../../scenarios'));
export const { library, diagnostics } = shipped;
