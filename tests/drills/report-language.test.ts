import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { portfolioOf } from '#classroom/results/portfolio.ts';
import { shownEntry } from '#classroom/results/shown-records.ts';
import { appeal } from '#classroom/review/appeals.ts';
import { comment } from '#classroom/review/comments.ts';
import { discussionOf } from '#classroom/review/discussion.ts';
import { addRuling, undoRuling } from '#classroom/review/rulings.ts';
import type { Report } from '#contract/report.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import { createRunner } from '#drills/runner/runner.ts';
import { inLanguage, type Language, language } from '#i18n/language.ts';
import { engine } from '#server/engine-parts.ts';
import { eventsOf, goldenCatalog, STARTED_AT, storeClass } from '#tests/classroom/support/golden-class.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

/** A report whose stored sentences begin with EN in English, so that a test sees their language. */
const inWords = (report: Report): Report => {
  const said = (text: string): string => (language() === 'zh' ? text : `EN ${text}`);
  return {
    ...report,
    dimensions: report.dimensions.map((one) => ({ ...one, name: said(one.name) })),
    families: report.families.map((one) => ({ ...one, name: said(one.name) })),
    findings: report.findings.map((one) => ({ ...one, title: said(one.title), quote: said(one.quote) })),
    first: report.first && { ...report.first, goal: said(report.first.goal), advice: said(report.first.advice) },
  };
};
const speaking: DrillEngine = { ...engine, makeReport: (...asked) => inWords(engine.makeReport(...asked)) };

/** A trainee's two drills, the second begun with the goal of the first. */
const school = async () => {
  const opened = await openReady(tempFolder());
  const run = await storeClass(opened, [{ name: '甲', drills: [eventsOf('poor'), eventsOf('silent')] }], {
    publishedAt: 1,
  });
  // The first ended before the second was opened.
  const drillsOf: typeof opened.drillsOf = async (guest, person) =>
    (await opened.drillsOf(guest, person)).map((row) =>
      row.id === 'd1-1' && row.state === 'ended' ? { ...row, endedAt: STARTED_AT - 1 } : row,
    );
  const storage = { ...opened, drillsOf };
  const runner = await createRunner({
    engine: speaking,
    judge: inProcessJudge,
    storage,
    catalogs: createCatalogs(goldenCatalog, storage.authored),
    clock: virtualClock(),
    logger: pino({ level: 'silent' }),
  });
  onTestFinished(async () => {
    await runner.close();
    await storage.close();
  });
  return { storage, run, runner, clock: virtualClock(), catalogs: createCatalogs(goldenCatalog, storage.authored) };
};
type School = Awaited<ReturnType<typeof school>>;

const DRILLS = ['d1-1', 'd1-2'];

/** Everything stored about the drills, without random ids. */
const stored = async ({ storage }: School): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      DRILLS.map(async (id) => [
        await storage.drill(id),
        await storage.results.result(id),
        await storage.portfolio.entry(id),
        await storage.results.rulings(id),
        await storage.discussion.comments(id),
        await storage.discussion.appeals(id),
        await storage.discussion.effects(id),
      ]),
    ),
  ).replace(/"[gnq][\w-]{16}"/g, '"id"');

const given = <T>(reply: { ok: true; value: T } | { ok: false }): T => {
  if (!reply.ok) throw new Error('refused');
  return reply.value;
};

/** A trainee reads their reports and appeals, and a teacher rules, all in one language. */
const lesson = async (where: School, tongue: Language) => {
  return inLanguage(tongue, async () => {
    const [drill = ''] = DRILLS;
    const reports = await Promise.all(DRILLS.map(async (id) => given(await where.runner.report(id))));
    const fault = reports[0]?.findings.find(({ severity, marks }) => severity !== 'merit' && marks > 0);
    const row = await where.storage.drill(drill);
    if (fault === undefined || row === null) throw new Error('nothing to appeal');
    const place = { kind: 'finding', finding: fault.key } as const;
    given(await appeal(where, row, { place, text: '请看一下' }));
    given(await appeal(where, row, { place: { kind: 'report' }, text: '总分请看一下' }));
    given(await comment(where, drill, 'wang', { place, text: '这里要快' }));
    given(await comment(where, drill, 'wang', { place: { kind: 'report' }, text: '不错' }));
    const ruling = { finding: fault.key, verdict: 'dismissed', reason: '断线了' } as const;
    const after = given(await addRuling(where, drill, 'wang', ruling));
    const [ruled] = await where.storage.results.rulings(drill);
    given(await undoRuling(where, drill, ruled?.id ?? '', 'wang'));
    return { reports, after, fault };
  });
};

describe('an English reader', () => {
  test('leaves the same bytes in the database as a Chinese reader', async () => {
    const [one, other] = [await school(), await school()];
    await lesson(one, 'zh');
    await lesson(other, 'en');
    expect(await stored(other)).toBe(await stored(one));
    expect(await stored(other)).not.toContain('EN ');
  });

  test('changes nothing that was stored before', async () => {
    const where = await school();
    for (const id of DRILLS) given(await where.runner.report(id));
    const before = await stored(where);
    for (const id of DRILLS) await inLanguage('en', async () => given(await where.runner.report(id)));
    for (const id of DRILLS) await inLanguage('en', async () => given(await where.runner.reportByCurrentRubric(id)));
    expect(await stored(where)).toBe(before);
  });

  test('reads a report in English, also after a ruling', async () => {
    const where = await school();
    const { reports, after, fault } = await lesson(where, 'en');
    expect(fault.title).toMatch(/^EN /);
    expect(after.findings[0]?.title).toMatch(/^EN /);
    expect(reports[0]?.first?.goal).toMatch(/^EN /);
  });

  test('reads a drill’s goal in English, and it stays stored in Chinese', async () => {
    const where = await school();
    const second = await inLanguage('en', async () => given(await where.runner.report('d1-2')));
    expect(second.goal?.title).toMatch(/^EN /);
    expect(given(await where.runner.report('d1-2')).goal?.title).toMatch(/^下一场/);
    expect((await where.storage.portfolio.entry('d1-1'))?.goal?.title).toMatch(/^下一场/);
  });

  test('reads stored titles in English where the report has the finding', async () => {
    const where = await school();
    const { fault } = await lesson(where, 'en');
    const row = await where.storage.drill('d1-1');
    if (row === null) throw new Error('no drill');
    const staff = { guest: null, person: await where.storage.people.person('wang') };
    const seen = await inLanguage(
      'en',
      async () => await discussionOf(where.storage, row, staff as never, given(await where.runner.report('d1-1'))),
    );
    expect(seen.appeals.map(({ title }) => title)).toEqual([`${fault.title}, “${fault.quote}”`, 'Total']);
    const titles = new Set(seen.audit.map(({ title }) => title));
    expect(titles).toEqual(new Set([`${fault.title}, “${fault.quote}”`, 'Total', 'Whole report']));
    // A Chinese reader sees the record as it was.
    const chinese = await discussionOf(where.storage, row, staff as never);
    const own = given(await where.runner.report('d1-1')).findings.find(({ key }) => key === fault.key);
    expect(chinese.appeals.map(({ title }) => title)).toEqual([
      `${own?.title}「${own?.quote}」`,
      expect.stringMatching(/^总分 \d/),
    ]);
  });

  test('reads a portfolio’s names in English', async () => {
    const where = await school();
    for (const id of DRILLS) given(await where.runner.report(id));
    const person = { id: 'p', name: '甲', school: 's1' };
    const storage = {
      ...where.storage,
      drillsOf: async () => (await Promise.all(DRILLS.map(async (id) => (await where.storage.drill(id)) ?? []))).flat(),
    };
    const body = await inLanguage('en', () => portfolioOf({ ...where, storage }, person as never));
    const names = body.entries.flatMap(({ dimensions, families }) => [...dimensions, ...families].map((e) => e.name));
    expect(names.length).toBeGreaterThan(10);
    expect(names.join()).not.toMatch(/\p{Script=Han}/u);
  });

  test('reads the type of a case in English though it is stored in Chinese', async () => {
    const where = await school();
    const [id = ''] = DRILLS;
    given(await where.runner.report(id));
    const entry = await where.storage.portfolio.entry(id);
    const [one] = entry?.cases ?? [];
    if (!entry || !one) throw new Error('nothing on record');
    const kept = { ...entry, cases: [{ ...one, type: 'promotion', typeName: '促销活动咨询' }] };
    expect(shownEntry(kept)).toBe(kept);
    expect(inLanguage('en', () => shownEntry(kept)).cases).toEqual([
      { ...one, type: 'promotion', typeName: 'Promotions' },
    ]);
  });
});
