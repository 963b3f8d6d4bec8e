import { describe, expect, it } from 'vitest';
import { lost, marks, money } from '#client/lib/format.ts';

describe('[M35] figures in tables', () => {
  it('have the real minus sign, never a hyphen', () => {
    for (const value of [-4, -13.52, -0.1]) {
      expect(marks(value)).toBe(`−${marks(-value)}`);
      expect(money(value * 100)).toBe(`−${money(-value * 100)}`);
    }
    expect([marks(13.52), marks(14), lost(4)]).toEqual(['13.5', '14', '−4']);
  });
});
