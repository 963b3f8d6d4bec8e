/** `npm run -s scenarios:schema`: writes docs/schema/*.schema.json and .vscode/settings.json, so that editors complete and check YAML. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { publishedFiles } from './schema/published.ts';

const ROOT = resolve(import.meta.dirname, '..');
const files = publishedFiles();
for (const [path, text] of files) {
  const file = resolve(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${files.size} 份：docs/schema/，.vscode/settings.json`);
