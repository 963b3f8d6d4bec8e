/** In which language a request is answered: the address, then the cookie, then the process's own; never the browser's. */
import { request as httpRequest } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { speak } from '#i18n/language.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, type TestServer, testServer } from '#tests/http/support/test-server.ts';

const HAN = /\p{Script=Han}/u;
const EN = 'kefu_guest=x; kefu_lang=en';
const messageOf = async (url: string, options: Parameters<typeof ask>[1] = {}): Promise<string> => {
  const { reply } = await ask(url, options);
  if (reply.ok) throw new Error('not refused');
  return reply.error.message;
};

test('the address decides the language, else the cookie; else it is Chinese, whatever the browser prefers', async () => {
  const { url } = await testServer();
  const nowhere = `${url}/api/nowhere`;
  const [zh, en] = ['没有找到。', 'Not found.'];
  expect(await messageOf(nowhere)).toBe(zh);
  expect(await messageOf(nowhere, { headers: { 'accept-language': 'en-GB,en' } })).toBe(zh);
  expect(await messageOf(nowhere, { cookie: EN })).toBe(en);
  expect(await messageOf(`${nowhere}?lang=en`)).toBe(en);
  expect(await messageOf(`${nowhere}?lang=zh`, { cookie: EN })).toBe(zh);
  for (const odd of ['lang=fr', 'lang=en&lang=en', 'lang[]=en', 'lang='])
    expect(await messageOf(`${nowhere}?${odd}`)).toBe(zh);
  expect(await messageOf(nowhere, { cookie: 'kefu_lang=fr' })).toBe(zh);
  expect(await messageOf(nowhere, { cookie: 'xkefu_lang=en' })).toBe(zh);
});

test('a process set to English answers in English, and in Chinese where that is asked for', async () => {
  const { url } = await testServer();
  onTestFinished(() => speak('zh'));
  speak('en');
  expect(await messageOf(`${url}/api/nowhere`)).toBe('Not found.');
  expect(await messageOf(`${url}/api/nowhere`, { cookie: 'kefu_lang=zh' })).toBe('没有找到。');
});

test('refusals before any route, and after a body is read, are in the reader’s language too', async () => {
  const { url } = await testServer();
  const post = (body: unknown, headers = {}) =>
    messageOf(`${url}/api/drills`, { method: 'POST', cookie: EN, body, headers });
  expect(await post({}, { origin: 'https://elsewhere.example' })).toMatch(/^This page was not opened from this server/);
  expect(await post('{"scenarios":')).toBe('Malformed request: body');
  expect(await post({ text: 'x'.repeat(70_000) })).toBe('Too large.');
  expect(await post({ scenarios: ['product-advice/none'] })).toBe('No such case: product-advice/none');
});

/** A POST whose body comes in two pieces, the second when `until` is fulfilled. */
const slowly = ({ port }: TestServer, lang: string, until: Promise<unknown>): Promise<string> =>
  new Promise((done, failed) => {
    const body = JSON.stringify({ scenarios: ['product-advice/none'] });
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = httpRequest({ port, method: 'POST', path: `/api/drills?lang=${lang}`, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => done(JSON.parse(text).error.message));
    });
    sent.on('error', failed);
    sent.write(body.slice(0, 10));
    until.then(() => sent.end(body.slice(10)), failed);
  });

test('two requests at once in two languages do not mix, even when their bodies arrive by turns', async () => {
  const server = await testServer();
  const messages = (lang: string, until: Promise<unknown>) =>
    Promise.all(Array.from({ length: 5 }, () => slowly(server, lang, until)));
  const soon = new Promise((done) => setTimeout(done, 50));
  const [zh, en] = await Promise.all([messages('zh', soon), messages('en', soon)]);
  expect(new Set(zh)).toEqual(new Set(['没有这个案例：product-advice/none']));
  expect(new Set(en)).toEqual(new Set(['No such case: product-advice/none']));
});

test('the error of a stream, such as a missing picture, is in the reader’s language', async () => {
  const { url } = await testServer();
  expect(await messageOf(`${url}/pictures/suibu/none.svg?lang=en`)).toBe('Not found.');
  expect(await messageOf(`${url}/pictures/suibu/none.svg`)).toBe('没有找到。');
});

test('the page names its language before its script runs, and each language has its own cache tag', async () => {
  const { url } = await testServer();
  const page = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/desk${query}`, { headers });
    return { status: response.status, tag: response.headers.get('etag') ?? '', html: await response.text() };
  };
  const zh = await page('');
  const en = await page('?lang=en');
  expect(zh.html).toContain('<html lang="zh-CN"');
  expect(zh.html).toContain('<title>客服练兵场</title>');
  expect(zh.html).toContain('<noscript>这个页面要用 JavaScript，请在浏览器里打开它。</noscript>');
  expect(en.html).toContain('<html lang="en"');
  expect(en.html).toContain('<title>Kefu Drill</title>');
  expect(en.html).not.toMatch(HAN);
  // Without this header fetch adds one of its own, and the server would send the whole page.
  const again = { 'cache-control': 'max-age=0' };
  expect((await page('', { ...again, 'if-none-match': zh.tag })).status).toBe(304);
  expect((await page('?lang=en', { ...again, 'if-none-match': zh.tag })).status).toBe(200);
});

test('a file’s name and content are in the language of who downloads it', async () => {
  const server = await testServer();
  await twoSchools(server.storage);
  const cookie = await cookieOf(server.storage, 'teacher');
  const file = async (path: string) => {
    const response = await fetch(`${server.url}/api/${path}`, { headers: { cookie } });
    const called = response.headers.get('content-disposition') ?? '';
    const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(called) ?? /filename="([^"]+)"/.exec(called) ?? [];
    return [decodeURIComponent(name), (await response.text()).replace('\ufeff', '').split('\r\n')[0]];
  };
  const [zh, en] = await Promise.all(['zh', 'en'].map((lang) => file(`quick-replies/suibu/template.csv?lang=${lang}`)));
  expect(zh).toEqual([expect.stringMatching(/^本校话术-.+\.csv$/), '组,短码,标题,内容']);
  expect(en).toEqual([expect.stringMatching(/^School quick replies-.+\.csv$/), 'Group,Short code,Title,Text']);
  expect((await file('analysis.xlsx?lang=en'))[0]).toMatch(/^Service data .*\d\.xlsx$/);
});
