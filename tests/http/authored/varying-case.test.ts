/** A school's own case that varies: checked card by card, and drilled on the cards that a shipped one would be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import type { CaseCards } from '#contract/authored.ts';
import type { Plan } from '#contract/runs.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { makeReport } from '#scoring/report.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import {
  type AuthoredWorld,
  authoredWorld,
  checkedIn,
  filesOf,
  ownYaml,
  savedIn,
} from '#tests/http/support/authored-world.ts';
import { codeOf, valueIn, withoutId } from '#tests/http/support/test-server.ts';
import { top } from '#tests/sockets/shipped-cases.ts';

const FIT = 'product-advice/own-fit';
const fixture = (ending: string): string =>
  readFileSync(join(top, 'tests', 'fixtures', 'authored', `own-fit${ending}`), 'utf8');
const [YAML, PLAN] = [fixture('.yaml'), fixture('.testplan.yaml')];
const CARDS = 6;
const idIn = (value: unknown): string => String(Object(value).id);

const check = async ({ post }: AuthoredWorld, yaml = YAML, plan = PLAN) =>
  checkedIn(await post('authored/check', { files: filesOf(yaml, plan), case: null }));
const published = async (world: AuthoredWorld) => {
  const saved = savedIn(await world.post('authored', { files: filesOf(YAML, PLAN), note: '' }));
  valueIn(await world.post(`authored/${saved.case}/publish`, { version: saved.saved }));
  return saved;
};
const contentOf = async ({ server }: AuthoredWorld, drill: string): Promise<ContentData> => {
  const record = await server.application.runner.record(drill);
  if (record === null) throw new Error(`${drill} isn't there`);
  return record.content;
};
const caseIn = ({ scenarios }: ContentData): Scenario => {
  const [first] = scenarios;
  if (first === undefined) throw new Error('a drill without a case');
  return first;
};
const practised = async (world: AuthoredWorld, seed: number | null): Promise<ContentData> => {
  const body = { scenarios: [FIT], ...(seed === null ? {} : { seed }) };
  return contentOf(world, idIn(valueIn(await world.post('drills', body, await world.as('trainee')))));
};
const rightWords = (content: ContentData): string => caseIn(content).beats[0]?.asks[0]?.points[0]?.says ?? '';
/** Asks for the figures and says this. */
const codesOf = (content: ContentData, words: string): string[] => {
  const say = (text: string) => [{ text }];
  const asked = { to: 'ask', afterS: 8, do: [], say: say('在的，您身高体重说一下？'), repeat: false };
  const replies = [asked, { to: 'any', afterS: 8, do: [], say: say(words), repeat: false }];
  const play = { scenarios: [FIT], replies, seed: 1, mode: 'lesson' as const, contentHash: 'h' };
  return makeReport(content, playDrill(prepare(content), play)).findings.map(({ code }) => code);
};

describe('the check of an uploaded case that varies', () => {
  test('plays its cards, and tells how many, of which none is open [K7]', async () => {
    const world = await authoredWorld();
    const checked = await check(world);
    expect(checked).toMatchObject({ errors: 0, warnings: 0, refused: null, head: { id: FIT } });
    expect(checked.cards).toEqual({ all: CARDS, covering: CARDS, judged: CARDS, played: CARDS, allWritten: true });
    const plain = checkedIn(await world.post('authored/check', { files: filesOf(ownYaml()), case: null }));
    expect(plain.cards).toBeNull();
  });

  test('names the line, the file and a card of what is wrong on some cards alone [K7]', async () => {
    const world = await authoredWorld();
    const line = '{when: 急, use: 〔product 【行.货 id】〕 ⏎ 我买这个';
    const oneWording = await check(world, YAML.replace(line, line.replace(' ⏎', '〔product nowhere〕 ⏎')));
    expect(oneWording.diagnostics).toMatchObject([
      { code: 'unknown-card', file: 'own-size.yaml', text: expect.stringContaining('〔product nowhere〕') },
    ]);
    expect(oneWording.diagnostics[0]?.message).toMatch(/查的 6 张牌里有 1 张，例如第 \d 张：行 .+ · 脾气 hurried/);
    const open = await check(world, YAML.replace('⏎ 帮我定一个', '⏎ 【没有】帮我定一个'));
    expect(open.diagnostics).toMatchObject([{ code: 'unknown-slot', message: expect.stringMatching(/例如第 \d 张/) }]);
    // Ninety is enough for the testplan's band, and too little for a card that trainees meet.
    const answer = '{to: ask, after: 7s, say: "那您拿';
    const slow = PLAN.replace(answer, answer.replace('7s', '{when: 急, use: 7s, else: 40s}'));
    expect((await check(world, YAML, slow)).diagnostics).toMatchObject([
      {
        ...{ code: 'testplan-score', file: 'own-size.testplan.yaml', severity: 'error' },
        message: expect.stringMatching(/^model：得分 9\d，.+ 95 分以上.+6 张牌里有 3 张，例如第 \d 张：.+ student）$/),
      },
    ]);
  });

  test('has one shop, and a deck of which a card is legal', async () => {
    const world = await authoredWorld();
    const shops = await check(world, YAML.replace('shop: suibu', 'shops: [suibu]'));
    expect(shops.refused).toMatchObject({ code: 'case-unreadable' });
    expect(shops.diagnostics[0]).toMatchObject({ code: 'schema', text: 'shops: [suibu]' });
    const none = await check(world, YAML.replace('answer: [码]', 'answer: [码]\n  never: [急, not 急]'));
    expect(none.diagnostics).toMatchObject([{ code: 'none-legal' }]);
  });
});

describe('a published case that varies', () => {
  test('asks another question on another seed, where the right words of the first are wrong [K8]', async () => {
    const world = await authoredWorld();
    await published(world);
    const contents = await Promise.all([0, 1, 2, 3].map((seed) => practised(world, seed)));
    expect(contents.map((content) => caseIn(content).variant?.card)).toEqual([0, 1, 2, 3]);
    const [first, second] = contents;
    if (first === undefined || second === undefined) throw new Error('no drills');
    expect(caseIn(second).beats[0]?.says).not.toEqual(caseIn(first).beats[0]?.says);
    expect(JSON.stringify(contents.map(caseIn))).not.toMatch(/【|"when"/);
    const [right, other] = [rightWords(first), rightWords(second)];
    expect([right, other].toSorted()).toEqual(['建议您拿L', '建议您拿M']);
    expect(codesOf(first, right)).not.toContain('wrong-fact');
    expect(codesOf(second, right)).toContain('wrong-fact');
    expect(codesOf(second, other)).not.toContain('wrong-fact');
    // Practised again without a seed, its owner's own deck is dealt on.
    const again = await Promise.all([practised(world, null)]);
    expect(again.map((content) => caseIn(content).variant?.card)).toEqual([4]);
  });

  const marksOf = async (world: AuthoredWorld, plan: Partial<Plan>) => {
    const wanted = { ...lessonPlan, scenarios: [FIT], incidents: [], ...plan };
    const made = valueIn(await world.post('runs', { name: '第一节', classId: null, plan: wanted }));
    const { code } = made as { code: string };
    const join = async (name: string) => valueIn(await world.post(`join/${code}`, { name }, null));
    const marks = async (count: number) => {
      const { server } = world;
      await vi.waitFor(async () => expect(await server.storage.drillsOfRun(idIn(made))).toHaveLength(count), {
        timeout: 600_000,
      });
      const drills = await server.storage.drillsOfRun(idIn(made));
      const contents = await Promise.all(drills.map(({ id }) => contentOf(world, id)));
      return contents.map((content) => caseIn(content).variant);
    };
    for (const name of ['王小明', '李静']) await join(name);
    valueIn(await world.post(`runs/${idIn(made)}/stage`, { stage: 'drill' }));
    await world.clock.settle();
    return { run: idIn(made), join, marks };
  };

  test('is dealt in a run as a shipped one is, in the version the run was planned with [K8]', async () => {
    const world = await authoredWorld();
    const saved = await published(world);
    const own = await marksOf(world, { seed: 'own' });
    const before = await own.marks(2);
    expect(before.map((mark) => [mark?.deck, mark?.card])).toEqual([
      [own.run, 0],
      [own.run, 1],
    ]);
    expect(new Set(before.map((mark) => JSON.stringify(mark?.drawn))).size).toBe(2);
    const same = await marksOf(world, { seed: 'same' });
    expect((await same.marks(2)).map((mark) => [mark?.deck, mark?.card])).toEqual([
      [same.run, 0],
      [same.run, 0],
    ]);
    // The next version doesn't vary; a run planned before, and drills that have begun, don't know of it.
    const next = savedIn(
      await world.post(`authored/${saved.case}/versions`, { files: filesOf(ownYaml(FIT)), note: '' }),
    );
    valueIn(await world.post(`authored/${saved.case}/publish`, { version: next.saved }));
    await own.join('陈晨');
    const after = await own.marks(3);
    expect(after.slice(0, 2)).toEqual(before);
    expect(after[2]).toMatchObject({ deck: own.run, card: 2, template: before[0]?.template });
    expect(caseIn(await practised(world, 1)).variant).toBeUndefined();
  });

  test('is sealed by an exam like any other case [K8]', async () => {
    const world = await authoredWorld();
    await published(world);
    await marksOf(world, { seed: 'own', mode: 'exam' });
    const body = { scenarios: [FIT], seed: 2 };
    expect(codeOf(await world.post('drills', body, await world.as('trainee')))).toBe('case-in-exam');
  });
});

describe('the cards of a case', () => {
  test('are listed for its school’s teachers with what is right on each, and tried by number [K9]', async () => {
    const world = await authoredWorld();
    const saved = await published(world);
    const at = `authored/${saved.case}`;
    const path = `${at}/cards?version=${saved.saved}`;
    const { varies, all, cards } = valueIn(await world.get(path)) as CaseCards;
    expect([varies, all, cards.map(({ card }) => card)]).toEqual([true, CARDS, [0, 1, 2, 3, 4, 5]]);
    expect(cards[0]?.drawn.map(({ name }) => name)).toEqual(['行', '脾气']);
    for (const { card, right } of cards) {
      const opened = valueIn(await world.post(`${at}/try`, { version: saved.saved, card }));
      const content = await contentOf(world, idIn(opened));
      expect(caseIn(content).variant).toMatchObject({ deck: '', card });
      expect(right).toEqual([{ name: '码', value: rightWords(content).slice(-1) }]);
    }
    expect((valueIn(await world.get(`${path}&from=4`)) as CaseCards).cards.map(({ card }) => card)).toEqual([4, 5]);
    expect((valueIn(await world.get(`${path}&from=40`)) as CaseCards).cards).toEqual([]);
    expect(codeOf(await world.get(`${at}/cards?version=nothing`))).toBe('unknown-version');
    for (const wrong of [`${path}&from=-1`, `${path}&from=x`, `${at}/cards`])
      expect(codeOf(await world.get(wrong))).toBe('bad-request');
    expect(codeOf(await world.post(`${at}/try`, { version: saved.saved, card: 1.5 }))).toBe('bad-request');

    expect((await world.get(path, await world.as('admin'))).status).toBe(200);
    for (const person of ['trainee', 'mentor'])
      expect((await world.get(path, await world.as(person))).status).toBe(403);
    expect((await world.get(path, null)).status).toBe(401);
    const [foreign, nothing] = [
      await world.get(path, await world.as('teacher2')),
      await world.get(path.replace(saved.case, 'no')),
    ];
    expect(foreign.status).toBe(404);
    expect(withoutId(foreign)).toEqual(withoutId(nothing));
  });

  test('are none of a plain case, which is tried without one [K9]', async () => {
    const world = await authoredWorld();
    const saved = savedIn(await world.post('authored', { files: filesOf(ownYaml()), note: '' }));
    const cards = valueIn(await world.get(`authored/${saved.case}/cards?version=${saved.saved}`));
    expect(cards).toEqual({ varies: false, all: 0, from: 0, cards: [] });
    const opened = valueIn(await world.post(`authored/${saved.case}/try`, { version: saved.saved, card: 3 }));
    expect(caseIn(await contentOf(world, idIn(opened))).variant).toBeUndefined();
  });
});
