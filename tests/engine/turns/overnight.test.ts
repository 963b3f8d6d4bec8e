/** A report to the supervisor is answered within two hours, at night by ten the next day: as the shop's hours say (RULES T8). */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { act, drive, of } from '#tests/engine/support/drive.ts';
import { shoes, shoesWith } from '#tests/engine/support/shoes.ts';

const REPORT = {
  ...{ id: 'escalate-3', title: '报主管', group: '升级', sends: false, fields: [], done: '2小时内有回音' },
  overnight: { minutes: 120, done: '次日10点前有回音', doing: '次日10点前给您信' },
};

/** What the desk answers to a report at this minute of the customer's day, in a shop that closes then. */
const answerAt = (time: string, hours: readonly [string, string]): readonly string[] => {
  const [shop] = shoes.shops;
  if (shop === undefined) throw new Error('no shop');
  const content: ContentData = {
    ...shoes,
    scenarios: [shoesWith({ story: { date: '2026-11-11', time } })],
    shops: [{ ...shop, hours, actions: [...shop.actions, REPORT.id] }],
    actions: [...shoes.actions, REPORT],
  };
  const [done] = of(drive(content, [act(10_000, REPORT.id)]).log, 'action-done');
  return done?.result ?? [];
};

describe('a report whose answer would be due after the shop has closed', () => {
  it('[T8] is answered by the next day, earlier by the usual time', () => {
    expect(answerAt('22:30', ['08:00', '24:00'])).toEqual(['次日10点前有回音']);
    expect(answerAt('21:30', ['08:00', '24:00'])).toEqual(['2小时内有回音']);
    expect(answerAt('21:00', ['08:00', '23:00'])).toEqual(['次日10点前有回音']);
    expect(answerAt('14:05', ['08:00', '23:00'])).toEqual(['2小时内有回音']);
  });

  it('[T8] nor is it before the shop opens', () => {
    expect(answerAt('07:20', ['08:00', '24:00'])).toEqual(['次日10点前有回音']);
    expect(answerAt('08:00', ['08:00', '24:00'])).toEqual(['2小时内有回音']);
  });
});
