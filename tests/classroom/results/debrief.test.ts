import { describe, expect, test } from 'vitest';
import { withoutName } from '#classroom/results/anonymous.ts';
import { bookmarksOf } from '#classroom/results/bookmarks.ts';
import { classReport } from '#classroom/results/class-report.ts';
import { debriefOf } from '#classroom/results/debrief.ts';
import { createReplayBoards } from '#classroom/results/replay-board.ts';
import { runResults } from '#classroom/results/results.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { eventsOf, goldenCatalog, plan, STARTED_AT, storeDrill } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';

const model = eventsOf('model');
const poor = eventsOf('poor');
const silent = eventsOf('silent');

/** The same log, its trainee's words begun with others. */
const saying = (events: readonly DrillEvent[], words: string): DrillEvent[] =>
  events.map((event) => (event.kind === 'trainee-said' ? { ...event, text: words + event.text } : event));

const talk = async (seats: Parameters<typeof resultsRoom>[0]) => {
  const room = await resultsRoom(seats);
  const results = await runResults(room, room.run);
  return { room, results, ...(await debriefOf(room, room.rubric, room.run, results)) };
};

const CLASS = [
  { name: '张小明', drills: [saying(poor, '我是张小明，')] },
  { name: '李雷', drills: [saying(poor, '小明让我说')] },
  { name: '韩梅梅', drills: [saying(model, '韩梅梅为您服务，')] },
  { name: '王芳', drills: [silent], lateMs: 300_000 },
];

describe('the debrief', () => {
  test('shows the three commonest faults of comparable seats, each with its advice', async () => {
    const { debrief, results } = await talk(CLASS);
    expect(debrief.picks).toHaveLength(3);
    expect(debrief.picks.map(({ seats, of }) => [seats, of])).toEqual([
      [2, 3],
      [2, 3],
      [2, 3],
    ]);
    // 王芳 came late and said nothing; faults that only she had are left out of the debrief.
    expect(debrief.picks.map(({ code }) => code)).not.toContain('unanswered');
    expect(results.figures.faults[0]?.code).toBe(debrief.picks[0]?.code);
    for (const { advice } of debrief.picks) expect(advice).toMatch(/。$/);
  });

  test('shows beside a poor turn a good one to the same question, or else a suggestion', async () => {
    const { debrief } = await talk(CLASS);
    const wrong = debrief.picks.find(({ code }) => code === 'wrong-fact');
    expect(wrong?.poor.customer).toEqual(wrong?.good?.customer);
    expect(wrong?.good?.source.seat).toBe('seat3');
    expect(wrong?.good?.faults).toEqual([]);
    expect(wrong?.poor.faults).toHaveLength(1);
    for (const { poor: shown, good } of debrief.picks) expect(good !== null || shown.better !== null).toBe(true);
  });

  test('names nobody: a name within a reply is blanked, and the underlining still fits', async () => {
    const { debrief } = await talk(CLASS);
    const turns = debrief.picks.flatMap(({ poor: shown, good }) => (good === null ? [shown] : [shown, good]));
    const words = turns.map(({ reply, customer }) => [reply, ...customer].join('\n')).join('\n');
    expect(words).not.toContain('张小明');
    expect(words).not.toContain('韩梅梅');
    expect(words).toContain('○○○为您服务');
    const marked = debrief.picks.find(({ code }) => code === 'wrong-fact')?.poor;
    const [range] = marked?.faults ?? [];
    expect(range).toBeDefined();
    expect(marked?.reply.length).toBeGreaterThanOrEqual(range?.end ?? Number.POSITIVE_INFINITY);
  });

  test('blanks a given name too, but no single character', () => {
    expect(withoutName('我是小明，张小明', '张小明')).toBe('我是○○，○○○');
    expect(withoutName('明天发，王', '王')).toBe('明天发，王');
    expect(withoutName('李雷在', '李雷')).toBe('○○在');
  });

  test('shows how long a silence lasted where the fault has no words', async () => {
    const { debrief } = await talk([
      { name: '甲', drills: [silent] },
      { name: '乙', drills: [model] },
    ]);
    const [pick] = debrief.picks;
    expect(pick).toMatchObject({ code: 'customer-left', poor: { reply: '', faults: [] } });
    expect(pick?.poor.seconds).toBeGreaterThan(60);
    expect(pick?.poor.instead).toMatch(/^等了 .+，走了$/);
    expect(pick?.poor.why).toMatch(/^客户要的话一直没有等到/);
    // The customer left because nobody answered: the debrief has that once.
    expect(debrief.picks.map(({ code }) => code)).not.toContain('unanswered');
  });

  test('quotes the words of the teacher’s bookmarks, but not of removed ones', async () => {
    const room = await resultsRoom([{ name: '甲', drills: [poor] }]);
    const said = poor.find((event) => event.kind === 'trainee-said');
    const asked = poor.find((event) => event.kind === 'customer-said');
    const mark = (id: string, message: string | undefined) =>
      room.storage.runs.addLog({
        id,
        run: 'r1',
        at: STARTED_AT + 1,
        by: 'wang',
        kind: 'mark',
        seat: 'seat1',
        body: { drill: 'd1-1', conversation: 'c1', message, note: '看这句' },
      });
    await mark('m1', said?.id);
    await mark('m2', asked?.id);
    await mark('m3', said?.id);
    await room.storage.runs.addLog({
      id: 'x',
      run: 'r1',
      at: STARTED_AT + 2,
      by: 'wang',
      kind: 'mark-removed',
      seat: null,
      body: { mark: 'm3' },
    });
    const results = await runResults(room, room.run);
    const { debrief } = await debriefOf(room, room.rubric, room.run, results);
    expect(debrief.marks).toMatchObject([
      { id: 'm1', by: '王老师', note: '看这句', seatName: '甲', text: said?.text, turn: { source: { turn: 1 } } },
      { id: 'm2', turn: { source: { turn: 1 } } },
    ]);
  });

  test('reads a drill with several bookmarks once for all of them', async () => {
    const room = await resultsRoom([{ name: '甲', drills: [poor] }]);
    const bodies = poor.flatMap((event) =>
      event.kind === 'trainee-said' ? [{ drill: 'd1-1', conversation: 'c1', message: event.id, note: '' }] : [],
    );
    expect(bodies.length).toBeGreaterThan(1);
    for (const [at, body] of bodies.entries())
      await room.storage.runs.addLog({ id: `m${at}`, run: 'r1', at, by: 'wang', kind: 'mark', seat: 'seat1', body });
    const results = await runResults(room, room.run);
    const { report } = room.runner;
    const read: string[] = [];
    room.runner.report = (drill, ...rest) => {
      read.push(drill);
      return report(drill, ...rest);
    };
    const bookmarks = await bookmarksOf(room, room.run, results.seats);
    expect(bookmarks.map(({ turn }) => turn !== null)).toEqual(bodies.map(() => true));
    expect(read).toEqual(['d1-1']);
  });
});

describe('a bookmark on a customer’s picture', () => {
  const drawn = { id: 'sole', picture: '/pictures/customer/sole.svg', alt: '鞋底沾着灰', width: 360, height: 240 };

  test.each([
    ['by its words', [drawn], '〔图片：鞋底沾着灰〕'],
    ['as a picture where none was drawn', undefined, '〔图片〕'],
  ])('comes %s', async (_how, pictures, text) => {
    const bubble = { kind: 'picture' as const, picture: 'sole' };
    const sent = poor.map((event) => (event.kind === 'customer-said' ? { ...event, bubble } : event));
    const room = await resultsRoom([{ name: '甲', drills: [sent] }]);
    const { record } = room.runner;
    const message = sent.find((event) => event.kind === 'customer-said')?.id;
    room.runner.record = async (drill) => {
      const found = await record(drill);
      return found === null ? null : { ...found, content: { ...found.content, pictures } };
    };
    const body = { drill: 'd1-1', conversation: 'c1', message, note: '看图' };
    await room.storage.runs.addLog({
      id: 'm',
      run: 'r1',
      at: STARTED_AT + 1,
      by: 'wang',
      kind: 'mark',
      seat: 'seat1',
      body,
    });
    const results = await runResults(room, room.run);
    const { debrief } = await debriefOf(room, room.rubric, room.run, results);
    expect(debrief.marks).toMatchObject([{ id: 'm', text }]);
  });
});

describe('the class’s report', () => {
  test('says what to teach with a quote, who needs a word and why, and who did well', async () => {
    const { results, debrief, cards } = await talk([
      { name: '甲', drills: [poor] },
      { name: '乙', drills: [model] },
      { name: '丙', drills: [silent] },
      { name: '丁', joined: false },
    ]);
    const report = classReport(results, { debrief, cards }, plan.scenarios, goldenCatalog.data);
    expect(report.spread).toHaveLength(10);
    expect(report.spread.reduce((a, b) => a + b, 0)).toBe(3);
    expect(report.spread[9]).toBe(1);
    expect(report.teach).toHaveLength(3);
    for (const one of report.teach) {
      expect(one.reply === '').toBe(one.instead !== null);
      expect(one.better).not.toBeNull();
      expect(one.why).toMatch(/^3 人里 1 人出现，共 \d+ 次(，丢 [\d.]+ 分)?$/);
    }
    expect(report.help).toEqual({
      seats: [
        { name: '丙', no: '03', why: '整场没有回一句' },
        { name: '丁', no: '04', why: '没有进来' },
      ],
      more: 0,
    });
    expect(report.well).toMatchObject({ seats: [{ name: '乙' }], more: 0 });
    const length = JSON.stringify([report.teach, report.cases, report.help, report.well]).length;
    expect(length).toBeLessThan(2500);
  });
});

describe('the report of a small or empty class', () => {
  const reportOf = async (seats: Parameters<typeof resultsRoom>[0]) => {
    const { results, debrief, cards } = await talk(seats);
    return { debrief, results, report: classReport(results, { debrief, cards }, plan.scenarios, goldenCatalog.data) };
  };

  test('with one seat has no pair and no mean', async () => {
    const { report, debrief } = await reportOf([{ name: '甲', drills: [poor] }]);
    expect(debrief.picks.length).toBeGreaterThan(0);
    for (const { good, seats, of } of debrief.picks) expect([good, seats, of]).toEqual([null, 1, 1]);
    for (const { why } of report.teach) expect(why).toMatch(/^1 人里 1 人出现，共 \d+ 次(，丢 [\d.]+ 分)?$/);
    expect(report.well).toEqual({ seats: [], more: 0 });
  });

  test('with perfect drills has nothing to teach and nobody in need', async () => {
    const { report, debrief, results } = await reportOf([
      { name: '甲', drills: [model] },
      { name: '乙', drills: [model] },
    ]);
    expect([debrief.picks, report.teach, report.help]).toEqual([[], [], { seats: [], more: 0 }]);
    expect(report.well.seats.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(results.figures).toMatchObject({ n: 2, passed: 2, leftOut: 0 });
  });

  test('has no figures if nobody finished or came, and names whom to ask after', async () => {
    const unfinished = poor.filter(({ kind }) => kind !== 'drill-ended');
    const { report, results } = await reportOf([
      { name: '甲', drills: [unfinished] },
      { name: '乙', joined: false },
    ]);
    expect(results.figures).toMatchObject({ n: 0, leftOut: 1, mean: null, median: null, passed: 0 });
    expect([report.teach, report.well]).toEqual([[], { seats: [], more: 0 }]);
    expect(report.help.seats).toEqual([
      { name: '乙', no: '02', why: '没有进来' },
      { name: '甲', no: '01', why: '还在演练' },
    ]);
  });
});

describe('the board of a replay task', () => {
  const redo = (turn: number) => ({
    id: 'o1',
    run: 'r1',
    drill: 'd1-1',
    conversation: 'c1',
    turn,
    at: STARTED_AT + 800_000,
    closedAt: null,
  });

  test('[N7] shows every answer without names, with its points, and how many are still at it', async () => {
    const room = await resultsRoom(CLASS);
    const boards = createReplayBoards(room);
    expect(await boards.board(room.run)).toBeNull();
    await room.storage.runs.addReplayTask(redo(1));
    const before = poor.slice(
      0,
      poor.findIndex((event) => event.kind === 'trainee-said'),
    );
    await storeDrill(room.storage, 'o1-1', 1, saying(poor, '我是张小明，'), 'o1');
    await storeDrill(room.storage, 'o1-3', 3, saying(model, '韩梅梅在，'), 'o1');
    await storeDrill(room.storage, 'o1-2', 2, before, 'o1');
    const board = await boards.board(room.run);
    expect(board).toMatchObject({ id: 'o1', open: true, waiting: 1 });
    expect(board?.customer.length).toBeGreaterThan(0);
    expect(board?.original?.source).toMatchObject({ seat: 'seat1', turn: 1 });
    expect(board?.original?.reply).not.toContain('张小明');
    const bySeat = new Map(board?.answers.map((answer) => [answer.seat, answer]));
    expect([...bySeat.keys()].toSorted()).toEqual(['seat1', 'seat3']);
    const good = bySeat.get('seat3');
    expect(good).toMatchObject({ good: true, wrong: 0 });
    expect(good?.covered).toBe(good?.of);
    expect(good?.text).toContain('○○○在');
    expect(good?.reaction).not.toBe('');
    expect(bySeat.get('seat1')).toMatchObject({ good: false });
    expect(bySeat.get('seat1')?.covered).toBeLessThan(good?.of ?? 0);
  });

  test('[T11] puts a bystander’s line before the customer’s burst, and keeps the burst together', async () => {
    const first = poor.findIndex((event) => event.kind === 'trainee-said');
    const at = poor[first]?.at ?? 0;
    const said: DrillEvent = { kind: 'bystander-said', at, conversation: 'c1', id: 'b1', name: '美美妈', text: '同问' };
    const crowded = poor.toSpliced(first, 0, { ...said, at: at - 1 });
    const boardOf = async (log: readonly DrillEvent[]) => {
      const room = await resultsRoom([{ name: '张小明', drills: [[...log]] }]);
      await room.storage.runs.addReplayTask(redo(1));
      return createReplayBoards(room).board(room.run);
    };
    const [plain, crowd] = [await boardOf(poor), await boardOf(crowded)];
    expect(crowd?.customer).toEqual(plain?.customer);
    expect(crowd?.before).toEqual([...(plain?.before ?? []), { by: 'bystander', name: '美美妈', text: '同问' }]);
  });

  test('keeps one order from call to call that isn’t the roster’s', async () => {
    const room = await resultsRoom(Array.from({ length: 6 }, (_, i) => ({ name: `学员${i}`, drills: [poor] })));
    await room.storage.runs.addReplayTask(redo(1));
    for (let seat = 1; seat <= 6; seat++) await storeDrill(room.storage, `o1-${seat}`, seat, model, 'o1');
    const order = async (): Promise<string[] | undefined> =>
      (await createReplayBoards(room).board(room.run))?.answers.map(({ seat }) => seat);
    const seats = await order();
    expect(await order()).toEqual(seats);
    expect(seats).not.toEqual(seats?.toSorted());
  });
});
