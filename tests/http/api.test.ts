import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { drillSummarySchema, scenarioCardSchema, shopSchema, startCardSchema } from '#contract/bodies.ts';
import { paperSchema } from '#contract/questions.ts';
import { reportSchema } from '#contract/report.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { tab } from '#tests/drills/support/desk-room.ts';
import { ask, codeOf, openDrill, testServer, valueIn } from '#tests/http/support/test-server.ts';

describe('the API', () => {
  test('every body fits its contract', async () => {
    const server = await testServer();
    const { url, application } = server;
    const { drillId, cookie } = await openDrill(server);
    z.array(scenarioCardSchema)
      .min(2)
      .parse(valueIn(await ask(`${url}/api/scenarios`)));
    shopSchema.parse(valueIn(await ask(`${url}/api/shops/suibu`)));
    const card = startCardSchema.parse(
      valueIn(await ask(`${url}/api/start-card?scenarios=product-advice/toy,product-advice/other`)),
    );
    expect(card).toMatchObject({ clock: { passS: 30, pace: 20 } });
    expect(card.scenarios).toHaveLength(2);
    expect(drillSummarySchema.parse(valueIn(await ask(`${url}/api/drills/${drillId}`, { cookie })))).toMatchObject({
      id: drillId,
      state: 'opened',
      scenarios: [{ id: 'product-advice/toy', title: '买多大', typeName: '商品咨询与推荐', shop: 'suibu' }],
    });
    expect(codeOf(await ask(`${url}/api/drills/${drillId}/report`, { cookie }))).toBe('report-not-ready');

    await application.runner.join(drillId, tab('t'), 0, true);
    await application.runner.submit(drillId, 't', 's', deskRequest('drill:start', { drillId, commandId: 's' }));
    await application.runner.submit(drillId, 't', 'e', deskRequest('drill:end', { drillId, commandId: 'e' }));
    reportSchema.parse(valueIn(await ask(`${url}/api/drills/${drillId}/report`, { cookie })));
    const own = z.array(drillSummarySchema).parse(valueIn(await ask(`${url}/api/drills`, { cookie })));
    expect(own).toMatchObject([{ id: drillId, state: 'ended', score: 0 }]);
    const cards = z.array(scenarioCardSchema).parse(valueIn(await ask(`${url}/api/scenarios`, { cookie })));
    expect(cards[0]).toMatchObject({ done: 1, best: 0, bestAt: own[0]?.endedAt, lastAt: own[0]?.endedAt });
    expect(cards[1]).toMatchObject({ done: 0, best: null, bestAt: null, lastAt: null });
    const paper = paperSchema.parse(valueIn(await ask(`${url}/api/questions/paper?shop=suibu&seed=7`)));
    expect(paper.id).toMatch(/^bank=[0-9a-f]{12}&seed=7&shop=suibu$/);
  });

  test('opening a drill makes this device a guest, and makes it one only once', async () => {
    const server = await testServer();
    const answer = await ask(`${server.url}/api/drills`, {
      method: 'POST',
      body: { scenarios: ['product-advice/toy'] },
    });
    const header = answer.headers.getSetCookie()[0];
    expect(header).toMatch(/^kefu_guest=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const again = await ask(`${server.url}/api/drills`, {
      method: 'POST',
      cookie: answer.cookie,
      body: { scenarios: ['product-advice/toy'] },
    });
    expect(again.headers.getSetCookie()).toEqual([]);
    expect(valueIn(await ask(`${server.url}/api/drills`, { cookie: answer.cookie }))).toHaveLength(2);
    expect(valueIn(await ask(`${server.url}/api/drills`))).toEqual([]);
  });

  test.each([
    ['nothing', undefined, 'bad-request', 400],
    ['no JSON', '{', 'bad-request', 400],
    ['a wrong shape', { scenarios: 'product-advice/toy' }, 'bad-request', 400],
    ['too many customers', { scenarios: Array(13).fill('product-advice/toy') }, 'bad-request', 400],
    ['a mode of a class', { scenarios: ['product-advice/toy'], mode: 'exam' }, 'bad-request', 400],
    ['an unknown case', { scenarios: ['product-advice/none'] }, 'unknown-scenario', 404],
    ['too much', { scenarios: ['x'.repeat(70_000)] }, 'too-large', 413],
  ])('POST /api/drills refuses %s', async (_name, body, code, status) => {
    const { url } = await testServer();
    const answer = await ask(`${url}/api/drills`, { method: 'POST', body });
    expect([codeOf(answer), answer.status]).toEqual([code, status]);
    expect(answer.cookie).toBeNull();
  });

  test('the guide for authors can be read without an account', async () => {
    const { url } = await testServer();
    const answer = await ask(`${url}/guide/writing-a-case.md`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(valueIn(answer)).toMatch(/^# 写一个案例/);
    const page = await ask(`${url}/guide/writing-a-case`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(valueIn(page)).toContain('<h1>写一个案例</h1>');
    // The page of a case that doesn’t vary links to this chapter.
    expect(valueIn(page)).toContain('<h2 id="s11">11. 会变的案例</h2>');
    expect(valueIn(page)).not.toContain('|---|');
    expect(codeOf(await ask(`${url}/guide/other.md`))).toBe('not-found');
  });

  test('the guide is in the reader’s language, at one address', async () => {
    const { url } = await testServer();
    const read = async (path: string, cookie?: string) => {
      const answer = await ask(`${url}/guide/${path}`, cookie === undefined ? {} : { cookie });
      expect(answer.headers.get('vary')).toContain('Cookie');
      return String(valueIn(answer));
    };
    const english = 'kefu_guest=x; kefu_lang=en';
    expect(await read('writing-a-case.md', english)).toMatch(/^# Writing a case/);
    const page = await read('writing-a-case', english);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<h1>Writing a case</h1>');
    expect(page).toContain('<h2 id="s11">11. Cases that vary</h2>');
    // An author's lines are read out in their own language.
    expect(page).toContain('<pre lang="zh-CN"><code class="language-yaml">customer:');
    expect(await read('writing-a-case?lang=en')).toBe(page);
    expect(await read('writing-a-case')).toContain('<html lang="zh-CN">');
  });

  test('unknown things and wrong values are answered in the same form', async () => {
    const { url } = await testServer();
    expect(codeOf(await ask(`${url}/api/shops/none`))).toBe('unknown-shop');
    expect(codeOf(await ask(`${url}/api/questions/paper?shop=none&seed=1`))).toBe('unknown-shop');
    for (const seed of ['', '&seed=', '&seed=-1', '&seed=1.5', '&seed=1e3', '&seed=1000000', '&seed=1&seed=2'])
      expect(codeOf(await ask(`${url}/api/questions/paper?shop=suibu${seed}`))).toBe('bad-request');
    expect(codeOf(await ask(`${url}/api/start-card?scenarios=a/b`))).toBe('unknown-scenario');
    expect(codeOf(await ask(`${url}/api/start-card`))).toBe('bad-request');
    expect(codeOf(await ask(`${url}/api/none`))).toBe('not-found');
    expect(codeOf(await ask(`${url}/api/scenarios`, { method: 'DELETE' }))).toBe('not-found');
  });

  test('a page of another site may change nothing', async () => {
    const { url, port } = await testServer({ publicUrl: 'https://kefu.example.cn' });
    const post = (origin: string) =>
      ask(`${url}/api/drills`, { method: 'POST', body: { scenarios: ['product-advice/toy'] }, headers: { origin } });
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', `http://127.0.0.1.evil:${port}`]) {
      const answer = await post(origin);
      expect([origin, codeOf(answer), answer.status]).toEqual([origin, 'bad-origin', 403]);
    }
    expect(codeOf(await post(url))).toBe('ok');
    expect(codeOf(await post('https://kefu.example.cn'))).toBe('ok');
  });
});

describe('the pages', () => {
  test('any path gives the page, which is never cached, and hashed files are cached for ever', async () => {
    const { url } = await testServer();
    for (const path of ['/', '/drills/abc', '/%E6%8A%A5%E5%91%8A']) {
      const page = await ask(`${url}${path}`);
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(valueIn(page)).toContain('客服练兵场');
    }
    const asset = await ask(`${url}/assets/app-1234.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    // fetch asks for gzip and unpacks it without being told.
    expect([asset.headers.get('content-encoding'), valueIn(asset)]).toEqual(['gzip', 'console.log(1)']);
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const plain = await ask(`${url}/assets/app-1234.js`, { headers: { 'accept-encoding': 'identity' } });
    expect([plain.headers.get('content-encoding'), valueIn(plain)]).toEqual([null, 'console.log(1)']);
    expect((await ask(`${url}/assets/gone.js`)).status).toBe(404);
    expect(valueIn(await ask(`${url}/.build`))).not.toContain('stamp');
    expect((await ask(`${url}/..%2fdata%2fkefu.sqlite`)).reply).not.toMatchObject({
      value: expect.stringContaining('SQLite'),
    });
  });

  test('a strict policy lets a page load nothing inline and nothing from elsewhere, and doesn’t ask for https', async () => {
    const { url, port } = await testServer();
    const { headers } = await ask(url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port}`);
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|https:/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('an author’s editor can load the schema of a case, and no other file', async () => {
    const { url } = await testServer();
    const schema = await ask(`${url}/schema/scenario.schema.json`);
    expect(schema.status).toBe(200);
    expect(schema.reply).toMatchObject({
      title: '案例',
      type: 'object',
      else: { required: expect.arrayContaining(['beats']) },
    });
    expect(Object.fromEntries(schema.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^application\/schema\+json(;|$)/),
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    for (const name of ['nothing.schema.json', 'constructor.schema.json', 'scenario.json', '..%2Fpackage.json'])
      expect([name, (await ask(`${url}/schema/${name}`)).status]).toEqual([name, 404]);
  });

  test.each([
    ['product', 'suibu/s01.svg'],
    ['customer', 'customer/chipped.svg'],
  ])('a %s’s picture is kept for a day and may do nothing as a page of its own', async (_whose, path) => {
    const { url } = await testServer();
    const picture = await ask(`${url}/pictures/${path}`);
    expect([picture.status, valueIn(picture)]).toEqual([200, '<svg xmlns="http://www.w3.org/2000/svg"/>']);
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^image\/svg\+xml(;|$)/),
      'cache-control': 'public, max-age=86400',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    'suibu/none.svg',
    'customer/none.svg',
    'customer/pictures.yaml',
    'customer/..%2fpictures%2fchipped.svg',
    'customer/..%2fshops%2fsuibu%2fpictures%2fs01.svg',
    'customer/CHIPPED.svg',
    'none/s01.svg',
    'suibu/S01.svg',
    'suibu/s01.png',
    'suibu/..%2fshop.yaml',
    'suibu/..%2f..%2fsuibu%2fpictures%2fs01.svg',
    '..%2fshops%2fsuibu/s01.svg',
    'suibu/s01.svg%00',
    'suibu/s01.svg%0a',
    'suibu',
    'suibu/more/s01.svg',
  ])('no picture /pictures/%s', async (path) => {
    const { url } = await testServer();
    const answer = await ask(`${url}/pictures/${path}`);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found']);
    expect(answer.headers.get('cache-control') ?? '').not.toContain('max-age=86400');
  });

  test('health answers ok and nothing else', async () => {
    const { url } = await testServer();
    expect((await ask(`${url}/healthz`)).reply).toEqual({ ok: true });
  });
});
