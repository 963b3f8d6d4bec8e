/** Operations beside the needed one: the desk must have each, the case may forbid none, and they follow an operation. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose, VALID } from './fixture.ts';

const CASE = 'cases/product-advice/mini.yaml';

/** What the checker says of the valid case with other needs in its beat, as code and path of the line. */
const saidOf = (needs: string): string[] => {
  const dir = mkdtempSync(join(tmpdir(), 'kefu-ways-'));
  try {
    cpSync(VALID, dir, { recursive: true });
    const text = readFileSync(join(VALID, CASE), 'utf8').replace('needs: [{ask: city}]', `needs: ${needs}`);
    writeFileSync(join(dir, CASE), text);
    return diagnose(dir).map(({ code }) => code);
  } finally {
    rmSync(dir, { recursive: true });
  }
};

describe('operations that serve the same end', () => {
  it('[T8] can’t include a forbidden or unknown one', () => {
    expect(saidOf('[{ask: city}, {do: urge-warehouse, or: [change-price]}]')).toContain('need-unmeetable');
    expect(saidOf('[{ask: city}, {do: urge-warehouse, or: [dance]}]')).toContain('unknown-id');
    expect(saidOf('[{ask: city, or: [urge-warehouse]}]').length).toBeGreaterThan(0);
  });

  it('[T8] may include any that the desk offers', () => {
    const codes = saidOf('[{ask: city}, {do: urge-warehouse, or: [send-product]}]');
    expect(codes.filter((code) => code === 'need-unmeetable' || code === 'unknown-id')).toEqual([]);
  });
});
