import { describe, expect, test } from 'vitest';
import { faultNumbers, inPageOrder } from '#classroom/exports/word/numbering.ts';
import { reportDocument } from '#classroom/exports/word/report-document.ts';
import { findingNumbers } from '#client/features/report/model/numbering.ts';
import { type AuditEntry, auditEntrySchema } from '#contract/discussion.ts';
import { type Report, reportSchema } from '#contract/report.ts';
import type { ReportFile } from '#contract/report-file.ts';
import { makeReport } from '#scoring/report.ts';
import { STARTED_AT } from '#tests/classroom/support/golden-class.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import { report as pageReport } from '#tests/client/fixtures/report.ts';
import { goldenContent, goldenEvents, type Trainee } from '#tests/scoring/support/golden-logs.ts';

const CASES = ['coupon-stack', 'partial-return-gift', 'unpaid-forgot'];
const golden = (name: string, trainee: Trainee): Report => makeReport(goldenContent(name), goldenEvents(name, trainee));
const poor = golden('coupon-stack', 'poor');

const fileOf = (report: Report, over: Partial<ReportFile> = {}): ReportFile => ({
  schema: 'kefu-drill/report',
  version: 1,
  drill: 'd1',
  contentHash: 'c0ffee',
  rubric: { id: report.rubric.id, date: report.rubric.date },
  mode: 'lesson',
  openedAt: STARTED_AT,
  endedAt: STARTED_AT + 700_000,
  seat: { run: '周三第一节', no: '01', name: '林可欣' },
  report,
  audit: [],
  ...over,
});

/** The Word file read back: its XML, and each paragraph's style and words (line breaks as \n). */
const read = async (report: Report, over: Partial<ReportFile> = {}) => {
  const bytes = await reportDocument(fileOf(report, over));
  const xml = zipPart(bytes, 'word/document.xml');
  const plain = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  const textIn = (part: string): string =>
    [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([whole, text]) => (whole === '<w:br/>' ? '\n' : plain(text ?? '')))
      .join('');
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([part]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(part)?.[1] ?? '',
    text: textIn(part),
    underlined: [...part.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:u [^>]*\/>.*?<\/w:r>/gs)]
      .map(([run]) => textIn(run))
      .join(''),
  }));
  return { bytes, xml, paragraphs, texts: paragraphs.map(({ text }) => text) };
};

describe('the Word file', () => {
  test('says whose report it is, the mark, the verdict and what to change first', async () => {
    const { texts } = await read(poor);
    for (const said of ['改进报告', '学员：01 林可欣', '场次：周三第一节', '日期：2026-11-20 14:00', poor.verdict])
      expect(texts).toContain(said);
    expect(texts.some((text) => text.startsWith(`${poor.score}  满分 100，`))).toBe(true);
    expect(texts).toContain(poor.first?.title);
  });

  test('[E23] strikes words through that were taken back, and no others', async () => {
    const quoted = poor.findings.find(({ quoteAt, severity }) => quoteAt !== null && severity !== 'merit')?.quoteAt;
    const transcript = poor.transcript.map((line) =>
      line.id === quoted?.message ? { ...line, isWithdrawn: true as const } : line,
    );
    expect((await read(poor)).xml).not.toContain('<w:strike');
    expect((await read({ ...poor, transcript })).xml).toMatch(/<w:strike/);
  });

  test('tells a rush in short: who came, the queue, how many at once, where it broke and what to do', async () => {
    const rush: NonNullable<Report['rush']> = {
      ...{ profile: 'd618', level: 2, minutes: 15, said: '来了 9 位，接完 7 位；排队等不及走了 2 位。' },
      ...{
        came: 9,
        served: 7,
        lost: 0,
        leftQueue: 2,
        leftDesk: 0,
        leftMidway: 0,
        transferred: 0,
        colleague: 0,
        unserved: 0,
        escalated: 0,
        handedOver: 0,
        open: 0,
      },
      queue: { waited: 4, meanS: 31.4, longestS: 72.6 },
      ...{ byLoad: [], tone: null, capacity: 2, mostAtOnce: 4 },
      dial: [
        { at: 125_000, from: 2, to: 3, why: 'keeping-up', said: '回得过来，改为同时接 3 位。' },
        { at: 400_000, from: 3, to: 2, why: 'waits-grew', said: '客户等得久了，改为同时接 2 位。' },
      ],
      broke: {
        ...{ kind: 'late', minute: 4, open: 3, said: '第 4 分钟，同时 3 位：小满等了 81 秒。' },
        ...{ todo: '每回完一句，先看等得最久的那位。', moment: { conversation: 'c2', name: '小满', at: 1, text: '' } },
      },
    };
    const { texts } = await read({ ...poor, rush });
    const from = texts.indexOf('大促进线');
    expect(texts.slice(from, from + 7)).toEqual([
      '大促进线',
      '2 档，15 分钟。只看，不计分。',
      rush.said,
      '排过队 4 位，平均 31 秒，最久 73 秒。',
      '最多分给几位：2 位开始，第 3 分钟起 3 位、第 7 分钟起 2 位。手上最多时 4 位。',
      '最先顶不住：第 4 分钟，同时 3 位：小满等了 81 秒。',
      '下一场：每回完一句，先看等得最久的那位。',
    ]);
    const { texts: quiet } = await read({ ...poor, rush: { ...rush, dial: [], queue: null, broke: null } });
    expect(quiet.slice(quiet.indexOf('大促进线') + 3).slice(0, 2)).toEqual([
      '没有人排过队。',
      '最多分给 2 位，手上最多时 4 位。',
    ]);
    expect((await read(poor)).texts).not.toContain('大促进线');
  });

  test.each([
    ['unfinished', 59, true, '没做完：走到的太少，不给及格，总分封顶 59。'],
    ['walked-out', 49, true, '有客户后来没人理，总分封顶 49。'],
    ['customer-left', 49, false, '有客户后来没人理。'],
    ['impatient', 55, true, '有难听的话，总分封顶 55。'],
    ['hostile', 55, false, '有难听的话。'],
    ['ended-early', 59, true, '没做完的一场不算及格，总分封顶 59。'],
    ['red-line:offsite', 49, true, '碰了red-line:offsite，总分封顶 49。'],
  ])('[M3] says in words what keeps the total down: %s at %d', async (cappedBy, capAt, capBites, words) => {
    expect((await read({ ...poor, cappedBy, capAt, capBites })).texts).toContain(words);
  });

  test('[M12] says of an unfinished drill what its range means', async () => {
    const of = (cappedBy: string | null, doubts: number) =>
      read({ ...poor, cappedBy, range: [30, 70], doubts }).then(({ texts }) => texts);
    expect(await of('unfinished', 0)).toContain('走完可能 30–70');
    expect(await of('unfinished', 2)).toContain('走完可能 30–70，2 处待核');
    expect(await of(null, 2)).toContain('待核定下来后 30–70，因为 2 处待核');
  });

  test('has every finding with its words underlined in place, the reason and the better wording', async () => {
    const { texts, paragraphs } = await read(poor);
    expect(poor.findings.length).toBeGreaterThan(5);
    const headings = paragraphs.filter(({ style }) => style === 'Heading3');
    expect(headings).toHaveLength(poor.findings.length);
    for (const finding of poor.findings) {
      expect(headings.some(({ text }) => text.includes(finding.title))).toBe(true);
      expect(texts).toContain(`为什么：${finding.why}`);
      if (finding.better !== null) expect(texts.some((text) => text.endsWith(`：${finding.better}`))).toBe(true);
      const { quoteAt, quote } = finding;
      if (quoteAt === null) expect(texts).toContain(`你：（${quote}）`);
      else {
        const whole = poor.transcript.find(({ id }) => id === quoteAt.message)?.text;
        expect(paragraphs.some((p) => p.text === `你：${whole}` && p.underlined === quote)).toBe(true);
      }
    }
  });

  test('has a row for each dimension, measure and platform figure, repeated head rows, and rows to sign', async () => {
    const { xml, texts } = await read(poor);
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([part]) => part);
    const rows = tables.map((part) => part.match(/<w:tr>/g)?.length ?? 0);
    expect(rows).toEqual([7, poor.measures.length + 1, poor.platforms.length + 1, 4]);
    for (const part of tables) expect(part.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    for (const { name, worked, formula } of poor.measures) {
      expect(texts).toContain(name);
      expect(texts).toContain(`${worked}\n${formula}`);
    }
    for (const who of ['学生', '教师', '企业导师']) expect(texts.some((text) => text.trim() === who)).toBe(true);
  });

  test('is A4 with real headings and Chinese fonts by name', async () => {
    const { bytes, xml, paragraphs } = await read(poor);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const styles = zipPart(bytes, 'word/styles.xml');
    expect(styles).toContain('w:eastAsia="宋体"');
    expect(styles).toContain('w:eastAsia="微软雅黑"');
    expect(paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual([
      '先改这一件',
      '六个方面',
      '逐句看',
      '指标',
      '同一份对话，各平台怎么算',
      '改动记录',
      '签字',
    ]);
  });

  test('lists every change of the record with who, what and why; a practice drill has no such list', async () => {
    const entry = (over: Partial<AuditEntry>): AuditEntry =>
      auditEntrySchema.parse({
        ...{
          at: STARTED_AT,
          by: '王老师',
          kind: 'ruled',
          title: '',
          change: null,
          total: null,
          words: null,
          reason: '',
        },
        ...over,
      });
    const counted = { kind: 'finding', state: 'counted', marks: 4 } as const;
    const audit = [
      entry({
        title: '第一次回复太慢',
        change: { from: counted, to: { ...counted, state: 'dismissed' } },
        total: { from: 52, to: 56 },
        reason: '断线了',
      }),
      entry({
        kind: 'ruled',
        title: '总分',
        change: { from: { kind: 'score', score: 56 }, to: { kind: 'score', score: 60 } },
      }),
      entry({ kind: 'comment-edited', title: '整份报告', words: { before: '不错', after: '比上周快' } }),
      entry({ kind: 'commented', title: '整份报告' }),
      entry({ kind: 'published', by: '李导师' }),
    ];
    const { texts } = await read(poor, { audit });
    for (const said of [
      '第一次回复太慢\n算错 −4 → 不算错\n总分 52 → 56\n理由：断线了',
      '总分\n总分 56 → 60',
      '整份报告\n原来：不错\n比上周快',
      '整份报告\n内容已删',
      '发布成绩',
      '李导师',
    ])
      expect(texts).toContain(said);
    expect((await read(poor)).texts).toContain('还没有人改过这份报告。');
    expect((await read(poor, { seat: null })).texts).not.toContain('改动记录');
  });

  test.each(CASES.flatMap((name) => (['model', 'poor', 'silent'] as const).map((who) => [name, who] as const)))(
    'numbers the faults of %s by %s as the page does',
    (name, who) => {
      const report = golden(name, who);
      expect([...faultNumbers(inPageOrder(report))]).toEqual([...findingNumbers(report)]);
    },
  );

  test('numbers the faults of three customers as the page does', () => {
    expect([...faultNumbers(inPageOrder(pageReport))]).toEqual([...findingNumbers(pageReport)]);
  });

  test('opens in Word whatever was typed: markup, control characters, half an emoji', async () => {
    const typed = '<b>&"\u0007\u000b\ud83d退\u{1f600}';
    const finding = poor.findings.find(({ quoteAt }) => quoteAt !== null);
    if (!finding?.quoteAt) throw new Error('nothing quoted');
    const { message } = finding.quoteAt;
    const changed: Report = reportSchema.parse({
      ...poor,
      findings: [{ ...finding, quote: typed, quoteAt: { message, start: 0, end: typed.length } }],
      transcript: poor.transcript.map((line) => (line.id === message ? { ...line, text: typed } : line)),
    });
    const { xml, texts } = await read(changed);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(texts).toContain('你：<b>&"退\u{1f600}');
  });
});
