import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredAttendanceEntry, StoredLeave, StoredNote } from '#storage/attendance.ts';
import type { Storage } from '#storage/storage.ts';
import { person } from '#tests/storage/people-contract.ts';
import { aTerm } from './terms-contract.ts';

const AT = 5_000_000_000_000;
export const anAttendanceEntry = (id: string, over: Partial<StoredAttendanceEntry> = {}): StoredAttendanceEntry => ({
  ...{ id, term: 'm1', run: 'r1', person: 'p9', mark: 'late', reason: '亲，"堵车"', by: 'p1', at: AT },
  ...over,
});
export const aLeave = (id: string, over: Partial<StoredLeave> = {}): StoredLeave => ({
  ...{ id, term: 'm1', person: 'p9', day: '2026-11-05', span: 'am', reason: '看病', by: 'p9', at: AT },
  ...{ state: 'asked', decider: null, decided: null, note: '' },
  ...over,
});
export const aNote = (id: string, over: Partial<StoredNote> = {}): StoredNote => ({
  ...{ id, term: 'm1', team: '谷炊', day: '2026-11-05', shift: 'early', text: '订单 8 的退款还没到', by: 'p9', at: AT },
  ...{ taker: null, taken: null },
  ...over,
});

/** What every backend must do with attendance. `open` gives an empty storage. */
export const attendanceContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`attendance contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('its rules are saved by the version that was read, and once [A4]', async () => {
      const { attendance } = storage;
      const rules = { lateMinutes: 10, lateShare: 25, absentShare: 20 };
      expect(await attendance.rules('m1')).toEqual({ version: 0, rules: null });
      expect(await attendance.putRules('m1', 2, rules)).toBe(false);
      expect(await attendance.putRules('m1', 1, rules)).toBe(true);
      expect(await attendance.putRules('m1', 1, null)).toBe(false);
      expect(await attendance.rules('m1')).toEqual({ version: 1, rules });
      expect(await attendance.putRules('m1', 2, null)).toBe(true);
      expect(await attendance.rules('m1')).toEqual({ version: 2, rules: null });
    });

    test('a session is for one shift, for the other, or for everybody again [A1]', async () => {
      const { attendance } = storage;
      await attendance.putShift('m1', 'r1', 'early');
      await attendance.putShift('m2', 'r1', 'late');
      await attendance.putShift('m1', 'r2', 'late');
      await attendance.putShift('m1', 'r1', 'late');
      expect(await attendance.shifts('m1')).toEqual([
        { run: 'r1', shift: 'late' },
        { run: 'r2', shift: 'late' },
      ]);
      await attendance.putShift('m1', 'r1', null);
      await attendance.putShift('m1', 'r9', null);
      expect(await attendance.shifts('m1')).toEqual([{ run: 'r2', shift: 'late' }]);
      expect(await attendance.shifts('m2')).toEqual([{ run: 'r1', shift: 'late' }]);
    });

    test('every correction stays, in the order in which they were made [A3]', async () => {
      const { attendance } = storage;
      const entries = [
        anAttendanceEntry('a1'),
        anAttendanceEntry('a2', { mark: null, reason: '' }),
        anAttendanceEntry('a3', { person: 'p8' }),
      ];
      for (const entry of entries) await attendance.addEntry(entry);
      await attendance.addEntry(anAttendanceEntry('a4', { term: 'm2' }));
      expect(await attendance.entries('m1')).toEqual(entries);
      expect((await attendance.entriesOf('p9')).map(({ id }) => id)).toEqual(['a1', 'a2', 'a4']);
    });

    test('leave is decided or withdrawn once [A6]', async () => {
      const { attendance } = storage;
      await attendance.addLeave(aLeave('l1'));
      await attendance.addLeave(aLeave('l2', { person: 'p8', span: 'day' }));
      const refused = { state: 'refused', decider: 'p1', decided: AT + 1, note: '先交作业' } as const;
      expect(await attendance.endLeave('l1', refused)).toBe(true);
      expect(await attendance.endLeave('l1', { ...refused, state: 'approved' })).toBe(false);
      expect(await attendance.endLeave('l9', refused)).toBe(false);
      expect(await attendance.leaves('m1')).toEqual([
        aLeave('l1', refused),
        aLeave('l2', { person: 'p8', span: 'day' }),
      ]);
      expect((await attendance.leavesOf('p8')).map(({ id }) => id)).toEqual(['l2']);
    });

    test('a note is taken once, and taken back until then [A9]', async () => {
      const { attendance } = storage;
      for (const id of ['h1', 'h2']) await attendance.addNote(aNote(id));
      await attendance.addNote(aNote('h3', { term: 'm2', by: 'p8' }));
      expect(await attendance.takeNote('h1', 'p8', AT + 1)).toBe(true);
      expect(await attendance.takeNote('h1', 'p7', AT + 2)).toBe(false);
      expect(await attendance.removeNote('h1')).toBe(false);
      expect(await attendance.removeNote('h2')).toBe(true);
      expect(await attendance.takeNote('h2', 'p8', AT + 2)).toBe(false);
      expect(await attendance.notes('m1')).toEqual([aNote('h1', { taker: 'p8', taken: AT + 1 })]);
      expect((await attendance.notesOf('p8')).map(({ id }) => id)).toEqual(['h1', 'h3']);
    });

    test('a person has the terms of the classes they are in, and erased leave nothing of theirs [A7] [P3]', async () => {
      const { people, personalData, attendance } = storage;
      await people.createSchool({ id: 's1', name: '一中', createdAt: 1 }, person('p1'));
      await people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null });
      const trainees = ['p8', 'p9'].map((id) => ({ person: person(id, { role: 'trainee', login: null }), no: id }));
      await people.addMembers('k1', trainees);
      await storage.terms.create(aTerm('m1'));
      await storage.terms.create(aTerm('m2', { firstDay: '2026-12-01' }));
      await storage.terms.create(aTerm('m3', { classId: 'k2' }));
      expect(await attendance.termsOf('p9')).toEqual([
        { term: 'm2', classId: 'k1' },
        { term: 'm1', classId: 'k1' },
      ]);
      await people.changeMember('k1', 'p8', { name: null, no: null, left: true }, 9);
      expect(await attendance.termsOf('p8')).toEqual([]);

      await attendance.putRules('m1', 1, null);
      await attendance.putShift('m1', 'r1', 'early');
      for (const [id, of] of [
        ['1', 'p8'],
        ['2', 'p9'],
      ] as const) {
        await attendance.addEntry(anAttendanceEntry(id, { person: of }));
        await attendance.addLeave(aLeave(id, { person: of, by: of }));
        await attendance.addNote(aNote(id, { by: of }));
      }
      await attendance.takeNote('1', 'p9', AT);
      const erase = async (target: Parameters<typeof personalData.erasureScope>[0]) => {
        const scope = await personalData.erasureScope(target);
        if (scope === null) throw new Error('nothing there');
        const preview = await personalData.preview(scope);
        const note = { at: 1000, school: 's1', actor: 'p1', subject: 's1' };
        await personalData.erase(scope, { ...note, kind: 'data-erased', details: {} });
        return preview.gone.map(({ what, n }) => [what, n]);
      };
      expect(await erase({ kind: 'person', id: 'p9' })).toEqual(
        expect.arrayContaining([
          ['leaves', 1],
          ['attendance-entries', 1],
          ['handover-notes', 1],
        ]),
      );
      const left = async () => [
        (await attendance.entries('m1')).map(({ id }) => id),
        (await attendance.leaves('m1')).map(({ id }) => id),
        (await attendance.notes('m1')).map(({ id }) => id),
      ];
      expect(await left()).toEqual([['1'], ['1'], ['1']]);
      await erase({ kind: 'class', id: 'k1' });
      expect(await left()).toEqual([[], [], []]);
      expect([await attendance.rules('m1'), await attendance.shifts('m1')]).toEqual([{ version: 0, rules: null }, []]);
    });
  });
};
