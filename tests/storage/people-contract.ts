import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person, School, SchoolClass } from '#storage/people.ts';
import type { Storage } from '#storage/storage.ts';
import { append, row } from './contract.ts';

export const school = (id: string, createdAt = 1000): School => ({ id, name: `学校${id}`, createdAt });
export const person = (id: string, over: Partial<Person> = {}): Person => ({
  id,
  school: 's1',
  name: `姓名${id}`,
  role: 'teacher',
  login: id,
  password: 'hash',
  createdAt: 1000,
  disabledAt: null,
  seenAt: null,
  ...over,
});
const trainee = (id: string): Person => person(id, { role: 'trainee', login: null, password: null });
const schoolClass = (id: string, over: Partial<SchoolClass> = {}): SchoolClass => ({
  id,
  school: 's1',
  name: `班${id}`,
  createdAt: 1000,
  archivedAt: null,
  mentorsSee: 'all',
  ...over,
});

/** What every backend must do with people. `open` gives an empty storage. */
export const peopleContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`people contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      await storage.people.createSchool(school('s1'), person('root', { role: 'admin' }));
    });
    afterEach(() => storage.close());

    test('makes a school with its admin, both or neither, and lists schools oldest first', async () => {
      const { people } = storage;
      await people.createSchool(school('s2', 2000), person('other', { school: 's2', role: 'admin' }));
      await expect(people.createSchool(school('s3', 500), person('third', { login: 'root' }))).rejects.toThrow();
      expect(await people.schools()).toEqual([school('s1'), school('s2', 2000)]);
      expect(await people.person('third')).toBeNull();
    });

    test('finds people by id and by login, and refuses a login twice', async () => {
      const { people } = storage;
      expect(await people.createPerson(person('t1', { disabledAt: 5, seenAt: 6 }))).toBe(true);
      expect(await people.createPerson(person('t2', { login: 't1' }))).toBe(false);
      expect(await people.person('t2')).toBeNull();
      expect(await people.personByLogin('t1')).toEqual(person('t1', { disabledAt: 5, seenAt: 6 }));
      expect(await people.personByLogin('nobody')).toBeNull();
      const changed = person('t1', { name: '新名', role: 'mentor', password: 'other', login: 'new' });
      expect(await people.changePerson(changed)).toBe(true);
      expect(await people.person('t1')).toEqual(changed);
      expect(await people.changePerson({ ...changed, login: 'root' })).toBe(false);
    });

    test('any number of trainees have no login, and accounts are listed with staff first', async () => {
      const { people } = storage;
      await people.createPerson(trainee('p1'));
      await people.createPerson(trainee('p2'));
      await people.createPerson(person('p3', { role: 'trainee' }));
      await people.createPerson(person('m1', { role: 'mentor' }));
      await people.createPerson(person('t1'));
      await people.createPerson(person('foreign', { school: 's2' }));
      expect((await people.peopleOf('s1')).map(({ id }) => id)).toEqual(['root', 't1', 'm1', 'p3']);
    });

    test('a session ends when it is ended, when it expires, and when its person is disabled', async () => {
      const { people } = storage;
      await people.createSession('h1', 'root', 1000, 5000);
      await people.createSession('h2', 'root', 1000, 5000);
      await people.createSession('h3', 'root', 2000, 5000);
      expect((await people.sessionPerson('h1', 4999))?.id).toBe('root');
      expect((await people.sessionPerson('h1', 4999))?.seenAt).toBe(2000);
      expect(await people.sessionPerson('h1', 5000)).toBeNull();
      await people.endSession('h1');
      expect(await people.sessionPerson('h1', 3000)).toBeNull();
      await people.endSessions('root', 'h3');
      expect(await people.sessionPerson('h2', 3000)).toBeNull();
      expect((await people.sessionPerson('h3', 3000))?.id).toBe('root');
      await people.changePerson(person('root', { role: 'admin', disabledAt: 3000 }));
      expect(await people.sessionPerson('h3', 3000)).toBeNull();
      await people.changePerson(person('root', { role: 'admin' }));
      await people.endSessions('root', null);
      expect(await people.sessionPerson('h3', 3000)).toBeNull();
    });

    test('a session is listed with where it began and was seen last, and one is ended by its id', async () => {
      const { people } = storage;
      const from = { browser: 'chrome', system: 'windows', address: '10.1.1.0/24', weak: true } as const;
      await people.createSession('h1', 'root', 1000, 9000, from);
      await people.createSession('h2', 'root', 2000, 5000);
      await people.createSession('h3', 'other', 2000, 9000);
      const first = await people.session('h1');
      expect(first).toEqual({ ...from, id: first?.id, person: 'root', createdAt: 1000, seenAt: 1000 });
      const nowhere = { browser: null, system: null, address: null, weak: false };
      expect(await people.session('h2')).toMatchObject({ ...nowhere, createdAt: 2000, seenAt: 2000 });
      expect(await people.session('none')).toBeNull();
      const ids = await Promise.all(['h1', 'h2', 'h3'].map(async (hash) => (await people.session(hash))?.id));
      expect(new Set(ids).size).toBe(3);
      await people.noteSessionSeen('h1', 3000, '10.2.2.0/24');
      expect((await people.sessionsOf('root', 4999)).map(({ seenAt, address }) => [seenAt, address])).toEqual([
        [3000, '10.2.2.0/24'],
        [2000, null],
      ]);
      expect((await people.sessionsOf('root', 5000)).map(({ createdAt }) => createdAt)).toEqual([1000]);
      await people.clearWeakPassword('root');
      expect((await people.session('h1'))?.weak).toBe(false);
      expect(await people.endSessionOf('other', first?.id ?? '')).toBe(false);
      expect(await people.endSessionOf('root', first?.id ?? '')).toBe(true);
      expect(await people.endSessionOf('root', first?.id ?? '')).toBe(false);
      expect([await people.session('h1'), await people.sessionPerson('h1', 4000)]).toEqual([null, null]);
    });

    test('classes of a school are listed with their numbers of members, archived ones last', async () => {
      const { people } = storage;
      await people.createClass(schoolClass('c1', { archivedAt: 9000 }));
      await people.createClass(schoolClass('c2', { createdAt: 2000 }));
      await people.createClass(schoolClass('c3', { school: 's2' }));
      await people.changeClass(schoolClass('c2', { name: '改名', createdAt: 2000 }));
      await people.addMembers('c2', [{ person: trainee('p1'), no: '1' }]);
      expect(await people.classes('s1')).toEqual([
        { ...schoolClass('c2', { name: '改名', createdAt: 2000 }), members: 1, runs: 0 },
        { ...schoolClass('c1', { archivedAt: 9000 }), members: 0, runs: 0 },
      ]);
      expect(await people.schoolClass('c3')).toEqual(schoolClass('c3', { school: 's2' }));
      expect(await people.schoolClass('nowhere')).toBeNull();
      expect(await storage.ownerOf('class', 'c3')).toEqual({ school: 's2', guest: null, person: null });
    });

    test('adds members after the last one, all or none', async () => {
      const { people } = storage;
      await people.createClass(schoolClass('c1'));
      await people.addMembers('c1', [
        { person: trainee('p1'), no: '1' },
        { person: trainee('p2'), no: '2' },
      ]);
      const broken = [
        { person: trainee('p3'), no: '3' },
        { person: trainee('p1'), no: '4' },
      ];
      await expect(people.addMembers('c1', broken)).rejects.toThrow();
      expect(await people.person('p3')).toBeNull();
      await people.addMembers('c1', [{ person: trainee('p3'), no: '' }]);
      expect((await people.members('c1')).map(({ person: id, no, place }) => [id, no, place])).toEqual([
        ['p1', '1', 0],
        ['p2', '2', 1],
        ['p3', '', 2],
      ]);
    });

    test('renames, renumbers, takes out and puts back a member, who keeps their place and drills', async () => {
      const { people } = storage;
      await people.createClass(schoolClass('c1'));
      await people.addMembers('c1', [
        { person: trainee('p1'), no: '1' },
        { person: trainee('p2'), no: '2' },
      ]);
      const place = { school: 's1', run: 'r1', seat: 'x1', person: 'p1', redo: null };
      await storage.createDrill(row('d1', { place }));
      await storage.createDrill(row('d2', { place: { ...place, redo: 'redo1' } }));
      await storage.appendAll([append('d1', 0), append('d2', 0)]);
      const same = { name: null, no: null, left: null };
      expect(await people.changeMember('c1', 'p1', { ...same, name: '新名', no: '07' }, 5000)).toBe(true);
      const first = { person: 'p1', no: '07', name: '新名', place: 0, login: null, drills: 1 };
      expect((await people.members('c1'))[0]).toEqual(first);
      expect(await people.changeMember('c1', 'p1', { ...same, left: true }, 6000)).toBe(true);
      expect((await people.members('c1')).map(({ person: id }) => id)).toEqual(['p2']);
      expect(await people.changeMember('c1', 'p1', { ...same, left: false }, 7000)).toBe(true);
      expect((await people.members('c1'))[0]).toEqual(first);
      expect(await people.changeMember('c1', 'root', same, 8000)).toBe(false);
      expect(await people.changeMember('c2', 'p1', same, 8000)).toBe(false);
    });
  });
};
