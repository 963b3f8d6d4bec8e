/** `npm run -s scenarios:schema`: writes docs/schema/*.schema.json and .vscode/settings.json, so that editors complete and check YAML, and the table of codes in the guide of each language. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { GUIDES } from '#http/routes/guide-routes.ts';
import { inLanguage, LANGUAGES } from '#i18n/language.ts';
import { withCodeTable } from '#scripts/guide/code-table.ts';
import { publishedFiles } from '#scripts/schema/published.ts';

const ROOT = resolve(import.meta.dirname, '..');
const files = publishedFiles();
for (const [path, text] of files) {
  const file = resolve(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const language of LANGUAGES) {
  const guide = readFileSync(GUIDES[language], 'utf8').replaceAll('\r\n', '\n');
  writeFileSync(
    GUIDES[language],
    inLanguage(language, () => withCodeTable(guide)),
  );
}
console.log(
  `${files.size} 份：docs/schema/，.vscode/settings.json；docs/writing-a-case.md 和 docs/writing-a-case.en.md 的代码表`,
);
