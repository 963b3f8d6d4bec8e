import { describe, expect, test } from 'vitest';
import { requestedIn, withRequest } from '#client/features/classroom/new-run/requested-run.ts';
import { initialDraft } from '#client/features/classroom/new-run/run-draft.ts';

const asked = (text: string) => requestedIn(new URLSearchParams(text));
const draft = initialDraft('平常的名字', 'p1?');

describe('what the address of a new run asks for', () => {
  test('fills in name, day and cases, and homework of that day [J69]', () => {
    const run = withRequest(draft, asked('name=双11：退换&day=2026-11-25&cases=return-dispute/seventh-day,a/b'), null);
    expect(run).toMatchObject({
      ...{ name: '11-25 双11：退换', customers: 'cases', scenarios: ['return-dispute/seventh-day', 'a/b'] },
      homework: { opens: '2026-11-25T08:00', due: '2026-11-25T20:00' },
    });
  });

  test('passes over what is of no right shape', () => {
    const odd = asked('day=tomorrow&rush=d618&level=9&minutes=7000&cases=a/a,b/b,c/c,d/d');
    expect(odd).toMatchObject({ day: null, rush: { profile: 'd618', level: 1, minutes: 10 } });
    expect(odd.cases).toHaveLength(3);
    // Without a menu of rushes there is none to choose.
    expect(withRequest(draft, asked('rush=d618'), null)).toMatchObject({ customers: 'cases', name: '平常的名字' });
  });
});
