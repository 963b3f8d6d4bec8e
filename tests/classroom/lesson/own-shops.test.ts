/** 各队演自己的店: a run in which each team's seats get the cases of its own shop. */
import { describe, expect, test } from 'vitest';
import { dayOf } from '#classroom/exports/local-time.ts';
import { casesOfShop } from '#classroom/own-shops/shop-cases.ts';
import { planSchema } from '#contract/runs.ts';
import { casesOf } from '#drills/catalog/drill-cases.ts';
import {
  classRoom,
  lessonPlan,
  newRun,
  type SeatTab,
  seatTab,
  sit,
  TEACHER,
  value,
} from '#tests/classroom/support/class-room.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';

const { catalog } = shipped();
const { scenarios } = catalog.data;
const of = (id: string) => scenarios.find((one) => one.id === id);
const usual = (shop: string) => scenarios.filter((one) => one.shop === shop && one.incident === null);
const [first, second] = usual('tinghe');
const planned = [first?.id ?? '', second?.id ?? ''];
const nothing = () => false;

describe('a shop’s cases in place of those chosen', () => {
  test('are as many, of its own, none twice, of the same type where the shop has one [J92]', () => {
    for (const shop of ['guchui', 'poshang', 'suibu']) {
      const found = casesOfShop(catalog, planned, shop, nothing) ?? [];
      expect(found.map((id) => of(id)?.shop)).toEqual([shop, shop]);
      expect(new Set(found).size).toBe(2);
      for (const [place, id] of found.entries()) {
        const type = of(planned[place] ?? '')?.type;
        const has = usual(shop).some((one) => one.type === type);
        if (has && place === 0) expect(of(id)?.type).toBe(type);
        expect(of(id)?.incident).toBeNull();
      }
    }
  });

  test('stay where they are the shop’s, leave out what an exam seals, and aren’t there where it has too few [J92]', () => {
    expect(casesOfShop(catalog, planned, 'tinghe', nothing)).toEqual(planned);
    const [one = ''] = casesOfShop(catalog, planned, 'guchui', nothing) ?? [];
    expect(casesOfShop(catalog, planned, 'guchui', (id) => id === one)).not.toContain(one);
    const last = usual('guchui').at(-1)?.id;
    expect(casesOfShop(catalog, planned, 'guchui', (id) => id !== last)).toBeNull();
    expect(casesOfShop(catalog, planned, 'nowhere', nothing)).toBeNull();
  });
});

test('each seat gets its team’s shop’s cases, the others the plan’s, and the run says which [J92]', async () => {
  const room = await classRoom(undefined, catalog);
  const { storage, classroom, clock } = room;
  const day = dayOf(clock.now());
  await storage.terms.create({
    ...{ id: 'm1', school: 's1', classId: 'k1', name: '实训周', firstDay: day, lastDay: day },
    ...{ rules: null, version: 0, createdBy: TEACHER.id, createdAt: clock.now() },
  });
  const [a, b, c] = await storage.people.members('k1');
  const member = (one = a) => ({ person: one?.person ?? '', leader: false, shift: null });
  const teams = [
    { name: '甲队', shop: 'guchui', members: [member(a)] },
    { name: '乙队', members: [member(b)] },
    { name: '丙队', shop: 'gone', members: [member(c)] },
  ];
  await storage.teams.putTeams('m1', { version: 1, awards: [], teams });
  const dealt = casesOfShop(catalog, planned, 'guchui', nothing) ?? [];
  const titles = dealt.map((id) => of(id)?.title);
  const shown = [
    { team: '甲队', shopName: '谷炊生活电器', titles },
    { team: '乙队', shopName: null, titles: null },
    { team: '丙队', shopName: 'gone', titles: null },
  ];
  expect(await classroom.runs.ownShops(TEACHER, 'k1', planned)).toEqual(shown);
  const run = await newRun(room, { scenarios: planned, incidents: [], ownShops: true });
  expect(run.ownShops).toEqual(shown);
  const tabs: SeatTab[] = [];
  for (const [place, guest] of ['g1', 'g2', 'g3'].entries()) {
    const { seat } = await sit(room, run, guest, place + 1);
    tabs.push(await seatTab(room, seat.id, guest));
  }
  value(await classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await clock.settle();
  const rows = await storage.drillsOfRun(run.id);
  const casesAt = (place: number) => rows.flatMap((row) => (row.id === tabs[place]?.last().drill ? casesOf(row) : []));
  expect([0, 1, 2].map(casesAt)).toEqual([dealt, planned, planned]);
  expect(tabs.map((tab) => tab.last().run.scenarios)).toEqual([dealt, planned, planned]);
});

test('a rush and an exam have none [J92]', () => {
  expect(planSchema.safeParse({ ...lessonPlan, ownShops: true }).success).toBe(true);
  expect(planSchema.safeParse({ ...lessonPlan, mode: 'exam', ownShops: true }).success).toBe(false);
  const rush = { profile: 'd618', level: 3, minutes: 5, shop: 'suibu', capacity: 1 };
  expect(planSchema.safeParse({ ...lessonPlan, scenarios: [], rush, ownShops: true }).success).toBe(false);
});
