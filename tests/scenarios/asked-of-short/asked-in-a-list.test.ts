/** Several things asked in one clause: each that is asked in the words of the case is told, two at most (RULES J207). */
import { describe, expect, it } from 'vitest';
import { askedBack, shortCustomers } from '#tests/scenarios/ground/asked-back.ts';

const LISTS: readonly [template: string, question: string, told: readonly string[]][] = [
  ['shipping-urge/which-courier', '您是哪个城市、几号要穿？', ['place', 'needed']],
  ['complaint-escalation/who-decides', '是哪一环拖的、耽误了您什么事？', ['loss', 'stage']],
  ['complaint-escalation/who-decides', '您说下：耽误了什么、有没有额外花钱、最在意哪样？', ['loss', 'cares']],
  // One item names one thing, in however many words.
  ['shipping-urge/which-courier', '您是哪个县、哪个乡镇？', ['place']],
  ['complaint-escalation/who-decides', '人没事吧，您没伤着吧？', ['safe']],
];

describe('[J207] a list of questions in one clause', () => {
  const customers = shortCustomers([0, 1]);

  it.each(LISTS)('%s: %s', (template, question, told) => {
    const asked = customers.filter(({ id }) => id.startsWith(`${template}-`));
    expect(asked).toHaveLength(2);
    for (const customer of asked) expect(new Set(askedBack(customer, question).told)).toEqual(new Set(told));
  });
});
