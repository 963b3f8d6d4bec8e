/** A question back about something the customer knows is answered, and one they can't know is put off plainly. */
import { expect, it } from 'vitest';
import { library } from '#tests/support/library.ts';
import { askedBack, shortCustomers, WAYS, type Way, waysToAsk } from './asked-back.ts';

/** Questions in 100 that get no answer, by how they are put. Only ever lowered. */
const MOST_UNHEARD: Record<Way, number> = { you: 6, bare: 10, is: 10, or: 20, what: 34 };

it('[J125] short customers answer what is asked back, however it is put', () => {
  const asked = new Map(WAYS.map((way) => [way, 0]));
  const unheard = new Map<Way, string[]>(WAYS.map((way) => [way, []]));
  const seen = new Set<string>();
  for (const customer of shortCustomers())
    for (const { id } of customer.knows) {
      if (seen.has(`${customer.template}:${id}`)) continue;
      seen.add(`${customer.template}:${id}`);
      for (const [way, say] of waysToAsk(customer.template, id)) {
        asked.set(way, (asked.get(way) ?? 0) + 1);
        if (!askedBack(customer, say).told.includes(id)) unheard.get(way)?.push(`${customer.template}:${id}「${say}」`);
      }
    }
  expect(seen.size).toBeGreaterThan(250);
  for (const way of WAYS) {
    const lines = unheard.get(way) ?? [];
    const share = Math.round((100 * lines.length) / (asked.get(way) ?? 1));
    expect(share, `${way}\n${lines.join('\n')}`).toBeLessThanOrEqual(MOST_UNHEARD[way]);
  }
});

/** Nothing of it stands in any case. */
const UNKNOWABLE = [
  '您家住几楼呀',
  '您养宠物吗',
  '您平时几点睡',
  '您是开车还是坐车',
  '您手机什么牌子',
  '您家有没有电梯',
  '您明天休息还是上班',
];

it('[J123] a first question that they can’t know is no dodging: they say so, and tell nothing else', () => {
  const found = shortCustomers([0]).flatMap((customer, i) => {
    const say = UNKNOWABLE[i % UNKNOWABLE.length] as string;
    const { told, reaction, next } = askedBack(customer, say);
    const isPutOff = reaction === 'dont-know' || next?.why.kind === 'nod';
    return told.length > 0 || !isPutOff ? [`${customer.id}「${say}」 ${reaction} ${told.join()}`] : [];
  });
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(2);
});

it('[J123] no persona refuses what they can’t know, or says that it was told', () => {
  const refused = [...library.personas.values()].flatMap(({ id, reacts }) =>
    Object.entries(reacts.slots)
      .filter(([slot]) => slot === 'dont-know' || (slot.startsWith('asked-') && slot !== 'asked-again'))
      .filter(([, lines]) => /先不|先放|先跳过|暂不(?:提供|说明)|保密|往上翻|已经写明/.test(JSON.stringify(lines)))
      .map(([slot]) => `${id}: ${slot}`),
  );
  expect(refused).toEqual([]);
});
