import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { marked } from 'marked';
import { type Language, language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { servePage } from './api.ts';

const docsFile = (name: string): string => fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));

/** The guide's file in each language. `tests/scenarios/guide.test.ts` holds the two together. */
export const GUIDES: Readonly<Record<Language, string>> = {
  zh: docsFile('writing-a-case.md'),
  en: docsFile('writing-a-case.en.md'),
};

/**
 * The guide looks like the product's own pages, on paper and on a phone: one column; wide tables and code scroll by
 * themselves.
 */
const STYLE = `
:root{color-scheme:light dark;--ink:#16181d;--soft:#4b5160;--line:#d9dce3;--ground:#fff;--code:#f2f3f6;--accent:#2347c5}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaf0;--soft:#a7adbb;--line:#363b47;--ground:#15171c;--code:#20242c;--accent:#9db2ff}}
body{margin:0 auto;max-width:46rem;padding:24px 16px 96px;background:var(--ground);color:var(--ink);font:16px/1.75 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:24px;line-height:1.4}h2{font-size:19px;margin-top:2.2em;border-bottom:1px solid var(--line);padding-bottom:4px}
a{color:var(--accent)}code{background:var(--code);padding:1px 4px;border-radius:3px;font-size:.9em}
pre{background:var(--code);padding:12px;border-radius:5px;overflow-x:auto;line-height:1.55}pre code{background:none;padding:0;font-size:14px}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:14px;width:100%}th,td{border:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top}th,td:first-child code{white-space:nowrap}
td{overflow-wrap:break-word;min-width:3em}td:nth-child(n+3){min-width:9em}
@media print{body{max-width:none}}`;

/** The guide as a page in the language of the request. The cases it shows are Chinese in both. */
const guidePage = (): string => {
  const text = readFileSync(GUIDES[language()], 'utf8').replaceAll('\r\n', '\n');
  const [, title = ''] = /^# (.+)$/m.exec(text) ?? [];
  const body = marked
    .parse(text, { async: false })
    // A chapter can be linked to by its number, which both languages share.
    .replace(/<h2>(\d+)\./g, '<h2 id="s$1">$1.')
    .replaceAll('<table>', '<div class="scroll"><table>')
    .replaceAll('<pre><code class="language-yaml">', '<pre lang="zh-CN"><code class="language-yaml">');
  return `<!doctype html>
<html lang="${language() === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ${say('server:page.title')}</title><link rel="stylesheet" href="/guide/guide.css"></head>
<body>${body.replaceAll('</table>', '</table></div>')}</body>
</html>`;
};

/** Serves the guide for authors: a teacher who uploads a case has no repository, only this server. */
export const serveGuide = (app: Express): void => {
  // Each language's page is made once: the guide is a file of the release and doesn't change.
  const pages = new Map<Language, string>();
  servePage(app, 'GET /guide/writing-a-case', (_request, response) => {
    const page = pages.get(language()) ?? guidePage();
    pages.set(language(), page);
    // One address has the guide in either language, so caches must keep the languages apart.
    response.set('Cache-Control', 'no-cache').vary('Cookie').type('html').send(page);
  });
  // The style is served as a file, because the pages' policy allows no styles inside them.
  servePage(app, 'GET /guide/guide.css', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('css').send(STYLE);
  });
  servePage(app, 'GET /guide/writing-a-case.md', (_request, response) => {
    response.set('Cache-Control', 'no-cache').vary('Cookie').type('text/plain; charset=utf-8');
    response.sendFile(GUIDES[language()]);
  });
};
