import type { Buffer } from 'node:buffer';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { portfolioName, portfolioWorkbook } from '#classroom/exports/export-portfolio.ts';
import { serviceDataWorkbook } from '#classroom/exports/export-service-data.ts';
import { workbook, workbookName } from '#classroom/exports/export-workbook.ts';
import { reportFile, reportFileName } from '#classroom/exports/report-file.ts';
import { reportDocument } from '#classroom/exports/word/report-document.ts';
import { classReport } from '#classroom/results/class-report.ts';
import { createDebriefCache } from '#classroom/results/debrief-cache.ts';
import { portfolioOf } from '#classroom/results/portfolio.ts';
import { createReplayBoards } from '#classroom/results/replay-board.ts';
import { runResults } from '#classroom/results/results.ts';
import { classmateNames, runServiceData } from '#classroom/results/service-data.ts';
import { type AuditEntry, auditEntrySchema } from '#contract/discussion.ts';
import type { Report } from '#contract/report.ts';
import { inLanguage } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { deskRules } from '#scoring/desk/rules.ts';
import { content, eventsOf, SCENARIO, STARTED_AT } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';

/** Every text in a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** What is Chinese in these texts once what others wrote (case, rubric, trainee, scoring) is out of them. */
const chineseLeft = (shown: readonly string[], written: readonly string[]): string[] => {
  const known = [...new Set(written.flatMap((text) => [text, ...text.split('\n')]))]
    .filter((text) => CHINESE.test(text))
    .toSorted((a, b) => b.length - a.length);
  const left = (text: string): string => known.reduce((rest, one) => rest.replaceAll(one, ''), text);
  return shown.filter((text) => CHINESE.test(text) && CHINESE.test(left(text)));
};

const english = <T>(work: () => T): T => inLanguage('en', work);

const room = async () => {
  const made = await resultsRoom([
    { name: 'Ann', drills: [eventsOf('model'), eventsOf('poor')] },
    { name: 'Ben', drills: [eventsOf('poor')], lateMs: 100_000 },
    { name: 'Cid', drills: [eventsOf('silent')] },
    { name: 'Dan', joined: false },
    { name: 'Eve' },
  ]);
  const run = { ...made.run, name: 'Run 1' };
  await made.storage.runs.changeRun(run);
  const written = [content, eventsOf('model'), eventsOf('poor'), eventsOf('silent')].flatMap(textsIn);
  return { ...made, run, written };
};

const cells = async (bytes: Buffer): Promise<string[]> =>
  (await readXlsxFile(bytes)).flatMap(({ sheet, data }) => [
    sheet,
    ...data.flat().filter((c) => typeof c === 'string'),
  ]);

/** Paragraphs, headers, names of styles. A burst's bubbles stand in one line with a wide space between them. */
const wordTexts = (bytes: Buffer): string[] => {
  const xml = ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']
    .map((part) => zipPart(bytes, part))
    .join('');
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([part]) =>
    [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? '\n').join(''),
  );
  const names = [...zipPart(bytes, 'word/styles.xml').matchAll(/<w:name w:val="([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
  return [...paragraphs, ...names, zipPart(bytes, 'docProps/core.xml')]
    .flatMap((text) => text.split('\u3000'))
    .map((text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
};

const counted = (marks: number) => {
  return { kind: 'finding', state: 'counted', marks } as const;
};

const audit: AuditEntry[] = [
  { kind: 'ruled', change: { from: counted(4), to: { ...counted(4), state: 'dismissed' } }, total: { from: 5, to: 9 } },
  {
    kind: 'ruled',
    change: { from: { kind: 'score', score: 9 }, to: { kind: 'score', score: 60 } },
    reason: 'late bus',
  },
  { kind: 'ruled', change: { from: { kind: 'point', state: 'unsure' }, to: { kind: 'point', state: 'not-said' } } },
  { kind: 'comment-edited', words: { before: 'fine', after: 'quicker' } },
  { kind: 'comment-deleted' },
  { kind: 'appeal-kept', by: 'Li' },
].map((over) =>
  auditEntrySchema.parse({
    ...{ at: STARTED_AT, by: 'Wang', title: 'Total', change: null, total: null, words: null, reason: '' },
    ...over,
  }),
);

describe('in English', () => {
  test('a run’s workbook has no Chinese of ours, and its formulas compare with the English word in the cells', async () => {
    const made = await room();
    const results = await english(() => runResults(made, made.run));
    const ruling = { id: 'g1', finding: 'x', point: null, example: false, verdict: 'upheld', score: null } as const;
    const given = { reason: 'seen', by: 'Wang', at: STARTED_AT, undone: null, title: 'Vague', no: '01', name: 'Ann' };
    const bytes = await english(() => workbook(results, [{ ...ruling, ...given }], made.rubric));
    const rules = english(() => deskRules(made.rubric).flatMap(textsIn));
    const shown = await cells(bytes);
    expect(chineseLeft(shown, rules)).toEqual([]);
    expect(shown).toEqual(
      expect.arrayContaining(['Results', 'Desk figures', 'Formulas', 'Rulings', 'Yes', 'No', 'Upheld']),
    );
    const xml = zipPart(bytes, 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('SUMIF($B$2:$B$6,"Yes",C2:C6)');
    expect(xml).toMatch(/<f>SUMIF[^<]*<\/f><v>\d/);
    expect(english(() => workbookName({ run: { ...results.run, name: '' } }))).toBe('Run-2026-11-20.xlsx');
  });

  test('the head rows’ columns are wide enough for their English words', async () => {
    const made = await room();
    const results = await english(() => runResults(made, made.run));
    const bytes = await english(() => workbook(results, [], made.rubric));
    const [{ data: [heads = []] = [] } = { data: [] }] = await readXlsxFile(bytes);
    const widths = [...zipPart(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<col [^>]*width="([\d.]+)"/g)];
    expect(widths).toHaveLength(heads.length);
    for (const [i, name] of heads.entries()) {
      expect(Number(widths[i]?.[1]), String(name)).toBeGreaterThan(String(name).length);
    }
  });

  test('the names of sheets are short and plain enough for Excel', async () => {
    const made = await room();
    const body = await english(() => portfolioOf(made, { id: 'p', name: 'Ann', school: 's1' } as never));
    const rows = await english(() => runServiceData(made, made.run, (seat) => seat));
    const results = await english(() => runResults(made, made.run));
    const files = await english(() =>
      Promise.all([
        portfolioWorkbook(body, made.rubric),
        serviceDataWorkbook(rows),
        workbook(results, [], made.rubric),
      ]),
    );
    for (const file of files) {
      const names = (await readXlsxFile(file)).map(({ sheet }) => sheet);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    }
  });

  test('a portfolio’s and the service data’s workbook have no Chinese of ours', async () => {
    const made = await room();
    const ids = ['d1-1', 'd1-2'];
    for (const id of ids) await made.runner.report(id);
    const entries = (await Promise.all(ids.map(async (id) => (await made.storage.portfolio.entry(id)) ?? []))).flat();
    const reached = {
      title: 'g',
      advice: '',
      family: 'late',
      from: { drill: 'd', endedAt: 1 },
      met: 'better',
    } as const;
    const sums = { before: { count: 1, chances: 2 }, now: { count: 0, chances: 1 }, text: '' };
    const body = {
      ...{ name: null, waiting: 1, map: [], suggestion: null, claim: null },
      entries: entries.map((entry) => ({ ...entry, runName: null, reached: { ...reached, ...sums } })),
    };
    const said = [...made.written, ...entries.flatMap(({ goal, faults }) => textsIn([goal, faults]))];
    expect(chineseLeft(await cells(await english(() => portfolioWorkbook(body, made.rubric))), said)).toEqual([]);
    expect(english(() => portfolioName(body, STARTED_AT))).toBe('Portfolio-2026-11-20.xlsx');
    const rows = await english(() =>
      runServiceData(made, made.run, classmateNames(['seat1', 'seat2', 'seat3'], 'seat1')),
    );
    const shown = await cells(await english(() => serviceDataWorkbook(rows)));
    expect(
      chineseLeft(shown, [
        ...made.written,
        ...rows.rows.flatMap(({ outcome, worstFamily }) => [outcome, worstFamily]),
        ...textsIn(rows.questions),
      ]),
    ).toEqual([]);
    expect(shown).toEqual(expect.arrayContaining(['Me', 'Classmate 1', 'Conversations', 'Columns', 'Three questions']));
  });

  test.each(['d1-1', 'd1-2', 'd3-1'])('the Word report of %s has no Chinese of ours', async (id) => {
    const made = await room();
    const reply = await english(() => made.runner.report(id));
    const row = await made.storage.drill(id);
    if (!reply.ok || row === null) throw new Error('no report');
    const [finding] = reply.value.findings;
    const ruling = { verdict: 'dismissed', reason: 'seen', by: 'Wang', at: STARTED_AT, was: 9 };
    const over = { ruled: { by: 'Wang', reason: 'seen', at: STARTED_AT, id: 'g1' }, cappedBy: 'unfinished', capAt: 59 };
    const ruled = { ...reply.value, ...over, findings: [{ ...finding, ruling }, ...reply.value.findings.slice(1)] };
    for (const report of [reply.value, ruled as unknown as Report]) {
      const file = await english(() => reportFile(made.storage, row, report, audit));
      const bytes = await english(() => reportDocument(file));
      expect(chineseLeft(wordTexts(bytes), [...made.written, ...textsIn(report)])).toEqual([]);
      expect(english(() => reportFileName(file, 'docx'))).toBe(`Report-${file.seat?.name}-2026-11-20.docx`);
    }
  });

  test('results, debrief and the class’s report are English, and Chinese for a reader who asks for that', async () => {
    const made = await room();
    const { debriefOfRun: debriefs } = createDebriefCache(made, made.rubric);
    const told = async () => {
      const results = await runResults(made, made.run);
      const data = await debriefs(made.run, results);
      return { results, debrief: data.debrief, report: classReport(results, data, [SCENARIO], content) };
    };
    const shown = await english(told);
    const { seats, figures } = shown.results;
    expect(seats.map(({ notes }) => notes)).toEqual([
      [],
      [expect.stringMatching(/^1 min 40 s late$/)],
      [],
      ['Did not come'],
      ['Did not start the drill'],
    ]);
    expect(figures.dimensions.map(({ name }) => name).join()).not.toMatch(CHINESE);
    const { help, well, brought, teach } = shown.report;
    const reasons = [help, well, brought].flatMap((list) => list.seats.map(({ why }) => why));
    expect(reasons.length).toBeGreaterThan(2);
    expect(chineseLeft([...reasons, ...teach.flatMap(({ why, how }) => [why, how])], made.written)).toEqual([]);
    const chinese = await told();
    expect(chinese.results.seats[3]?.notes).toEqual(['没有进来']);
    expect(chinese.report.help.seats.map(({ why }) => why)).toContain('没有进来');
    expect(chinese.debrief).toEqual(await debriefOnce(made));
  });

  test('the board of a replay task is kept once for each language', async () => {
    const made = await room();
    const redo = { id: 'o1', run: 'r1', drill: 'd1-2', conversation: 'c1', turn: 1, at: STARTED_AT, closedAt: null };
    await made.storage.runs.addReplayTask(redo);
    const { board } = createReplayBoards(made);
    const [shown, again] = [await english(() => board(made.run)), await english(() => board(made.run))];
    expect(shown?.original).not.toBeNull();
    expect(again?.original).toBe(shown?.original);
    expect((await board(made.run))?.original).not.toBe(shown?.original);
  });

  test('other people’s words are never read as placeholders of ours', () => {
    const words = '{{n}} $t(exports:yes)';
    expect(english(() => say('exports:word.audit.reason', { reason: words }))).toBe(`Reason: ${words}`);
  });
});

const debriefOnce = async (made: Awaited<ReturnType<typeof room>>) =>
  (await createDebriefCache(made, made.rubric).debriefOfRun(made.run, await runResults(made, made.run))).debrief;
