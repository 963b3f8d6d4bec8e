import { describe, expect, test } from 'vitest';
import {
  authoredWorld,
  bodyIn,
  checkedIn,
  filesOf,
  OWN,
  ownTestplan,
  ownYaml,
  rowsIn,
  savedIn,
} from '#tests/http/support/authored-world.ts';
import { codeOf, valueIn, withoutId } from '#tests/http/support/test-server.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

describe('checking a case', () => {
  test('names each fault, its place and its line, errors first, and stores nothing', async () => {
    const { post, get } = await authoredWorld(tempFolder(), 'own');
    const yaml = ownYaml().replace('title: 脚背高，买多大', 'title: 【改：标题】');
    const checked = checkedIn(await post('authored/check', { files: filesOf(yaml), case: null }));
    expect(checked.head).toEqual({ id: OWN, title: '【改：标题】', level: 1, shopName: '燧步运动' });
    expect(checked).toMatchObject({ errors: 1, warnings: 1, refused: null, taken: null });
    expect(checked.diagnostics).toEqual([
      {
        ...{ file: 'own-size.yaml', line: 4, column: 1, code: 'placeholder', severity: 'error' },
        ...{ message: '换成自己的话：标题', text: 'title: 【改：标题】' },
      },
      {
        ...{ file: 'own-size.yaml', line: 1, column: 1, code: 'no-testplan', severity: 'warning' },
        ...{ message: expect.stringContaining('own-size.testplan.yaml'), text: `id: ${OWN}` },
      },
    ]);
    expect(rowsIn(await get('authored'))).toEqual([]);
  });

  test('checks a testplan with its case', async () => {
    const { post } = await authoredWorld();
    const clean = { files: filesOf(ownYaml(), ownTestplan()), case: null };
    expect(checkedIn(await post('authored/check', clean))).toMatchObject({ errors: 0, warnings: 0 });
    const torn = ownTestplan().replace(/^silent:/m, 'silence:');
    const checked = checkedIn(await post('authored/check', { files: filesOf(ownYaml(), torn), case: null }));
    expect(checked.diagnostics[0]).toMatchObject({ file: 'own-size.testplan.yaml', severity: 'error' });
  });

  test('plays the testplan of a case without errors', async () => {
    const { post } = await authoredWorld();
    const plan = ownTestplan().replace(/ending: (?!gone)[\w-]+/, 'ending: gone');
    expect(plan).not.toBe(ownTestplan());
    const played = checkedIn(await post('authored/check', { files: filesOf(ownYaml(), plan), case: null }));
    expect(played.diagnostics.map(({ code }) => code)).toEqual(['testplan-ending']);
    expect(played.diagnostics[0]?.text).toContain('ending: gone');
    const broken = ownYaml().replace('then: {resolved: exchange,', 'then: {resolved: nowhere,');
    const unplayed = checkedIn(await post('authored/check', { files: filesOf(broken, plan), case: null }));
    expect(unplayed.diagnostics.map(({ code }) => code)).not.toContain('testplan-ending');
  });

  test('reports unknown shops, personas and types at their line', async () => {
    const { post } = await authoredWorld();
    const yaml = ownYaml().replace('shop: suibu', 'shop: nowhere').replace('persona: anxious', 'persona: very-anxious');
    const { diagnostics } = checkedIn(await post('authored/check', { files: filesOf(yaml), case: null }));
    const unknown = diagnostics.filter(({ code }) => code === 'unknown-id').map(({ text }) => text.trim());
    expect(unknown).toEqual(expect.arrayContaining(['shop: nowhere', 'persona: very-anxious-first-buyer']));
  });

  test('lists the faults of a file that is no case yet, without a head', async () => {
    const { post } = await authoredWorld();
    const checked = checkedIn(await post('authored/check', { files: filesOf('你好'), case: null }));
    expect(checked.head).toBeNull();
    expect(checked.refused).toMatchObject({ code: 'case-unreadable' });
    expect(checked.errors).toBeGreaterThan(0);
    expect(checked.diagnostics[0]).toMatchObject({ code: 'schema', line: 1 });
  });

  test('reports a taken id at its line, with whose it is, unless it is the case’s own', async () => {
    const { post, as } = await authoredWorld();
    const saved = savedIn(await post('authored', { files: filesOf(ownYaml()), note: '' }));
    const again = { files: filesOf(ownYaml()), case: null };
    const taken = checkedIn(await post('authored/check', again));
    expect(taken.taken).toEqual({ case: saved.case, title: '脚背高，买多大', by: '姓名teacher' });
    expect(taken.refused).toMatchObject({ code: 'case-id-taken' });
    expect(taken.diagnostics[0]).toMatchObject({ code: 'duplicate-id', line: 1, column: 1 });
    expect(checkedIn(await post('authored/check', { ...again, case: saved.case })).errors).toBe(0);
    expect(checkedIn(await post('authored/check', again, await as('teacher2'))).errors).toBe(0);
    expect(codeOf(await post('authored/check', { ...again, case: saved.case }, await as('teacher2')))).toBe(
      'unknown-case',
    );
    const shipped = { files: filesOf(ownYaml('product-advice/shoe-half-size')), case: null };
    expect(checkedIn(await post('authored/check', shipped)).diagnostics[0]).toMatchObject({ code: 'duplicate-id' });
  });
});

describe('a school’s cases', () => {
  test('are saved, published, rolled back and withdrawn, with a record of who did what', async () => {
    const { post, get } = await authoredWorld();
    const first = savedIn(await post('authored', { files: filesOf(ownYaml()), note: ' 第一稿 ' }));
    const at = `authored/${first.case}`;
    expect(first).toMatchObject({
      id: OWN,
      title: '脚背高，买多大',
      versions: 1,
      published: null,
      savedBy: '姓名teacher',
    });
    expect(first.all).toMatchObject([{ no: 1, note: '第一稿', errors: 0, warnings: 1, hasTestplan: false }]);

    const yaml = ownYaml().replace('title: 脚背高，买多大', 'title: 脚背高');
    const second = savedIn(await post(`${at}/versions`, { files: filesOf(yaml, ownTestplan()), note: '题目短些' }));
    expect(second.all.map(({ no, title, hasTestplan }) => [no, title, hasTestplan])).toEqual([
      [2, '脚背高', true],
      [1, '脚背高，买多大', false],
    ]);
    expect(bodyIn(await post(`${at}/publish`, { version: second.saved })).published?.no).toBe(2);
    expect(bodyIn(await post(`${at}/publish`, { version: first.saved }))).toMatchObject({
      title: '脚背高，买多大',
      published: { no: 1 },
    });
    expect(bodyIn(await post(`${at}/withdraw`)).published).toBeNull();
    // Withdrawing it again changes nothing.
    expect(bodyIn(await post(`${at}/withdraw`)).record).toHaveLength(5);
    const body = bodyIn(await get(at));
    expect(body.record.map(({ kind, no, by }) => [kind, no, by])).toEqual([
      ['withdrawn', null, '姓名teacher'],
      ['published', 1, '姓名teacher'],
      ['published', 2, '姓名teacher'],
      ['saved', 2, '姓名teacher'],
      ['saved', 1, '姓名teacher'],
    ]);
    expect(rowsIn(await get('authored'))).toMatchObject([{ case: first.case, versions: 2, published: null }]);
  });

  test('can be compared by version, and both files downloaded as they were', async () => {
    const { post, get } = await authoredWorld();
    const first = savedIn(await post('authored', { files: filesOf(ownYaml()), note: '' }));
    const yaml = ownYaml().replace('minutes: 6', 'minutes: 7');
    const at = `authored/${first.case}`;
    const second = savedIn(await post(`${at}/versions`, { files: filesOf(yaml, ownTestplan()), note: '' }));
    const compared = valueIn(await get(`${at}/diff?from=${first.saved}&to=${second.saved}`));
    expect(compared).toEqual({ diff: expect.stringContaining('-minutes: 6\n+minutes: 7\n') });
    expect(compared).toEqual({ diff: expect.stringContaining('+++ b/own-size.testplan.yaml') });
    const file = await get(`${at}/file?version=${second.saved}`);
    expect(file.headers.get('content-disposition')).toContain('own-size.yaml');
    expect(valueIn(file)).toBe(yaml);
    expect(valueIn(await get(`${at}/file?version=${second.saved}&part=testplan`))).toBe(ownTestplan());
    expect(codeOf(await get(`${at}/file?version=${first.saved}&part=testplan`))).toBe('unknown-version');
    expect(codeOf(await get(`${at}/diff?from=${first.saved}&to=nothing`))).toBe('unknown-version');
    expect(codeOf(await get(`${at}/diff?from=${first.saved}`))).toBe('bad-request');
  });

  test('are kept with errors, but then neither published nor tried', async () => {
    const { post } = await authoredWorld();
    const yaml = ownYaml().replace('title: 脚背高，买多大', 'title: 【改：标题】');
    const saved = savedIn(await post('authored', { files: filesOf(yaml), note: '没写完' }));
    expect(saved.all).toMatchObject([{ errors: 1 }]);
    for (const deed of ['publish', 'try']) {
      const answer = await post(`authored/${saved.case}/${deed}`, { version: saved.saved });
      expect(answer.reply).toMatchObject({ error: { code: 'case-has-errors', detail: '1' } });
    }
    expect(codeOf(await post(`authored/${saved.case}/publish`, { version: 'nothing' }))).toBe('unknown-version');
    expect(codeOf(await post(`authored/${saved.case}/try`, { version: 'nothing' }))).toBe('unknown-version');
  });

  test('get no new version by the same files', async () => {
    const { post } = await authoredWorld();
    const files = filesOf(ownYaml());
    const saved = savedIn(await post('authored', { files, note: '' }));
    const again = await post(`authored/${saved.case}/versions`, { files, note: '又一次' });
    expect(again.reply).toMatchObject({ error: { code: 'version-exists', detail: '1' } });
  });

  test('are hidden from another school as if they didn’t exist, and from students altogether', async () => {
    const { post, get, as } = await authoredWorld();
    const saved = savedIn(await post('authored', { files: filesOf(ownYaml()), note: '' }));
    const routes: [string, unknown?][] = [
      [`authored/${saved.case}/publish`, { version: saved.saved }],
      [`authored/${saved.case}/withdraw`, {}],
      [`authored/${saved.case}/try`, { version: saved.saved }],
      [`authored/${saved.case}/versions`, { files: filesOf(ownYaml()), note: '' }],
    ];
    for (const [path, body] of routes) {
      const [foreign, nothing] = [
        await post(path, body, await as('teacher2')),
        await post(path.replace(saved.case, 'no'), body),
      ];
      expect(foreign.status).toBe(404);
      expect(withoutId(foreign)).toEqual(withoutId(nothing));
      for (const person of ['trainee', 'mentor']) expect((await post(path, body, await as(person))).status).toBe(403);
    }
    expect(rowsIn(await get('authored', await as('teacher2')))).toEqual([]);
    expect((await get('authored', await as('trainee'))).status).toBe(403);
    expect((await post('authored', { files: filesOf(ownYaml()), note: '' }, await as('trainee'))).status).toBe(403);
    expect(rowsIn(await get('authored', await as('admin')))).toHaveLength(1);
  });
});
