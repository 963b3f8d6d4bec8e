/** Reports and files cost tokens by device and address; who has none left is told when to ask again. */
import { describe, expect, test } from 'vitest';
import { cachingDocuments, type DocumentQuestion, documentOf } from '#classroom/documents/documents.ts';
import { COST, createReportCosts } from '#http/session/report-costs.ts';
import { inLanguage } from '#i18n/language.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { get, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf } from '#tests/http/support/test-server.ts';

const guest = (id: string, address = '192.0.2.1') => ({ principal: { guest: id, person: null }, address });
const staff = (id: string) => ({
  principal: {
    guest: null,
    person: { id, name: id, login: id, role: 'teacher' as const, school: 's1', machineAdmin: false },
  },
  address: '192.0.2.1',
});

describe('what reports cost', () => {
  test('a device has fifteen files at once, is told the seconds to the next, and takes none from others', () => {
    let now = 0;
    const costs = createReportCosts({ now: () => now });
    const asked = (device: string) => costs(guest(device), COST.file)?.error.detail ?? 'ok';
    expect(Array.from({ length: 16 }, () => asked('g1'))).toEqual([...Array<string>(15).fill('ok'), '4']);
    expect(asked('g2')).toBe('ok');
    now += 3000;
    expect(asked('g1')).toBe('1');
    now += 1000;
    expect(asked('g1')).toBe('ok');
  });

  test('three classes behind one address take report and file of each, a hundred devices there don’t take all', () => {
    const costs = createReportCosts({ now: () => 0 });
    const asked = (device: string, address: string) =>
      (costs(guest(device, address), COST.report) ?? costs(guest(device, address), COST.file)) === null;
    expect(Array.from({ length: 135 }, (_, i) => asked(`g${i}`, 'school')).every(Boolean)).toBe(true);
    expect(Array.from({ length: 135 }, (_, i) => asked(`h${i}`, 'school')).filter(Boolean).length).toBeLessThan(10);
    expect(asked('h1', 'elsewhere')).toBe(true);
  });

  test('staff go through a class, report by report and file by file', () => {
    const costs = createReportCosts({ now: () => 0 });
    const refused = Array.from(
      { length: 45 },
      () => costs(staff('wang'), COST.report) ?? costs(staff('wang'), COST.file),
    );
    expect(refused.filter((one) => one !== null)).toEqual([]);
  });

  test('over HTTP the refusal is 429 with the seconds, in words and as a header, and costs who may not read nothing', async () => {
    const server = await resultsServer([{ name: '甲', drills: [eventsOf('poor')] }], 'at-once');
    const last = async (path: string) => {
      for (let asked = 0; asked < 100; asked++) {
        const answer = await get(server, path, server.trainee);
        if (answer.status !== 200) return answer;
      }
      throw new Error('never refused');
    };
    const { status, reply, headers } = await last('drills/d1-1/report.docx');
    expect([status, codeOf({ status, reply, headers, cookie: null })]).toEqual([429, 'report-wait']);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(reply).toMatchObject({
      error: { detail: String(seconds), message: expect.stringContaining(`${seconds} 秒`) },
    });
    for (const path of ['analysis', 'analysis.xlsx', 'portfolio', 'portfolio.xlsx'])
      expect(codeOf(await last(path)), path).toBe('report-wait');
    expect(codeOf(await get(server, 'drills/d1-1/report', server.stranger))).toBe('unknown-drill');
    expect(codeOf(await get(server, 'drills/d1-1/report', server.teacher))).toBe('ok');
  });
});

describe('a file', () => {
  const QUESTION: DocumentQuestion & { kind: 'service-data' } = {
    kind: 'service-data',
    analysis: {
      ...{ kind: 'drills', run: '', rows: [], questions: [], passS: 30 },
      hotSpots: { weeks: [], topics: [], complaints: [], byMonth: { months: [], topics: [], complaints: [] } },
    },
  };

  test('is made once for all who ask for the same, again for others and in another language', async () => {
    const asked: DocumentQuestion[] = [];
    const documents = cachingDocuments({
      make: (question) => {
        asked.push(question);
        return documentOf(question);
      },
      close: () => {},
    });
    const files = await Promise.all([documents.make(QUESTION), documents.make(structuredClone(QUESTION))]);
    expect(files[0]).toBe(files[1]);
    expect(asked).toHaveLength(1);
    await documents.make({ ...QUESTION, analysis: { ...QUESTION.analysis, passS: 20 } });
    await inLanguage('en', () => documents.make(QUESTION));
    expect(asked).toHaveLength(3);
  });

  test('that couldn’t be made is made anew', async () => {
    let tries = 0;
    const documents = cachingDocuments({
      make: (question) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('the thread died')) : documentOf(question);
      },
      close: () => {},
    });
    await expect(documents.make(QUESTION)).rejects.toThrow('died');
    expect((await documents.make(QUESTION)).length).toBeGreaterThan(0);
  });
});
