import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ErasurePreview } from '#contract/personal-data/erasing.ts';
import type { RunResults } from '#contract/results.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { type Answer, codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';
import { aPersonalReply } from '#tests/storage/seat-work/personal-replies-contract.ts';
import { type DataWorld, dataWorld, everythingStored, OTHER, OWN, PASSWORD } from './data-world.ts';

const previewOf = (answer: Answer) => valueIn(answer) as ErasurePreview;
const guestsOf = async ({ storage, ids }: DataWorld): Promise<string[]> => {
  const [mine] = (await storage.runs.seats(ids.run)).filter(({ person }) => person === ids.person);
  return mine?.guest === undefined || mine.guest === null ? [] : [mine.guest];
};
const resultsOf = async (world: DataWorld): Promise<RunResults> =>
  valueIn(await world.get(`runs/${world.ids.run}/results`, world.teacher)) as RunResults;

describe('the deletion of a person', () => {
  test('leaves nothing of them in any column of any table, nor in the file, and the class its marks [P3] [P4]', async () => {
    const world = await dataWorld();
    const { ids, admin, teacher } = world;
    const [guest = ''] = await guestsOf(world);
    const before = await resultsOf(world);
    const rating = { rating: 1600, rd: 90, vol: 0.06 };
    await world.storage.puzzleRatings.putPlayer(ids.person, { rating, solved: {}, streak: { date: '', days: 0 } });
    await world.storage.personalReplies.put(ids.person, [aPersonalReply('a', { text: OWN.words })]);
    const preview = previewOf(await world.get(`people/${ids.person}/erasure`, admin));
    expect(preview).toMatchObject({ name: OWN.name, password: false });
    expect(preview.gone).toContainEqual({ what: 'personal-replies', n: 1 });
    expect(preview.stays).toEqual([
      { what: 'figures', n: 1 },
      { what: 'names', n: 1 },
    ]);
    const looking = await connected(world, world.account);
    const cut = new Promise((gone) => looking.once('disconnect', gone));
    expect(codeOf(await world.post(`people/${ids.person}/erase`, admin, { name: OTHER.name }))).toBe('name-differs');
    expect(codeOf(await world.get(`drills/${ids.drill}/report`, teacher))).toBe('ok');
    const erased = await world.post(`people/${ids.person}/erase`, admin, { name: ` ${OWN.name} ` });
    expect(codeOf(erased)).toBe('ok');
    await cut;

    expect(codeOf(await world.get(`drills/${ids.drill}/report`, teacher))).toBe('unknown-drill');
    expect(codeOf(await world.get(`drills/${ids.alone}`, world.account))).not.toBe('ok');
    expect(codeOf(await world.get('me/sessions', world.account))).toBe('not-signed-in');
    expect(codeOf(await world.post(`people/${ids.person}/erase`, admin, { name: OWN.name }))).toBe('unknown-person');
    const after = await resultsOf(world);
    expect(after.figures).toEqual(before.figures);
    expect(after.seats.map(({ name, no, result }) => [name, no, result])).toEqual(
      before.seats.map(({ name, no, result }) => (name === OWN.name ? ['—', '', result] : [name, no, result])),
    );
    expect(codeOf(await world.get(`runs/${ids.run}/debrief`, teacher))).toBe('ok');
    expect(codeOf(await world.get(`runs/${ids.run}/class-report`, teacher))).toBe('ok');
    expect(codeOf(await world.get(`runs/${ids.run}`, teacher))).toBe('ok');

    await world.application.close();
    const stored = everythingStored(world.dataDir);
    expect(stored).toContain(OTHER.words);
    const own = [...Object.values(OWN), guest, ids.person];
    expect(own.filter((one) => stored.includes(one))).toEqual([]);
    const bytes = readFileSync(join(world.dataDir, 'kefu.sqlite'));
    expect(bytes.includes(OTHER.words)).toBe(true);
    expect(Object.values(OWN).filter((one) => bytes.includes(one))).toEqual([]);
  });

  test('is refused for oneself and the last admin, and known by the trail with ids alone [P6]', async () => {
    const world = await dataWorld();
    const { admin, ids, application } = world;
    expect(codeOf(await world.get('people/admin/erasure', admin))).toBe('not-allowed');
    expect(codeOf(await world.get('people/admin2/erasure', admin))).toBe('unknown-person');
    await world.post(`people/${ids.person}/erase`, admin, { name: OWN.name });
    const { rows } = await application.audit.read({ school: 's1', machineAdmin: true }, null);
    expect(rows[0]).toMatchObject({
      kind: 'data-erased',
      subject: ids.person,
      details: { target: 'person', people: 1 },
    });
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['run-made', 'account-made']));
    const text = JSON.stringify(await world.storage.audit.after(0, 100));
    expect(Object.values(OWN).filter((one) => text.includes(one))).toEqual([]);
  });

  test('of a colleague signs what they wrote for others with 已删除', async () => {
    const world = await dataWorld();
    const { ids, admin } = world;
    const { name } = previewOf(await world.get('people/teacher/erasure', admin));
    expect(codeOf(await world.post('people/teacher/erase', admin, { name }))).toBe('ok');
    const talk = valueIn(await world.get(`drills/${ids.otherDrill}/discussion`, world.two));
    expect(talk).toMatchObject({ comments: [{ text: '不错', by: '已删除' }] });
    expect(valueIn(await world.get(`runs/${ids.run}`, admin))).toMatchObject({ id: ids.run });
  });
});

describe('the deletion of a run, a class, a school', () => {
  test('asks for the name and one’s own password, and only who may: a teacher their own runs [P3]', async () => {
    const world = await dataWorld();
    const { ids, admin, teacher, storage } = world;
    const path = `runs/${ids.run}/erase`;
    const sent = { name: '第一节', password: PASSWORD };
    expect(codeOf(await world.post(path, admin, { name: '第一节' }))).toBe('wrong-password');
    expect(codeOf(await world.post(path, admin, { name: '第二节', password: PASSWORD }))).toBe('name-differs');
    expect(codeOf(await world.post(path, await cookieOf(storage, 'mentor'), sent))).toBe('not-allowed');
    expect(codeOf(await world.post(path, await cookieOf(storage, 'admin2'), sent))).toBe('unknown-run');
    const run = await storage.runs.run(ids.run);
    if (run !== null) await storage.runs.createRun({ ...run, id: 'r9', createdBy: 'admin' }, []);
    expect(codeOf(await world.get('runs/r9/erasure', teacher))).toBe('run-of-colleague');
    expect(codeOf(await world.get(`runs/${ids.run}/erasure`, teacher))).toBe('ok');
    expect(codeOf(await world.post(path, admin, sent))).toBe('ok');
    expect(codeOf(await world.get(`runs/${ids.run}`, admin))).toBe('unknown-run');
    expect(await storage.drill(ids.otherDrill)).toBeNull();
    expect(codeOf(await world.get(`drills/${ids.alone}/report`, world.account))).toBe('ok');
  });

  test('ends what runs first: the desk is sent away, and nothing is written after it', async () => {
    const world = await dataWorld();
    const { ids, teacher, admin, storage } = world;
    const { classId = null, plan } = (await storage.runs.run(ids.run)) ?? { plan: null };
    const made = valueIn(await world.post('runs', teacher, { name: '第二节', classId, plan })) as {
      id: string;
      code: string;
    };
    const seat = (await storage.runs.seats(made.id))[1]?.id ?? '';
    await world.post(`join/${made.code}`, world.two, { seat });
    await world.post(`runs/${made.id}/stage`, teacher, { stage: 'drill' });
    const desk = await connected(world, world.two);
    const sat = await emit(desk, 'seat:join', { seatId: seat });
    const drillId = sat.ok ? String(sat.value.drill) : '';
    await emit(desk, 'drill:join', { drillId, after: 0, take: true });
    await emit(desk, 'drill:start', { drillId, commandId: 's1' });
    const away = new Promise((told) => desk.once('desk:taken', told));
    const sent = { name: '第二节', password: PASSWORD };
    expect(codeOf(await world.post(`runs/${made.id}/erase`, admin, sent))).toBe('ok');
    await away;
    expect(await emit(desk, 'drill:join', { drillId, after: 0, take: true })).toMatchObject({
      error: { code: 'unknown-drill' },
    });
    expect(world.application.runner.load()).toMatchObject({ running: 0 });
    await world.application.close();
    expect(everythingStored(world.dataDir)).not.toContain(drillId);
  });

  test('takes a class with its trainees, and a school whole but not the machine’s first beside others [P3]', async () => {
    const world = await dataWorld();
    const { ids, admin, storage } = world;
    const sent = (name: string) => ({ name, password: PASSWORD });
    expect(codeOf(await world.post(`classes/${ids.class}/erase`, admin, sent('电商三班')))).toBe('ok');
    expect([await storage.people.person(ids.other), await storage.runs.run(ids.run)]).toEqual([null, null]);
    expect(codeOf(await world.get('school/erasure', admin))).toBe('first-school');
    const other = await storage.people.person('admin2');
    const root = await storage.people.person('admin');
    if (other !== null && root !== null) await storage.people.changePerson({ ...other, password: root.password });
    const admin2 = await cookieOf(storage, 'admin2');
    const { name } = previewOf(await world.get('school/erasure', admin2));
    expect(codeOf(await world.post('school/erase', admin2, sent(name)))).toBe('ok');
    expect((await storage.people.schools()).map(({ id }) => id)).toEqual(['s1']);
    expect(codeOf(await world.get('data', admin2))).toBe('not-signed-in');
  });
});

describe('what a trainee deletes alone', () => {
  test('is practice of their own, one drill or all, and nothing of a class [P3]', async () => {
    const world = await dataWorld();
    const { ids, account } = world;
    expect(codeOf(await world.post(`drills/${ids.drill}/erase`, account, { name: '这一场' }))).toBe('drill-of-class');
    expect(codeOf(await world.post(`drills/${ids.alone}/erase`, world.two, { name: '这一场' }))).toBe('unknown-drill');
    expect(codeOf(await world.get(`drills/${ids.alone}/erasure`, account))).toBe('ok');
    expect(codeOf(await world.post('me/practice/erase', account, { name: '我的练习' }))).toBe('ok');
    expect(await world.storage.drill(ids.alone)).toBeNull();
    expect(codeOf(await world.get(`drills/${ids.drill}/report`, account))).toBe('ok');
    expect(codeOf(await world.get('me/practice/erasure', null))).toBe('nothing-kept');
  });

  test('is no help to an admin, who deletes the words of one drill of a run; its marks stay [P4]', async () => {
    const world = await dataWorld();
    const { ids, admin } = world;
    const path = `runs/${ids.run}/drills`;
    expect(codeOf(await world.get(`${path}/${ids.alone}/erasure`, admin))).toBe('nothing-kept');
    const before = await resultsOf(world);
    expect(codeOf(await world.post(`${path}/${ids.drill}/erase`, admin, { name: OWN.name }))).toBe('ok');
    const after = await resultsOf(world);
    expect(after.figures).toEqual(before.figures);
    expect(after.seats[0]).toMatchObject({ name: OWN.name, result: { score: before.seats[0]?.result?.score } });
    expect(codeOf(await world.get(`drills/${ids.drill}/report`, world.account))).toBe('unknown-drill');
  });
});
