/** No answer of a shipped case reaches a visitor before a report does: by a schema, a page's text or a public route. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accessOf } from '#common/access.ts';
import { type Route, routes } from '#contract/routes/table.ts';
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { LANGUAGES } from '#i18n/language.ts';
import { FORMATS } from '#library/schema/json-schema.ts';
import { engine } from '#server/engine-parts.ts';
import { ask, testServer } from '#tests/http/support/test-server.ts';
import { answersIn, answerWords } from '#tests/support/answer-words.ts';
import { library } from '#tests/support/library.ts';

const TOP = join(import.meta.dirname, '../..');
const words = answerWords();
const catalog = catalogOf(toCatalogData(library));
const shops = [...library.shops.keys()];
const cases = [...library.scenarios.values()].filter(({ incident }) => incident === null).map(({ id }) => id);

/** Seeds of papers that are looked at: each asks fifty questions of the bank, and five of every shop. */
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);
const NONE: readonly string[] = [];

/** What is asked of every route that answers anybody with GET. A new one must be added here, or this doesn't compile. */
const ADDRESSES: Record<OpenRoute, readonly string[]> = {
  'GET /healthz': ['/healthz'],
  'GET /pictures/customer/:file': ['/pictures/customer/chipped.svg'],
  'GET /pictures/:shop/:file': ['/pictures/suibu/s01.svg'],
  'GET /schema/:file': Object.keys(FORMATS).map((format) => `/schema/${format}.schema.json`),
  'GET /guide/writing-a-case': ['/guide/writing-a-case'],
  'GET /guide/guide.css': ['/guide/guide.css'],
  'GET /guide/writing-a-case.md': ['/guide/writing-a-case.md'],
  'GET /api/scenarios': ['/api/scenarios'],
  'GET /api/addresses': ['/api/addresses'],
  'GET /api/short-rounds': ['/api/short-rounds'],
  'GET /api/rush': ['/api/rush'],
  'GET /api/typing': ['/api/typing'],
  'GET /api/questions': ['/api/questions'],
  'GET /api/questions/paper': SEEDS.flatMap((seed) => [
    `/api/questions/paper?count=50&seed=${seed}`,
    ...shops.map((id) => `/api/questions/paper?shop=${id}&seed=${seed}`),
  ]),
  'GET /api/policy-readings': ['/api/policy-readings'],
  'GET /api/puzzles': ['/api/puzzles'],
  'GET /api/inspections': ['/api/inspections'],
  // What a trainee said is the very thing to be marked; tests/http/inspections has what no transcript may tell.
  'GET /api/inspections/:id': NONE,
  // Without a contest there is none; tests/http/contests has what its board may tell.
  'GET /api/contests/:id/board': NONE,
  'GET /api/contests/:id/replays/:key/:n': NONE,
  // What a trainee before said is shown as at every desk; tests/http/puzzles has what no puzzle may tell.
  'GET /api/puzzles/:id': NONE,
  // What a card may tell stands in tests/http/practice/role-plays.test.ts.
  'GET /api/role-plays/:code': NONE,
  'GET /api/role-plays/:code/card': NONE,
  'GET /api/role-plays/:code/doubts': NONE,
  'GET /api/shops/:id': shops.map((id) => `/api/shops/${id}`),
  'GET /api/start-card': [...cases, ...library.short.keys()].map((id) => `/api/start-card?scenarios=${id}`),
  'GET /api/me': ['/api/me'],
  'GET /api/drills': ['/api/drills'],
  'GET /api/analysis': ['/api/analysis'],
  // These are tables in Excel's form of what the pages beside them say; a visitor's are empty.
  'GET /api/analysis.xlsx': NONE,
  'GET /api/portfolio.xlsx': NONE,
  'GET /api/portfolio': ['/api/portfolio'],
  'GET /api/today': ['/api/today'],
  'GET /api/sheets': ['/api/sheets'],
  'GET /api/sheets/:term': ['/api/sheets/m1'],
  'GET /api/homework': ['/api/homework'],
  'GET /api/papers': ['/api/papers'],
  'GET /api/handed-in': ['/api/handed-in'],
  'GET /api/exams': ['/api/exams'],
  'GET /api/private-exams.xlsx': NONE,
  'GET /api/private-exams': ['/api/private-exams'],
  // A visitor has none; tests/http/exams/private-exams.test.ts has what is told when.
  'GET /api/private-exams/:id': NONE,
  'GET /api/private-exams/:id/paper': NONE,
  'GET /api/private-exams/:id/typing': NONE,
  'GET /api/own-contests': ['/api/own-contests'],
  'GET /api/path': ['/api/path'],
  'GET /api/my-terms': ['/api/my-terms'],
  // A visitor has no term.
  'GET /api/my-terms/:term/handover': NONE,
  'GET /api/my-terms/:term/sides': NONE,
  'GET /api/my-terms/:term/pay': NONE,
  'GET /api/my-terms/:term/calendar': NONE,
  'GET /api/my-terms/:term/calendar.ics': NONE,
  // A visitor has no school.
  'GET /api/service-tables/:table/analysis': ['/api/service-tables/v1/analysis'],
  'GET /api/service-tables/:table/analysis.xlsx': NONE,
  'GET /api/certificates': ['/api/certificates'],
  'GET /api/certificates/:code': ['/api/certificates/0123456789AB'],
  'GET /api/join/:code': ['/api/join/123456'],
  // A visitor has no data.
  'GET /api/me/data.zip': ['/api/me/data.zip'],
  'GET /api/me/practice/erasure': ['/api/me/practice/erasure'],
};
type OpenRoute = {
  [R in Route]: R extends `GET ${string}` ? ((typeof routes)[R]['who'] extends 'anyone' ? R : never) : never;
}[Route];

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(TOP, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

describe('no answer of a shipped case stands', () => {
  test('anywhere without being found: the list has the answers of all cases, and a planted one is seen', () => {
    expect(words.size).toBeGreaterThan(5000);
    expect(new Set(words.values()).size).toBe(library.scenarios.size);
    const [[word, id] = ['', '']] = words;
    expect(answersIn(words, `{"says":"${word}"}`)).toContain(`${word} (${id})`);
    expect(
      answersIn(
        words,
        word.replace(/./gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
      ),
    ).toContain(`${word} (${id})`);
  });

  test('in a published schema or the guide for authors', () => {
    for (const file of [...filesIn('docs/schema', /\.json$/), join(TOP, 'docs/writing-a-case.md')])
      expect(answersIn(words, readFileSync(file, 'utf8')), file).toEqual([]);
  });

  test('in what the pages are built from: their code, the messages, the contract', () => {
    const files = [...filesIn('client', /\.(tsx?|css|html)$/), ...filesIn('messages', /\.json$/)];
    for (const file of [...files, ...filesIn('server/contract', /\.ts$/)])
      expect(answersIn(words, readFileSync(file, 'utf8')), file).toEqual([]);
  });

  test('in what any public route answers a visitor', async () => {
    const open = (Object.keys(routes) as Route[]).filter(
      (route) => route.startsWith('GET ') && accessOf(route) === 'anyone',
    );
    expect(Object.keys(ADDRESSES).toSorted()).toEqual(open.toSorted());
    const server = await testServer({ engine, catalog, scenariosDir: join(TOP, 'scenarios') });
    // All replies are read as one text: looking for six thousand answers in each by itself took half a minute.
    const told: string[] = [];
    for (const address of Object.values(ADDRESSES).flat())
      for (const language of LANGUAGES) {
        const { reply } = await ask(`${server.url}${address}`, { cookie: `kefu_lang=${language}` });
        told.push(`${address} ${JSON.stringify(reply)}`);
      }
    expect(answersIn(words, told.join('\n'))).toEqual([]);
  });
});
