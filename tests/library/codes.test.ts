import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODES, PLAYED_CODES } from '#library/diagnostics/codes.ts';
import { diagnose, FIXTURES, runFixture, VALID } from './fixture.ts';

const played = new Set<string>(PLAYED_CODES);
const codes = Object.keys(CODES).filter((code) => !played.has(code));

describe('the checker', () => {
  it('finds nothing in the valid fixture library', () => {
    expect(diagnose(VALID)).toEqual([]);
  });

  it('has one invalid fixture for each code that a file by itself can cause', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(codes.map((code) => `${code}.yaml`).sort());
  });

  it.each(codes)('%s is given by its fixture, at the marked line', (code) => {
    const { file, line, brings, diagnostics } = runFixture(code);
    const places = diagnostics.map((each) => `${each.code} ${each.file}:${each.line}`);
    expect(places).toContain(`${code} ${file}:${line}`);
    expect(diagnostics.map((each) => each.code).filter((each) => each !== code && !brings.includes(each))).toEqual([]);
  });
});
