/** From when the warranty of an exchanged machine runs (RULES T79), in cases of a shop whose card says so. */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const CARD = 'g-again';
const made = new Map<string, ReturnType<typeof prepare>>();
const isHeld = (id: string, text: string): boolean => {
  const content = made.get(id) ?? prepare(contentFor(library, [id]).data);
  made.set(id, content);
  return answerRequest(content, oneTurn(id, text)).judgement.contradictions.some(
    ({ card, chance }) => card === CARD && chance >= VERDICT_THRESHOLDS.card.told,
  );
};
const cases = [...library.scenarios.values()]
  .filter(({ shop }) => shop === 'guchui')
  .map(({ id }) => id)
  .slice(0, 3);

const WRONG = [
  '质保接着原来那台往下算',
  '换新以后保修还是照旧机子剩下的时间算',
  '质保呢，接着头一台算',
  '质保不重新算的哈',
  '保修顺着上一台继续走',
];
const RIGHT = [
  '换新以后质保从换货那天重新算',
  '质保不是接着原来那台算，是重新算',
  '质保重新算一年',
  '机器还在质保里',
  '原来那台留着给快递',
  '质保1年，从签收那天算',
  '要是质保接着原来那台算就亏了，不会的',
];

describe('[T79] the warranty of an exchanged machine', () => {
  it('there are cases to try it in', () => expect(cases.length).toBe(3));
  it.each(WRONG)('is told wrong: %s', (text) => {
    expect(cases.filter((id) => !isHeld(id, text))).toEqual([]);
  });
  it.each(RIGHT)('is not: %s', (text) => {
    expect(cases.filter((id) => isHeld(id, text))).toEqual([]);
  });
});

it('[T79] no trainee of a testplan who is to tell nothing wrong is held', () => {
  const held = cases.flatMap((id) =>
    ['model', 'second-model', 'third-model'].flatMap((who) => {
      const replies = (library.testplans.get(id) as Record<string, { replies: { say: object[] }[] }> | undefined)?.[who]
        ?.replies;
      return (replies ?? [])
        .map(({ say }) => say.map((bubble) => ('text' in bubble ? String(bubble.text) : '')).join('\n'))
        .filter((text) => /质保|保修/.test(text) && isHeld(id, text));
    }),
  );
  expect(held).toEqual([]);
});
