import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { createRunner } from '#drills/runner/runner.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { Storage } from '#storage/storage.ts';
import { toyCatalog, toyData } from '#tests/drills/support/toy-content.ts';
import { toyEngine } from '#tests/drills/support/toy-engine.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { person, school } from './people-contract.ts';
import { run, seat } from './runs-contract.ts';

const SCENARIOS = ['product-advice/toy'];
const reply = { id: 'own:1', code: '1', group: '售前', title: '在的', text: '亲，在的', own: true as const };

/** Both schools have the same quick reply of their own, and so the same content. */
export const ownData: ContentData = {
  ...toyData,
  shops: toyData.shops.map((shop) => ({ ...shop, quickReplies: [...shop.quickReplies, reply] })),
};
const catalog: Catalog = { ...toyCatalog, contentFor: async () => ({ data: ownData, hash: 'own' }) };

/** A server process of its own: what it has in memory no other has. */
export const processOn = (storage: Storage): Promise<Runner> =>
  createRunner({
    ...{ engine: toyEngine, judge: inProcessJudge, storage, clock: virtualClock() },
    ...{ catalogs: createCatalogs(catalog, storage.authored), logger: pino({ level: 'silent' }) },
  });

/** The drill of a school's seat in its run, opened at this process; its id. */
export const openedFor = async (runner: Runner, of: string): Promise<string> => {
  const place = { school: of, run: `run-${of}`, seat: `seat-${of}`, person: null, redo: null };
  const setting = { pace: 20, arrivals: 'spaced' as const, minutes: 12, incidents: [] };
  const opened = await runner.open({ guest: 'g1', scenarios: SCENARIOS, seed: 1, mode: 'lesson', place, setting });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.id;
};

/** A school with a run and a seat in it. */
export const makeSchool = async ({ people, runs }: Storage, id: string): Promise<void> => {
  await people.createSchool(school(id), person(`root-${id}`, { role: 'admin', school: id }));
  await runs.createRun(run(`run-${id}`, { school: id, code: `code-${id}` }), [
    seat(`seat-${id}`, { run: `run-${id}` }),
  ]);
};

export const eraseSchool = async ({ personalData }: Storage, id: string): Promise<void> => {
  const scope = await personalData.erasureScope({ kind: 'school', id });
  if (scope === null) throw new Error('no such school');
  const note = { at: 1000, school: id, actor: 'root', kind: 'data-erased', subject: id, details: {} } as const;
  await personalData.erase(scope, note);
};

/** What becomes of contents that several schools' drills pin. `open` gives an empty storage. */
export const contentsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`contents on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      for (const id of ['s1', 's2']) await makeSchool(storage, id);
    });
    afterEach(() => storage.close());

    /** Whether a process that has nothing in memory finds what the drill was opened with. */
    const isReadable = async (drill: string): Promise<boolean> =>
      (await (await processOn(storage)).content(drill))?.shops[0]?.quickReplies.at(-1)?.own === true;

    const isStored = async (): Promise<boolean> => (await storage.content('own')) !== null;

    test('a drill opened after another school’s erasure has its content, which its process had in memory [S15]', async () => {
      const [first, other] = [await processOn(storage), await processOn(storage)];
      await openedFor(first, 's1');
      await other.preload(SCENARIOS);
      await eraseSchool(storage, 's1');
      for (const runner of [first, other]) expect(await isReadable(await openedFor(runner, 's2'))).toBe(true);
    });

    test('a drill that is being opened while another school is erased has its content [S15]', async () => {
      const runner = await processOn(storage);
      await openedFor(runner, 's1');
      const [drill] = await Promise.all([openedFor(runner, 's2'), eraseSchool(storage, 's1')]);
      expect(await isReadable(drill)).toBe(true);
    });

    test('a drill keeps its content when another school with the same is erased, and it goes with the last [S15]', async () => {
      const runner = await processOn(storage);
      const drill = (await Promise.all(['s1', 's2'].map((of) => openedFor(runner, of))))[1];
      await eraseSchool(storage, 's1');
      expect(await isReadable(drill ?? '')).toBe(true);
      await eraseSchool(storage, 's2');
      expect(await isStored()).toBe(false);
    });

    test('the content goes with its school, also where a turn of its drill was done again [S15]', async () => {
      const runner = await processOn(storage);
      const drill = await openedFor(runner, 's1');
      const row = await storage.drill(drill);
      if (row === null) throw new Error('no drill');
      const retry = { drill, conversation: 'c1', turn: 1, since: null };
      await storage.createDrill({ ...row, id: 'again', place: null, retry });
      await eraseSchool(storage, 's1');
      expect(await isStored()).toBe(false);
    });
  });
};
