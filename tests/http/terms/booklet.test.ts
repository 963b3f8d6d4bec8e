/** 案例册 over HTTP: chosen from published runs, without names, remembered, downloaded, gone with the drill. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Booklet } from '#contract/terms/booklet.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { aTerm } from '#tests/storage/seat-work/terms-contract.ts';

const AT = 'classes/c1/terms/m1/booklet';
const room = async (poor = 1): Promise<Room> => {
  const server = await resultsServer(
    [
      ...Array.from({ length: poor }, () => ({ name: '王小明', drills: [eventsOf('poor')] })),
      { name: '李红', drills: [eventsOf('model')] },
    ],
    'published',
    undefined,
    { classId: 'c1' },
  );
  const { people, terms } = server.storage;
  for (const [id, of] of [
    ['c1', 's1'],
    ['c2', 's1'],
  ] as const)
    await people.createClass({ id, school: of, name: id, createdAt: 1, archivedAt: null });
  const days = { firstDay: '2000-01-01', lastDay: '2099-12-31' };
  await terms.create(aTerm('m1', { classId: 'c1', name: '双11', ...days }));
  await post(server, 'runs/r1/end', server.teacher);
  return server;
};
const bookletOf = async (server: Room) => valueIn(await get(server, AT, server.teacher)) as Booklet;
const published = async (poor = 1): Promise<Room> => {
  const server = await room(poor);
  valueIn(await post(server, 'runs/r1/publish', server.teacher, { published: true }));
  return server;
};

describe('[J27] the case booklet of a term', () => {
  test('has nothing of a run whose results aren’t published', async () => {
    const server = await room();
    expect((await bookletOf(server)).pairs).toEqual([]);
  });

  test('is chosen from faults with a poor and a good turn, remembered and downloaded, without a name', async () => {
    const server = await published();
    const { pairs, title, version } = await bookletOf(server);
    expect([title, version]).toEqual(['双11案例册', 0]);
    const pair = pairs.find(({ good, poor }) => good !== null && poor.reply !== '');
    if (pair === undefined) throw new Error('no pair');
    expect(JSON.stringify(pairs)).not.toMatch(/王小明|李红|seat\d|d\d-\d/);
    const item = { run: pair.run, code: pair.code, turn: pair.turn, shows: 'both', sentence: '先答再问' };
    const saved = valueIn(
      await post(server, AT, server.teacher, { version, title: '十一月', items: [item] }),
    ) as Booklet;
    expect([saved.version, saved.title, saved.items, saved.gone]).toEqual([1, '十一月', [item], 0]);
    expect(codeOf(await post(server, AT, server.teacher, { version, title: '晚', items: [] }))).toBe('booklet-changed');
    const none = { ...item, code: 'nothing' };
    expect(codeOf(await post(server, AT, server.teacher, { version: 1, title: 'x', items: [none] }))).toBe(
      'unknown-pair',
    );
    const response = await fetch(`${server.url}/api/${AT}.docx`, { headers: { cookie: server.teacher } });
    const xml = strFromU8(
      unzipSync(new Uint8Array(await response.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    );
    for (const words of ['十一月', '先答再问', pair.title, pair.familyName]) expect(xml).toContain(words);
    expect(xml).not.toMatch(/王小明|李红/);
    expect(xml).toContain('w:w="11906" w:h="16838"');
  });

  test('offers up to five turns of a fault, each chosen by itself, one side alone where that is wanted', async () => {
    const server = await published(6);
    const { pairs } = await bookletOf(server);
    const counts = new Map(
      [...new Set(pairs.map(({ code }) => code))].map((code) => [code, pairs.filter((one) => one.code === code)]),
    );
    expect(Math.max(...[...counts.values()].map((own) => own.length))).toBe(5);
    expect(new Set(pairs.map(({ code, turn }) => `${code} ${turn}`)).size).toBe(pairs.length);
    const two = [...counts.values()].find(([first, second]) => first?.good != null && second?.good != null) ?? [];
    const items = two.slice(0, 2).map(({ run, code, turn }, place) => ({
      ...{ run, code, turn, sentence: '' },
      shows: place === 0 ? 'good' : 'poor',
    }));
    expect(items).toHaveLength(2);
    const save = (over: object) => post(server, AT, server.teacher, { version: 0, title: '册', items, ...over });
    const [first] = items;
    expect(codeOf(await save({ items: [first, first] }))).toBe('bad-request');
    expect(codeOf(await save({ items: [{ ...first, turn: '000000000000' }] }))).toBe('unknown-pair');
    expect((valueIn(await save({})) as Booklet).items).toEqual(items);
    expect((await bookletOf(server)).items).toEqual(items);
    const response = await fetch(`${server.url}/api/${AT}.docx`, { headers: { cookie: server.teacher } });
    const xml = strFromU8(
      unzipSync(new Uint8Array(await response.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(xml.match(/原来这样答/g)).toHaveLength(1);
    expect(xml.match(/可以这样答/g)).toHaveLength(1);
  });

  test('[J99] keeps what was chosen of a run that twelve newer ones followed, and lists an older one when asked', async () => {
    const server = await published();
    const [pair] = (await bookletOf(server)).pairs;
    const run = await server.storage.runs.run('r1');
    if (pair === undefined || run === null) throw new Error('no pair');
    for (let n = 1; n <= 12; n += 1)
      await server.storage.runs.createRun(
        { ...run, id: `later${n}`, code: `C${n}`, startedAt: (run.startedAt ?? 0) + n, publishedAt: n },
        [],
      );
    const [read, opened] = [await bookletOf(server), await get(server, `${AT}?run=r1`, server.teacher)];
    expect([read.pairs, read.newest, read.older.map((one) => [one.run, one.name])]).toEqual([
      [],
      12,
      [['r1', run.name]],
    ]);
    expect(valueIn(opened)).toMatchObject({ pairs: expect.arrayContaining([pair]), older: [] });
    const item = { run: 'r1', code: pair.code, turn: pair.turn, shows: 'both', sentence: '还在' };
    const saved = valueIn(await post(server, AT, server.teacher, { version: 0, title: '册', items: [item] }));
    for (const booklet of [saved, await bookletOf(server)])
      expect(booklet).toMatchObject({ items: [item], gone: 0, older: [] });
  });

  test('keeps what was chosen before there were several turns of a fault', async () => {
    const server = await published();
    const [pair] = (await bookletOf(server)).pairs;
    if (pair === undefined) throw new Error('no pair');
    const item = { run: pair.run, code: pair.code, turn: pair.turn, shows: 'both', sentence: '留着' };
    valueIn(await post(server, AT, server.teacher, { version: 0, title: '册', items: [item] }));
    const stored = await server.storage.booklets.booklet('m1');
    if (stored === null) throw new Error('nothing stored');
    const before = stored.items.map((one) => ({ ...one, code: pair.code }));
    await server.storage.booklets.put({ ...stored, version: 2, items: before });
    expect(await bookletOf(server)).toMatchObject({ items: [item], gone: 0 });
  });

  test('loses a page whose drill was deleted, and is nobody’s of another class, nor a trainee’s', async () => {
    const server = await published();
    const [pair] = (await bookletOf(server)).pairs;
    const item = { run: pair?.run ?? '', code: pair?.code ?? '', turn: pair?.turn ?? '', shows: 'both', sentence: '' };
    valueIn(await post(server, AT, server.teacher, { version: 0, title: '册', items: [item] }));
    expect(codeOf(await get(server, 'classes/c2/terms/m1/booklet', server.teacher))).toBe('unknown-term');
    expect(codeOf(await get(server, 'classes/c9/terms/m1/booklet.docx', server.teacher))).toMatch(
      /unknown-class|not-allowed/,
    );
    expect(codeOf(await get(server, AT, server.trainee))).toBe('not-signed-in');
    const stored = await server.storage.booklets.booklet('m1');
    const drill = stored?.items[0]?.drill ?? '';
    const scope = await server.storage.personalData.erasureScope({ kind: 'drill', id: drill });
    if (scope === null) throw new Error('no drill');
    const note = { at: 1000, school: 's1', actor: 'wang', subject: drill, kind: 'data-erased', details: {} } as const;
    await server.storage.personalData.erase(scope, note);
    expect((await server.storage.booklets.booklet('m1'))?.items).toEqual([]);
  });
});
