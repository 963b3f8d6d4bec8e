/** From a ruling to the judge: what a teacher ruled becomes an example, and the same words are heard so. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruledExamples } from '#classroom/review/examples-from-rulings.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { toPoint } from '#library/reading/normalise.ts';
import { readCase } from '#library/reading/read-case.ts';
import { pointsOf } from '#library/view/case-view.ts';
import type { Storage } from '#storage/storage.ts';
import { doubtfulEvents } from '#tests/classroom/support/doubtful-events.ts';
import { eventsOf, SCENARIO, storeClass } from '#tests/classroom/support/golden-class.ts';
import { aRuling } from '#tests/storage/results-contract.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { runCommand } from '#tests/support/commands.ts';
import { library } from '#tests/support/library.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** No author has foreseen these words, but the teacher knows what they mean. */
const WORDS = '您就当搭咱家的顺风车啦';
const free = { conversation: 'c1', point: 'free', turn: 3 };
const onFree = { drill: 'd1-1', finding: null, point: free, verdict: 'covered', example: true, by: 'wang' } as const;

const stored = async (words = WORDS): Promise<{ dataDir: string; storage: Storage }> => {
  const dataDir = tempFolder();
  const storage = await openReady(dataDir);
  const seats = [
    { name: '林可欣', drills: [doubtfulEvents(words)] },
    { name: '陈思远', drills: [eventsOf('poor')] },
  ];
  await storeClass(storage, seats);
  return { dataDir, storage };
};

/** A copy of the case where the command line may write. */
const scenarios = (): { folder: string; file: string } => {
  const folder = join(tempFolder(), 'scenarios');
  const file = join(folder, 'cases', `${SCENARIO}.yaml`);
  mkdirSync(dirname(file), { recursive: true });
  cpSync(join(ROOT, 'scenarios', 'cases', `${SCENARIO}.yaml`), file);
  // The case varies: its usual variant is made with the shop's goods and rules.
  cpSync(join(ROOT, 'scenarios', 'shops'), join(folder, 'shops'), { recursive: true });
  return { folder, file };
};

type Ended = { status: number; out: string; err: string };
const run = async (dataDir: string, ...args: string[]): Promise<Ended> => {
  const { status, stdout, stderr } = await runCommand('harvest', args, { DATA_DIR: dataDir });
  return { status, out: stdout, err: stderr };
};

/** What the judge makes of the words, said to the question the point belongs to. */
const heard = (file: string, words: string): string | undefined => {
  const text = readFileSync(file, 'utf8');
  const authored = readCase({ file, text }, null, library.shopFacts).scenario.value;
  const at = authored ? pointsOf(authored).find(({ point }) => point.id === free.point) : undefined;
  if (!at?.question) throw new Error('the case has no such point');
  const { id, question } = at.question;
  const points = [compilePoint(toPoint(at.point))];
  return judge({ reply: words, customer: question, points, questions: [{ id, text: question, pointIds: ['free'] }] })
    .points[0]?.state;
};

describe('the examples taken from rulings', () => {
  test('come only from rulings in force, meant as an example, latest at their place, of this run, since the given day', async () => {
    const { storage } = await stored();
    const { results } = storage;
    await results.addRuling(aRuling('finding'));
    await results.addRuling(aRuling('undone', { ...onFree, at: 10, undoneBy: 'wang', undoneAt: 11 }));
    expect(await ruledExamples(storage, null)).toEqual([]);
    await results.addRuling(aRuling('early', { ...onFree, at: 20 }));
    const lesson = {
      ruling: 'early',
      scenario: SCENARIO,
      point: 'free',
      list: 'yes',
      text: WORDS,
      by: '王老师',
      at: 20,
    };
    expect(await ruledExamples(storage, null)).toEqual([lesson]);
    expect(await ruledExamples(storage, 'r1')).toEqual([lesson]);
    expect(await ruledExamples(storage, 'r2')).toEqual([]);
    expect(await ruledExamples(storage, null, 21)).toEqual([]);
    await results.addRuling(aRuling('later', { ...onFree, verdict: 'not-said', at: 30 }));
    expect(await ruledExamples(storage, null)).toMatchObject([{ ruling: 'later', list: 'no' }]);
    await results.addRuling(aRuling('no-example', { ...onFree, example: false, at: 40 }));
    expect(await ruledExamples(storage, null)).toEqual([]);
    await storage.close();
  });

  test('don’t contain the trainee’s name', async () => {
    const { storage } = await stored('我是林可欣，可欣帮您免了这笔路上的钱');
    await storage.results.addRuling(aRuling('g1', onFree));
    expect((await ruledExamples(storage, null))[0]?.text).toBe('我是客服，客服帮您免了这笔路上的钱');
    await storage.close();
  });
});

describe('npm run harvest', () => {
  test('says in one line that there is no ruling to take, also where there is no database', async () => {
    const { dataDir, storage } = await stored();
    await storage.close();
    const [none, nowhere, undated] = await Promise.all([
      run(dataDir),
      run(tempFolder()),
      run(dataDir, '--since', 'yesterday'),
    ]);
    for (const said of [none, nowhere]) expect(said).toEqual({ status: 0, out: '还没有可以收作例句的改判\n', err: '' });
    expect(undated).toMatchObject({ status: 2, out: '' });
  });

  test('prints a patch, applies it with --write, and the judge hears the words so from then on', async () => {
    const { dataDir, storage } = await stored();
    await storage.results.addRuling(aRuling('g1', { ...onFree, at: Date.UTC(2026, 10, 20, 6, 3) }));
    const { folder, file } = scenarios();
    const before = readFileSync(file, 'utf8');
    expect(heard(file, WORDS)).not.toBe('covered');

    // A running server holds its database for itself.
    const refused = await run(dataDir, '--scenarios', folder);
    expect(refused).toMatchObject({ status: 2, err: expect.stringContaining('先停掉服务') });
    await storage.close();
    const printed = await run(dataDir, '--scenarios', folder);
    expect(printed).toMatchObject({ status: 0, err: '' });
    expect(printed.out).toMatch(/^# 王老师 2026-11-20T06:03Z free 收作 yes：您就当搭咱家的顺风车啦\ndiff --git /);
    expect(readFileSync(file, 'utf8')).toBe(before);
    const cwd = dirname(folder);
    execFileSync('git', ['init', '-q'], { cwd });
    execFileSync('git', ['apply', '--check', '-'], { cwd, input: printed.out });

    const json = JSON.parse((await run(dataDir, '--scenarios', folder, '--write', '--json')).out);
    expect(json).toMatchObject({ patch: printed.out, left: [], written: [`scenarios/cases/${SCENARIO}.yaml`] });
    expect(heard(file, WORDS)).toBe('covered');
    expect(heard(file, `${WORDS}～`)).toBe('covered');
    const after = readFileSync(file, 'utf8');
    expect(after.replace(`, ${WORDS}]`, ']')).toBe(before);

    expect((await run(dataDir, '--scenarios', folder)).out).toBe('没有新的：改判过的话案例里都有了\n');
  });
});
