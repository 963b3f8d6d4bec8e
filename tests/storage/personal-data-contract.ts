import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { type AuditNote, checkChain, FIRST_PREVIOUS, hashOfEntry } from '#storage/audit.ts';
import type { Storage } from '#storage/storage.ts';
import { append, row } from './contract.ts';
import { aComment, anAppeal } from './discussion-contract.ts';
import { person, school } from './people-contract.ts';
import { aResult, aRuling } from './results-contract.ts';
import { run, seat } from './runs-contract.ts';
import { aSignIn } from './sign-ins-contract.ts';

const note = (over: Partial<AuditNote> = {}): AuditNote => ({
  ...{ at: 1000, school: 's1', actor: 'root', kind: 'account-made', subject: 'p1', details: { role: 'teacher', n: 1 } },
  ...over,
});
const DAY = 24 * 3600_000;

/** What every backend must do with people's data. `open` gives an empty storage. */
export const personalDataContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`audit trail contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('chains each row to the one before, also those added at the same time [P6]', async () => {
      const { audit } = storage;
      await Promise.all([
        ...Array.from({ length: 20 }, (_, n) => audit.append([note({ subject: `p${n}` })])),
        audit.append([note({ subject: 'a' }), note({ subject: 'b', school: null, actor: null })]),
      ]);
      const rows = await audit.after(0, 100);
      expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 22 }, (_, n) => n + 1));
      expect(rows[0]?.previous).toBe(FIRST_PREVIOUS);
      expect(await checkChain(audit)).toEqual({ rows: 22, brokenAt: null, head: rows.at(-1)?.hash });
      expect(rows.find(({ subject }) => subject === 'b')).toMatchObject({
        school: null,
        actor: null,
        kind: 'account-made',
      });
      for (const entry of rows) expect(entry.hash).toBe(hashOfEntry(entry));
    });

    test('is read newest first, a school’s own rows, and those of no school by the machine’s admin alone', async () => {
      const { audit } = storage;
      await audit.append([note(), note({ school: 's2' }), note({ school: null }), note({ kind: 'run-made' })]);
      const read = async (includesMachine: boolean, before: number | null, limit = 10) =>
        (await audit.list({ school: 's1', includesMachine, before, limit })).map(({ n }) => n);
      expect(await read(false, null)).toEqual([4, 1]);
      expect(await read(true, null)).toEqual([4, 3, 1]);
      expect(await read(true, 4)).toEqual([3, 1]);
      expect(await read(true, null, 1)).toEqual([4]);
    });
  });

  describe(`deletion contract on ${backend}`, () => {
    let storage: Storage;
    const place = { school: 's1', run: 'r1', seat: 't1', person: 'p1', redo: null };
    const ended = { state: 'ended', running: false, endedAt: 8000 } as const;
    const erase = async (target: Parameters<Storage['personalData']['erasureScope']>[0]) => {
      const scope = await storage.personalData.erasureScope(target);
      if (scope === null) throw new Error('nothing there');
      const weighed = await storage.personalData.preview(scope);
      const erasure = await storage.personalData.erase(scope, note({ kind: 'data-erased', details: {} }));
      const without = ({ gone, ...rest }: typeof erasure) => ({
        ...rest,
        gone: gone.filter(({ what }) => what !== 'devices'),
      });
      expect(without(erasure)).toEqual(without(weighed));
      return erasure;
    };

    beforeEach(async () => {
      storage = await open();
      const { people, runs } = storage;
      await people.createSchool(school('s1'), person('root', { role: 'admin' }));
      await people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null });
      const trainee = (id: string) => person(id, { role: 'trainee', login: null, password: null });
      await people.addMembers('k1', [
        { person: trainee('p1'), no: '07' },
        { person: trainee('p2'), no: '08' },
      ]);
      await storage.createGuest('token', 'g1', 1000);
      await storage.createGuest('token2', 'g2', 1000);
      await runs.createRun(run('r1', { classId: 'k1', endedAt: 9000 }), [
        seat('t1', { guest: 'g1', person: 'p1', joinedAt: 2000 }),
        seat('t2', { guest: 'g2', person: 'p2', joinedAt: 2000, askingGuest: 'g1' }),
      ]);
      await storage.createDrill(row('d1', { place }));
      await storage.createDrill(row('d2', { guest: 'g2', place: { ...place, seat: 't2', person: 'p2' } }));
      await storage.createDrill(row('d3', { retry: { drill: 'd1', conversation: 'c1', turn: 2, since: null } }));
      await storage.createDrill(row('d4', { guest: 'g2', place: { ...place, seat: 't2', person: 'p2', redo: 'o1' } }));
      await storage.createDrill(row('d5', { guest: 'g2' }));
      await runs.addReplayTask({
        id: 'o1',
        run: 'r1',
        drill: 'd1',
        conversation: 'c1',
        turn: 3,
        at: 10,
        closedAt: null,
      });
      await storage.appendAll(['d1', 'd2', 'd3', 'd4', 'd5'].map((id) => append(id, 0, ended)));
      for (const [n, id] of ['d1', 'd2'].entries()) {
        await storage.results.putResult(id, 10, aResult(70));
        await storage.results.addRuling(aRuling(`u${n}`, { drill: id, by: 'root' }));
        await storage.results.putResult(id, 10, aResult(70));
        await storage.discussion.addComment(aComment(`n${n}`, { drill: id, by: 'root' }));
        await storage.discussion.addAppeal(anAppeal(`q${n}`, { drill: id }));
      }
      await runs.addLog({ id: 'e1', run: 'r1', at: 10, by: 'root', kind: 'say', seat: 't1', body: { text: '看这里' } });
      await runs.addLog({ id: 'e2', run: 'r1', at: 10, by: 'root', kind: 'say', seat: null, body: { text: '看大屏' } });
      await storage.signIns.add(aSignIn('a', { person: 'p1' }));
    });
    afterEach(() => storage.close());

    test('of a person takes name, words and device, and leaves the class its marks [P3] [P4]', async () => {
      const results = async () => [...(await storage.results.resultsOfRun('r1')).values()].map(({ score }) => score);
      const before = await results();
      const { gone, stays } = await erase({ kind: 'person', id: 'p1' });
      expect(stays).toEqual([
        { what: 'figures', n: 1 },
        { what: 'names', n: 1 },
      ]);
      expect(Object.fromEntries(gone.map(({ what, n }) => [what, n]))).toMatchObject({
        ...{ people: 1, memberships: 1, drills: 2, log: 3, tasks: 1, rulings: 1, comments: 1, appeals: 1, devices: 1 },
        ...{ 'sign-ins': 1, 'run-notes': 1 },
      });
      expect(await results()).toEqual(before);
      expect(
        (await storage.runs.seats('r1')).map(({ name, no, person: who, guest }) => [name, no, who, guest]),
      ).toEqual([
        ['—', '', null, null],
        [(await storage.runs.seat('t2'))?.name, (await storage.runs.seat('t2'))?.no, 'p2', 'g2'],
      ]);
      expect((await storage.runs.seat('t2'))?.askingGuest).toBeNull();
      expect(await storage.people.person('p1')).toBeNull();
      expect(await storage.guestByToken('token')).toBeNull();
      expect([await storage.drill('d1'), await storage.ownerOf('drill', 'd1'), await storage.read('d1', 0)]).toEqual([
        null,
        null,
        [],
      ]);
      expect((await storage.drillsOfRun('r1')).map(({ id, guest, place: at }) => [id, guest, at?.person])).toEqual([
        ['d1', '', null],
        ['d2', 'g2', 'p2'],
      ]);
      expect(await storage.discussion.comments('d2')).toHaveLength(1);
    });

    test('of a person takes what they said and noted out of the next seat’s log, too [P3] [J115]', async () => {
      const lines = [
        { by: 'customer' as const, text: '几码' },
        { by: 'colleague' as const, text: '您穿39.5' },
      ];
      const part = (drill: string) => ({ drill, role: '售前', day: '11-12', note: '脚长24.5', lines });
      const added = (parts: readonly string[]): DrillEvent => ({
        ...{ kind: 'customer-added', at: 1, conversation: 'c2', scenario: 'promotion/b', arrivesAt: 2 },
        handed: { from: { drill: 'd1', conversation: 'c1' }, parts: parts.map(part) },
        passed: {
          ...{ offer: 'o1', seat: 't1', at: 1, hadWords: true },
          state: { mood: 40, topics: '穿码', done: [{ action: 'remark', with: { note: '要39.5' } }] },
        },
      });
      const before = (await storage.read('d2', 0)).flatMap(({ events }) => events).length;
      await storage.appendAll([append('d2', before, { ...ended, events: [added(['d1', 'd2'])] })]);
      await erase({ kind: 'person', id: 'p1' });
      const events = (await storage.read('d2', 0)).flatMap((entry) => entry.events);
      expect(events).toHaveLength(before + 1);
      expect(events.at(-1)).toMatchObject({
        passed: { hadWords: true, state: { mood: 40, topics: '', done: [{ action: 'remark', with: {} }] } },
        handed: {
          parts: [
            { note: '', lines: [{ by: 'customer', text: '几码' }] },
            { note: '脚长24.5', lines },
          ],
        },
      });
    });

    test('of a person takes what they wrote as a lead out of their peers’ logs, and leaves what they decided [P3] [J50]', async () => {
      const answered = (by: string): DrillEvent => ({
        ...{ kind: 'lead-answered', at: 1, conversation: 'c1', ask: 'a1', by, result: [] },
        answer: { how: 'granted', amount: 3000, words: '破损属实' },
      });
      const declined: DrillEvent = {
        ...{ kind: 'pass-returned', at: 1, conversation: 'c1', why: 'declined', reason: '我这边满了', by: 't1' },
      };
      const before = (await storage.read('d2', 0)).flatMap(({ events }) => events).length;
      await storage.appendAll([append('d2', before, { ...ended, events: [answered('t1'), answered('t2'), declined] })]);
      await erase({ kind: 'person', id: 'p1' });
      const events = (await storage.read('d2', 0)).flatMap((entry) => entry.events).slice(before);
      expect(events).toMatchObject([
        { by: 't1', answer: { how: 'granted', amount: 3000, words: '' } },
        { by: 't2', answer: { words: '破损属实' } },
        { why: 'declined', reason: '' },
      ]);
    });

    test('of a person in a run that isn’t over takes the seat with its drills', async () => {
      await storage.runs.createRun(run('r2', { code: '222222' }), [seat('t9', { run: 'r2', person: 'p1' })]);
      await storage.createDrill(row('d9', { place: { ...place, run: 'r2', seat: 't9' } }));
      await storage.appendAll([append('d9', 0)]);
      await erase({ kind: 'person', id: 'p1' });
      expect(await storage.runs.seats('r2')).toEqual([]);
      expect(await storage.drillsOfRun('r2')).toEqual([]);
    });

    test('of a colleague leaves what they wrote for others', async () => {
      await storage.people.createPerson(person('t', { role: 'teacher' }));
      await storage.discussion.addComment(aComment('n9', { drill: 'd2', by: 't' }));
      await storage.personalData.changeSettings('s1', { days: NO_RULES, officer: 't' });
      const { stays } = await erase({ kind: 'person', id: 't' });
      expect(stays).toEqual([{ what: 'written', n: 1 }]);
      expect((await storage.discussion.comments('d2')).map(({ by }) => by)).toContain('t');
      expect((await storage.personalData.settings('s1')).officer).toBeNull();
    });

    test('of a class takes its trainees and runs; one who is in another class stays', async () => {
      await storage.people.createClass({ id: 'k2', school: 's1', name: '二班', createdAt: 1, archivedAt: null });
      await storage.people.addMembers('k2', [{ person: person('p3', { role: 'trainee', login: null }), no: '1' }]);
      await erase({ kind: 'class', id: 'k1' });
      expect([
        await storage.people.person('p1'),
        await storage.runs.run('r1'),
        await storage.people.schoolClass('k1'),
      ]).toEqual([null, null, null]);
      expect(await storage.people.person('p3')).not.toBeNull();
      expect(await storage.drill('d5')).not.toBeNull();
    });

    test('of a run, a drill, one’s practice and a school take just that', async () => {
      await erase({ kind: 'practice', guest: 'g2', person: null });
      expect([await storage.drill('d5'), (await storage.drill('d2'))?.id]).toEqual([null, 'd2']);
      await erase({ kind: 'drill', id: 'd2' });
      expect([await storage.drill('d2'), (await storage.drillsOfRun('r1')).length]).toEqual([null, 3]);
      expect((await storage.runs.seat('t2'))?.person).toBe('p2');
      expect(await storage.personalData.erasureScope({ kind: 'drill', id: 'd2' })).toBeNull();
      await erase({ kind: 'run', id: 'r1' });
      expect([await storage.runs.run('r1'), await storage.drillsOfRun('r1'), await storage.runs.log('r1')]).toEqual([
        null,
        [],
        [],
      ]);
      expect(await storage.people.person('p1')).not.toBeNull();
      await erase({ kind: 'school', id: 's1' });
      expect([await storage.people.schools(), await storage.people.person('root')]).toEqual([[], null]);
      expect(await storage.personalData.erasureScope({ kind: 'school', id: 's1' })).toBeNull();
      const trail = await storage.audit.after(0, 10);
      expect(trail.map(({ kind }) => kind)).toEqual(Array(4).fill('data-erased'));
      expect(trail[3]?.details).toMatchObject({ schools: 1, people: 3 });
    });

    test('is done whole or not at all', async () => {
      const scope = await storage.personalData.erasureScope({ kind: 'run', id: 'r1' });
      if (scope === null) throw new Error('no run');
      const broken = { ...note(), details: { n: 1n as unknown as number } };
      await expect(storage.personalData.erase(scope, broken)).rejects.toThrow();
      expect((await storage.runs.run('r1'))?.id).toBe('r1');
      expect(await storage.read('d1', 0)).toHaveLength(1);
      expect(await storage.audit.after(0, 10)).toEqual([]);
    });

    test('by age takes practice of nobody, words of runs, sign-ins and sessions that are due [P5]', async () => {
      const { personalData } = storage;
      const rule = (before: number) => ({ school: 's1', before, limit: 100 });
      // Practice that a person has claimed is theirs, however old.
      await storage.createDrill(row('d6', { guest: 'g2' }));
      await storage.appendAll([append('d6', 0, ended)]);
      expect(await storage.portfolio.claim('g2', 'p2', ['d6'])).toBe(1);
      expect((await personalData.duePractice(rule(2000))).drills).toEqual([]);
      expect((await personalData.duePractice(rule(3000))).drills).toEqual(['d5']);
      expect((await personalData.duePractice({ ...rule(3000), school: 's2' })).drills).toEqual([]);
      expect((await personalData.dueRuns(rule(9000))).anonymisedDrills).toEqual([]);
      const scope = await personalData.dueRuns(rule(9001));
      expect([scope.anonymisedDrills.toSorted(), scope.anonymisedSeats, scope.seats]).toEqual([['d1', 'd2'], [], []]);
      await personalData.erase(scope, note({ kind: 'retention-done', details: {} }));
      expect((await personalData.dueRuns(rule(9001))).anonymisedDrills).toEqual([]);
      expect((await storage.runs.seat('t1'))?.person).toBe('p1');
      expect(await personalData.signInsBefore(rule(1001), false)).toBe(1);
      expect(await personalData.signInsBefore(rule(1001), true)).toBe(1);
      expect(await personalData.signInsBefore(rule(1001), false)).toBe(0);
      await storage.people.createSession('hash', 'root', 1000, 9 * DAY);
      expect(await personalData.sessionsBefore(rule(1001), true)).toBe(1);
      expect(await storage.people.session('hash')).toBeNull();
    });

    test('keeps a school’s settings, and its record of sign-ins as long as they say', async () => {
      const { personalData, signIns } = storage;
      expect(await personalData.settings('s1')).toEqual({ days: NO_RULES, officer: null, doneAt: null });
      const days = { practice: 30, runs: 365, signIns: 400, sessions: 7 };
      await personalData.noteRetentionDone('s1', 5000);
      await personalData.changeSettings('s1', { days, officer: 'root' });
      expect(await personalData.settings('s1')).toEqual({ days, officer: 'root', doneAt: 5000 });
      await signIns.add(aSignIn('b', { school: null, person: null }));
      await signIns.deleteBefore(2000);
      const asked = { school: 's1', includesMachine: true, person: null, from: 0, to: 9000, limit: 10 };
      expect((await signIns.list(asked)).map(({ id }) => id)).toEqual(['a']);
    });

    test('sweeps away what was written of a drill that is no more', async () => {
      await storage.results.putResult('gone', 10, aResult(70));
      await storage.discussion.addComment(aComment('n8', { drill: 'gone' }));
      expect(await storage.personalData.sweepOrphans()).toBe(2);
      expect([await storage.results.result('gone'), (await storage.results.result('d1'))?.score]).toEqual([null, 70]);
      expect(await storage.discussion.comments('gone')).toEqual([]);
    });

    test('finds all that is kept of a person and a device', async () => {
      const keptAt = (guest: string, seatedPerson: string | null) =>
        storage.personalData.subjectData({ guest, person: null, seatedPerson });
      const own = await storage.personalData.subjectData({ guest: 'g1', person: 'p1', seatedPerson: null });
      expect(own.memberships).toEqual([{ class: 'k1', name: '一班', no: '07', leftAt: null }]);
      expect(own.seats.map(({ id }) => id)).toEqual(['t1']);
      expect(own.drills.toSorted()).toEqual(['d1', 'd3']);
      expect(own.devices).toEqual([{ id: 'g1', at: 1000 }]);
      expect((await keptAt('g2', null)).drills).toEqual(['d5']);
      expect((await keptAt('g2', 'p2')).drills.toSorted()).toEqual(['d2', 'd4', 'd5']);
    });
  });
};

const NO_RULES = { practice: null, runs: null, signIns: null, sessions: null };
