import { describe, expect, it } from 'vitest';
import { scriptFor } from '#scripts/bots/replies.ts';
import { library } from '#tests/support/library.ts';

const cases = [...library.scenarios.values()];

/** A line as it is said: variables filled with something. */
const said = (line: string): string => line.replaceAll(/\{[^}]*\}/g, '14:20');

describe('a simulated trainee', () => {
  it.each(cases.map(({ id }) => id))('finds the beat of %s from the customer’s words alone', (id) => {
    const scenario = library.scenarios.get(id);
    const replies = library.testplans.get(id)?.model?.replies ?? [];
    for (const beat of scenario?.beats ?? []) {
      const bubble = beat.says?.find(({ kind }) => kind === 'text');
      const reply = replies.find(({ to }) => to === beat.id);
      if (bubble?.kind !== 'text' || reply === undefined) continue;
      const script = scriptFor(library, id, 'model');
      script.heard(said(bubble.text));
      expect(script.next()).toBe(reply);
    }
  });

  it('says goodbye once the story is over, and then nothing more', () => {
    const script = scriptFor(library, 'payment-reminder/unpaid-forgot', 'model');
    script.over();
    expect(script.next()?.say[0]).toMatchObject({ text: expect.stringContaining('祝您') });
    expect(script.next()).toBeNull();
  });

  it('may be one that never answers', () => {
    const script = scriptFor(library, 'payment-reminder/unpaid-forgot', 'silent');
    script.heard('在吗');
    expect(script.next()).toBeNull();
  });

  it('answers a line that is in no plan a few times and then stops', () => {
    const script = scriptFor(library, 'promotion/coupon-stack', 'model');
    const answers = Array.from({ length: 40 }, () => script.next());
    expect(answers.at(-1)).toBeNull();
  });
});
