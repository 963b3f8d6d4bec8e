import { describe, expect, test } from 'vitest';
import { newCode, readCode } from '#classroom/certificates/code.ts';

describe('a certificate’s code', () => {
  test('[F3] is read as it is printed, by hand in small letters, and with signs taken for what they look like', () => {
    expect(readCode('4F7K-92QX-M3TD')).toBe('4F7K92QXM3TD');
    expect(readCode(' 4f7k 92qx m3td ')).toBe('4F7K92QXM3TD');
    expect(readCode('OIL0-1234-5678')).toBe('011012345678');
    for (const none of ['', '4F7K-92QX-M3T', '4F7K-92QX-M3TDD', '4F7K-92QX-M3TU', '４F7K92QXM3TD'])
      expect(readCode(none), none).toBeNull();
  });

  test('has twelve signs of 32, each as likely, and is read back', () => {
    const codes = Array.from({ length: 2000 }, newCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(readCode(code)).toBe(code);
    expect(new Set(codes.join('')).size).toBe(32);
  });
});
