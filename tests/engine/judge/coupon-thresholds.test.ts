import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'promotion/coupon-stack';
const content = prepare(contentFor(library, [CASE]).data);

const rights = (text: string): string[] =>
  (answerRequest(content, oneTurn(CASE, text, { customer: '券能用吗' })).strays ?? []).map(({ right }) => right);

describe('[T186] from what sum a coupon may be used', () => {
  it('is held against the coupon of the sum named before', () => {
    expect(rights('给您张20元的券，满300才能用')).toEqual(['无门槛']);
    expect(rights('15元的券给您了，满299才能用')).toEqual(['满199元']);
  });

  it('is held against the coupon that the clause names behind it, not the one before', () => {
    expect(rights('20元的券给您了，另外满299能用店铺券')[0]).toContain('199');
    expect(rights('20元的券给您了，另外满299能用15元的券')[0]).toContain('199');
  });

  it.each([
    '20元回头客券没有门槛，店铺券满199就能用',
    '15元券满199可以用',
    '20元的券给您了，另外满199能用店铺券减15',
    '20元的券给您了，另外满199能用15元的券',
    '15元券给您了，满199就能抵',
    '20元的券满300能用吗',
    '满99就包邮，20元券也给您了',
  ])('%s accuses nobody', (text) => expect(rights(text)).toEqual([]));
});
