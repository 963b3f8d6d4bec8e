/**
 * Builds client/ to dist/client, each script and style compressed as well: a whole class loads the page over one school
 * Wi-Fi.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { top } from './set-up.mjs';

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

try {
  await build({ configFile: join(top, 'vite.config.ts'), logLevel: 'warn' });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const assets = join(top, 'dist', 'client', 'assets');
for (const name of readdirSync(assets)) {
  if (!/\.(js|css|svg)$/.test(name)) continue;
  const plain = readFileSync(join(assets, name));
  writeFileSync(join(assets, `${name}.br`), brotliCompressSync(plain, QUALITY));
  writeFileSync(join(assets, `${name}.gz`), gzipSync(plain, { level: 9 }));
}
