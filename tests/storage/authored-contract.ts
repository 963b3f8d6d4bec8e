import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Scenario } from '#engine/model/content.ts';
import type { AuthoredChange, AuthoredVersion } from '#storage/authored-cases.ts';
import type { Storage } from '#storage/storage.ts';
import { toyScenario } from '#tests/drills/support/toy-content.ts';
import { run } from './runs-contract.ts';

export const deed = (caseId: string, over: Partial<AuthoredChange> = {}): AuthoredChange => ({
  ...{ id: `e-${caseId}-${over.at ?? 100}-${over.kind ?? 'saved'}`, case: caseId, at: 100, by: 'p1', kind: 'saved' },
  version: 'h1',
  ...over,
});

export const version = (caseId: string, over: Partial<AuthoredVersion> = {}): Omit<AuthoredVersion, 'no'> => ({
  ...{ case: caseId, hash: 'h1', yaml: 'id: promotion/own\n', testplan: null, scenario: toyScenario('promotion/own') },
  ...{ template: null, errorCount: 0, warningCount: 1, note: '第一稿', by: 'p1', at: 100 },
  ...over,
});

type Written = { id: string; school: string; by: string; scenario: Scenario; hash?: string; published?: boolean };

/** Stores a case with one version of this scenario. */
export const writeCase = async (
  { authored }: Pick<Storage, 'authored'>,
  { id, school, by, scenario, hash = 'h1', published = false }: Written,
): Promise<void> => {
  await authored.create(
    { id, school, scenarioId: scenario.id, createdBy: by, createdAt: 100 },
    version(id, { by, hash, scenario, yaml: `id: ${scenario.id}\n` }),
    deed(id, { by, version: hash }),
  );
  if (published) await authored.publish(id, hash, deed(id, { by, at: 101, kind: 'published', version: hash }));
};

/** Cases of schools on any backend. `open` gives an empty storage. */
export const authoredContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`storage contract of authored cases on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    const write = (id: string, school: string, scenario: string, published = false): Promise<void> =>
      writeCase(storage, { id, school, by: 'p1', scenario: toyScenario(scenario), published });

    test('a case is created with its first version, and one id belongs to one case in a school', async () => {
      const { authored } = storage;
      await write('a1', 's1', 'promotion/own');
      await write('b1', 's2', 'promotion/own');
      const again = { id: 'a2', school: 's1', scenarioId: 'promotion/own', createdBy: 'p2', createdAt: 200 };
      expect(await authored.create(again, version('a2'), deed('a2'))).toBe(false);
      expect(await authored.versionRows('a2')).toEqual([]);
      expect(await authored.changes('a2')).toEqual([]);
      const row = { id: 'a1', school: 's1', scenarioId: 'promotion/own', createdBy: 'p1', createdAt: 100 };
      expect(await authored.casesOf('s1')).toEqual([{ ...row, published: null }]);
      expect(await authored.caseById('a1')).toEqual({ ...row, published: null });
      expect(await authored.caseById('nothing')).toBeNull();
      expect(await storage.ownerOf('case', 'b1')).toEqual({ school: 's2', guest: null, person: null });
      expect(await storage.ownerOf('case', 'nothing')).toBeNull();
    });

    test('versions are numbered, kept word for word, and the same files are no new version', async () => {
      const { authored } = storage;
      await write('a1', 's1', 'promotion/own');
      const second = version('a1', { hash: 'h2', yaml: 'id: promotion/own\ntitle: 改\n', testplan: 'model: {}\n' });
      expect(await authored.addVersion(second, deed('a1', { at: 200, version: 'h2' }))).toBe(2);
      expect(
        await authored.addVersion({ ...second, note: '又一次' }, deed('a1', { at: 300, version: 'h2' })),
      ).toBeNull();
      expect(await authored.version('a1', 'h2')).toEqual({ ...second, no: 2 });
      expect(await authored.version('a1', 'h9')).toBeNull();
      expect(await authored.version('a9', 'h2')).toBeNull();
      expect((await authored.versionRows('a1')).map(({ no, hasTestplan, title }) => [no, hasTestplan, title])).toEqual([
        [2, true, '买多大'],
        [1, false, '买多大'],
      ]);
      expect((await authored.changes('a1')).map(({ kind, version: which }) => [kind, which])).toEqual([
        ['saved', 'h2'],
        ['saved', 'h1'],
      ]);
    });

    test('a school’s catalog has the published version of a case, or else the newest, unpublished one', async () => {
      const { authored } = storage;
      await write('a1', 's1', 'promotion/own');
      await write('a2', 's1', 'promotion/other', true);
      await write('b1', 's2', 'promotion/own', true);
      const newer = version('a2', { hash: 'h2', scenario: toyScenario('promotion/other', '三颗柚子') });
      await authored.addVersion(newer, deed('a2', { at: 200, version: 'h2' }));
      const shelved = async () =>
        (await authored.catalogCases('s1')).map((one) => [
          one.id,
          one.version,
          one.isPublished,
          one.scenario.customer.name,
        ]);
      expect(await shelved()).toEqual([
        ['a1', 'h1', false, '一颗柚子'],
        ['a2', 'h1', true, '一颗柚子'],
      ]);
      await authored.publish('a2', null, deed('a2', { at: 300, kind: 'withdrawn', version: null }));
      expect((await shelved())[1]).toEqual(['a2', 'h2', false, '三颗柚子']);
      expect((await authored.caseById('a2'))?.published).toBeNull();
      expect((await authored.changes('a2')).map(({ kind }) => kind)).toEqual([
        'withdrawn',
        'saved',
        'published',
        'saved',
      ]);
      expect(await authored.catalogCases('s9')).toEqual([]);
    });

    test('a version is found by its school, its scenario and its hash together', async () => {
      const { authored } = storage;
      await write('a1', 's1', 'promotion/own');
      expect((await authored.contentOfVersion('s1', { scenario: 'promotion/own', version: 'h1' }))?.scenario.id).toBe(
        'promotion/own',
      );
      const template = { id: 'promotion/own', vary: { answer: ['货'] } };
      await authored.addVersion(version('a1', { hash: 'h3', template }), deed('a1', { at: 200, version: 'h3' }));
      const varying = { scenario: toyScenario('promotion/own'), template };
      expect(await authored.contentOfVersion('s1', { scenario: 'promotion/own', version: 'h3' })).toEqual(varying);
      expect(await authored.version('a1', 'h3')).toMatchObject(varying);
      expect((await authored.version('a1', 'h1'))?.template).toBeNull();
      expect(await authored.contentOfVersion('s2', { scenario: 'promotion/own', version: 'h1' })).toBeNull();
      expect(await authored.contentOfVersion('s1', { scenario: 'promotion/other', version: 'h1' })).toBeNull();
      expect(await authored.contentOfVersion('s1', { scenario: 'promotion/own', version: 'h2' })).toBeNull();
    });

    test('a run keeps which versions it was planned with', async () => {
      const { authored } = storage;
      await authored.setRunCases('r1', [{ scenario: 'promotion/own', version: 'h1' }]);
      await authored.setRunCases('r2', []);
      expect(await authored.runCases('r1')).toEqual([{ scenario: 'promotion/own', version: 'h1' }]);
      expect(await authored.runCases('r2')).toEqual([]);
    });

    test('the school of the device’s latest seat is known', async () => {
      const { runs } = storage;
      const sits = async (id: string, code: string, school: string, joinedAt: number): Promise<void> => {
        const seat = { id: `of-${id}`, run: id, school, person: null, no: '', name: id, place: 1, guest: 'g1' };
        await runs.createRun(run(id, { code, school }), [{ ...seat, joinedAt, askingGuest: null, refusedGuest: null }]);
      };
      await sits('r1', '111111', 's2', 100);
      await sits('r2', '222222', 's1', 200);
      expect(await runs.schoolOfDevice('g1')).toBe('s1');
      expect(await runs.schoolOfDevice('g2')).toBeNull();
    });
  });
};
