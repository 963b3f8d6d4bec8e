import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTestplans } from '#authoring/testplan.ts';
import { PLAYED_CODES } from '#library/diagnostics/codes.ts';
import { loadLibrary } from '#library/load.ts';
import { VALID } from './fixture.ts';

const PLANS = resolve(import.meta.dirname, '../fixtures/testplans');
const RUBRICS = resolve(import.meta.dirname, '../../scenarios/rubrics');
const PLAN = 'cases/product-advice/mini.testplan.yaml';

/** The complaints when the valid library's case is played with this testplan. The shipped rubric marks it. */
const played = (name: string): string[] => {
  const dir = mkdtempSync(join(tmpdir(), 'kefu-played-'));
  try {
    cpSync(VALID, dir, { recursive: true });
    cpSync(RUBRICS, join(dir, 'rubrics'), { recursive: true });
    cpSync(join(PLANS, `${name}.yaml`), join(dir, PLAN));
    const { library } = loadLibrary(dir);
    return runTestplans(library, 'product-advice/mini').map(
      ({ code, file, line }) => `${code} ${file === join(dir, PLAN)} ${line}`,
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
};

describe('a testplan that is played', () => {
  it('has nothing reported when every trainee ends as expected', () => {
    expect(played('valid')).toEqual([]);
  });

  it('has one invalid fixture for each code that only playing can give', () => {
    expect(readdirSync(PLANS).sort()).toEqual([...PLAYED_CODES, 'valid'].map((code) => `${code}.yaml`).sort());
  });

  it.each(PLAYED_CODES)('%s is given by its fixture, at the marked line', (code) => {
    const text = readFileSync(join(PLANS, `${code}.yaml`), 'utf8');
    const line = text.split('\n').findIndex((each) => each.includes(`# <- ${code}`)) + 1;
    expect(played(code)).toEqual([`${code} true ${line}`]);
  });
});
