import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/**
 * SHA-256 in hex over names and texts of these files, and of all files in these folders. Paths are below `top`; a path
 * with an extension is a file. Throws where one is missing.
 */
export const hashOfFiles = (top: string, paths: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const path of paths) {
    const fullPath = join(top, path);
    const files =
      extname(path) !== ''
        ? [fullPath]
        : readdirSync(fullPath, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
            .sort();
    for (const file of files) hash.update(file.slice(top.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};
