/** 转化率, 客单价, 满意度 and 质检 of one team, worked out by hand; and where a drill's counts come from. */
import { describe, expect, test } from 'vitest';
import { figuredDrills } from '#classroom/results/figured-drills.ts';
import { type DrillFact, type DrillFacts, figureOf, indicatorFacts } from '#classroom/terms/indicators.ts';
import { DEFAULT_RULES, rulesOf } from '#classroom/terms/rules.ts';
import { teamResult } from '#classroom/terms/team-ranking.ts';
import { dimensionId } from '#contract/report.ts';
import type { TradeCounts } from '#contract/report-figures.ts';
import { sheetRulesSchema } from '#contract/terms/sheet.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { Storage } from '#storage/storage.ts';
import { run } from '#tests/classroom/terms/support/term-runs.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { append, row } from '#tests/storage/contract.ts';
import { aResult } from '#tests/storage/results-contract.ts';
import { seat } from '#tests/storage/runs-contract.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const NOTHING: TradeCounts = { paid: 0, enquirers: 0, sales: 0, buyers: 0, satisfied: 0, rated: 0 };
const drill = (trade: Partial<TradeCounts>, score: number, inspected: number | null = null): DrillFact => ({
  ...{ firstResponseS: 20, meanResponseS: 30, answerRate: 100, served: 1 },
  ...{ score, inspected, trade: { ...NOTHING, ...trade } },
});
const who = (...drills: DrillFact[]): DrillFacts => ({ drills, waiting: 0, planned: drills.length });

/** Three members: one with two drills, one who sold nothing, one whose only customer was after the sale. */
const TEAM = [
  who(
    drill({ enquirers: 1, paid: 1, buyers: 1, sales: 459, rated: 1, satisfied: 1 }, 80, 90),
    drill({ enquirers: 3, paid: 2, buyers: 2, sales: 100.5, rated: 3, satisfied: 1 }, 70),
  ),
  who(drill({ enquirers: 2, rated: 1 }, 60)),
  who(drill({ rated: 1, satisfied: 1 }, 90, 75)),
];

describe('the trade’s figures of a team', () => {
  test('are means of what each member’s customers came to together [J85] [L2]', () => {
    const { figures } = teamResult(DEFAULT_RULES.indicators, TEAM);
    const told = Object.fromEntries(figures.map(({ id, value, measured }) => [id, [value, measured]]));
    expect(told).toMatchObject({
      // The first: 3 of 4 paid, 75 %, and no mean of 100 % and 66.7 %. The second: 0 of 2. (75 + 0) ÷ 2.
      conversion: [37.5, 2],
      // (459 + 100.5) ÷ 3 buyers = 186.5; nobody else had a buyer.
      basket: [186.5, 1],
      // 2 of 4 rated: 50 %; 0 of 1; 1 of 1. (50 + 0 + 100) ÷ 3.
      satisfaction: [50, 3],
      // (90 by staff + 70 by the scorecard) ÷ 2 = 80; 60 by the scorecard; 75 by staff. (80 + 60 + 75) ÷ 3.
      inspection: [71.7, 3],
    });
  });

  test('count in no mark until a term gives them a share [J85]', () => {
    const [first] = TEAM;
    if (first === undefined) throw new Error('no member');
    expect(indicatorFacts(DEFAULT_RULES.indicators, first).map(({ id }) => id)).not.toContain('conversion');
    const halves = [
      { id: 'conversion', target: 80, share: 50 },
      { id: 'basket', target: 373, share: 50 },
    ] as const;
    // 75 of 80 and 186.5 of 373: (0.938 + 0.5) ÷ 2, of 100.
    expect(teamResult(halves, [first]).score).toBe(71.9);
    expect(figureOf('conversion', [drill({}, 50)])).toBeNull();
  });

  test('rules saved before there were such have them without a share [J85]', () => {
    const rules = { ...DEFAULT_RULES, indicators: [{ id: 'score', target: 70, share: 100 } as const] };
    const { indicators } = rulesOf({ rules });
    expect(indicators.map(({ share }) => share).reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(indicators.find(({ id }) => id === 'satisfaction')).toEqual({ id: 'satisfaction', target: 90, share: 0 });
    expect(sheetRulesSchema.safeParse(rulesOf({ rules })).success).toBe(true);
    expect(rulesOf({ rules: DEFAULT_RULES }).indicators).toEqual(DEFAULT_RULES.indicators);
  });
});

const { trade: _, ...BEFORE } = aResult(64);

/** One seat with one ended drill; a drill's log has its row, unless its words were deleted. */
const oneDrill = async (storage: Storage): Promise<ReturnType<typeof run>> => {
  const stored = run('a', { publishedAt: 1 });
  await storage.runs.createRun(stored, [seat('s-a', { run: 'a', person: 'jia', joinedAt: 1, guest: 'g' })]);
  const place = { school: 's1', run: 'a', seat: 's-a', person: 'jia', redo: null };
  await storage.createDrill(row('d', { openedAt: 1, place }));
  await storage.appendAll([append('d', 0, { state: 'ended', running: false, endedAt: 2 })]);
  return stored;
};

describe('a drill’s own counts', () => {
  test('of an older result are made anew when they are asked for, and only then [J85]', async () => {
    const storage = await openReady(tempFolder());
    const stored = await oneDrill(storage);
    await storage.results.putResult('d', 1, BEFORE);
    let reports = 0;
    const report: DrillRecords['report'] = async () => {
      reports += 1;
      await storage.results.putResult('d', 2, aResult(64));
      return { ok: true, value: {} as never };
    };
    const runner = { report, record: async () => null };
    const resultOf = async (isAsked: boolean) => (await figuredDrills({ storage, runner }, stored, isAsked))[0]?.drills;
    expect((await resultOf(false))?.[0]?.result?.trade).toBeUndefined();
    expect(reports).toBe(0);
    expect((await resultOf(true))?.[0]?.result?.trade).toEqual(NOTHING);
    await resultOf(true);
    expect(reports).toBe(1);
    await storage.results.putResult('d', 3, BEFORE);
    const broken = { report: () => Promise.reject(new Error('not compatible')), record: async () => null };
    const [kept] = await figuredDrills({ storage, runner: broken }, stored, true);
    expect(kept?.drills[0]?.result).toMatchObject({ score: 64, inspected: null });
    await storage.close();
  });

  test('have what staff handed in of it in 质检, and nothing of classmates [J85]', async () => {
    const storage = await openReady(tempFolder());
    const stored = await oneDrill(storage);
    await storage.results.putResult('d', 1, aResult(64));
    const runner = {
      report: () => Promise.reject(new Error('no report is needed')),
      record: async () => ({ content: { rubric } }) as never,
    };
    const marking = (level: 'full' | 'none') => ({
      ...{ dimensions: {} as never, redLine: { crossed: false, code: null, line: null }, complaint: null },
      dimensions: Object.fromEntries(dimensionId.options.map((id) => [id, { level, faults: [] }])) as never,
    });
    await storage.inspections.pick('a', ['d'], 1);
    const mark = async (inspector: { person: string } | { seat: string }, level: 'full' | 'none') => {
      await storage.inspections.save({ run: 'a', drill: 'd', inspector, marking: marking(level), at: 2 });
      await storage.inspections.handIn('d', 'person' in inspector ? inspector.person : inspector.seat, 3);
    };
    const inspected = async () =>
      (await figuredDrills({ storage, runner }, stored, true))[0]?.drills[0]?.result?.inspected;
    await mark({ seat: 's-b' }, 'none');
    expect(await inspected()).toBeNull();
    await mark({ person: 'teacher' }, 'full');
    expect(await inspected()).toBe(100);
    await mark({ person: 'mentor' }, 'none');
    expect(await inspected()).toBe(50);
    await storage.close();
  });
});
