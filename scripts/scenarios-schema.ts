/** `npm run -s scenarios:schema`: writes docs/schema/*.schema.json and .vscode/settings.json, so that editors complete and check YAML, and the guide's table of codes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { withCodeTable } from '#scripts/guide/code-table.ts';
import { publishedFiles } from '#scripts/schema/published.ts';

const ROOT = resolve(import.meta.dirname, '..');
const files = publishedFiles();
for (const [path, text] of files) {
  const file = resolve(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const guide = resolve(ROOT, 'docs/writing-a-case.md');
writeFileSync(guide, withCodeTable(readFileSync(guide, 'utf8').replaceAll('\r\n', '\n')));
console.log(`${files.size} 份：docs/schema/，.vscode/settings.json；docs/writing-a-case.md 的代码表`);
