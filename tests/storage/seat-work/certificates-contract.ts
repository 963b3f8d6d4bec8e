import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CertificateFacts } from '#contract/exams/certificates.ts';
import type { StoredCertificate } from '#storage/certificates.ts';
import type { Storage } from '#storage/storage.ts';

const FACTS: CertificateFacts = {
  ...{ school: '一中', exam: '期末', className: null, name: '甲', no: '01', examAt: 1000, minutes: 20, customers: 2 },
  ...{ score: 81, passMark: 60, grade: 'pass', dimensions: [{ name: '响应时效', percent: 90 }] },
  ...{ firstResponseS: 12, meanResponseS: 18.5, answerRate: 100, standard: '“店长”：初级' },
};
export const aCertificate = (code: string, over: Partial<StoredCertificate> = {}): StoredCertificate => ({
  ...{ code, school: 's1', run: 'r1', seat: 'seat1', facts: FACTS, by: 'p1', at: 5_000_000_000_000, withdrawn: null },
  ...over,
});

/** What every backend must do with certificates. `open` gives an empty storage. */
export const certificatesContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`certificates contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('[F1] a seat has one that counts: another is refused until that is withdrawn, and none of its batch is kept', async () => {
      const { certificates } = storage;
      expect(await certificates.add([aCertificate('A')])).toBe(true);
      expect(await certificates.add([aCertificate('B', { seat: 'seat2' }), aCertificate('C')])).toBe(false);
      expect(await certificates.find('B')).toBeNull();
      expect(await certificates.add([aCertificate('A', { seat: 'seat3' })])).toBe(false);
      expect(await certificates.withdraw('A', { at: 9, by: 'p2', why: '写错了名字' })).toBe(true);
      expect(await certificates.withdraw('A', { at: 10, by: 'p2', why: '再撤' })).toBe(false);
      expect(await certificates.withdraw('nothing', { at: 10, by: 'p2', why: '没有' })).toBe(false);
      expect(await certificates.add([aCertificate('C')])).toBe(true);
      expect((await certificates.ofRun('r1')).map(({ code, withdrawn }) => [code, withdrawn])).toEqual([
        ['A', { at: 9, by: 'p2', why: '写错了名字' }],
        ['C', null],
      ]);
      expect(await certificates.find('C')).toEqual(aCertificate('C'));
    });

    test('gives those that count of seats, and the newest of a school', async () => {
      const { certificates } = storage;
      expect(await certificates.newestOf('s1')).toBeNull();
      await certificates.add([aCertificate('A', { at: 1 }), aCertificate('B', { seat: 'seat2', at: 2 })]);
      await certificates.add([aCertificate('D', { school: 's2', seat: 'seat9', run: 'r2' })]);
      await certificates.withdraw('B', { at: 9, by: 'p2', why: '写错了' });
      expect((await certificates.ofSeats(['seat1', 'seat2'])).map(({ code }) => code)).toEqual(['A']);
      expect(await certificates.ofSeats([])).toEqual([]);
      expect((await certificates.newestOf('s1'))?.code).toBe('B');
    });

    test('every saving of a school’s standards is a version, and one is stored only once [A23]', async () => {
      const { certificates } = storage;
      expect(await certificates.standards('s1')).toBeNull();
      const first = { school: 's1', version: 1, body: [{ id: 'a', name: '企业标准', words: {} }], by: 'p1', at: 1 };
      expect(await certificates.putStandards(first)).toBe(true);
      expect(await certificates.putStandards({ ...first, by: 'p2' })).toBe(false);
      expect(await certificates.standards('s1')).toEqual(first);
      const second = { ...first, version: 2, body: [], at: 2 };
      expect(await certificates.putStandards(second)).toBe(true);
      expect(await certificates.standards('s1')).toEqual(second);
      expect(await certificates.standards('s2')).toBeNull();
    });
  });
};
