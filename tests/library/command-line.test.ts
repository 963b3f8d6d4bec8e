import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const script = (name: string) => ['--import', 'tsx', `scripts/${name}.ts`];

describe('the command line', () => {
  it('scenarios:list --json prints one JSON value with the fields authors and CI rely on', () => {
    const out = execFileSync(process.execPath, [...script('scenarios-list'), '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const listed: unknown = JSON.parse(out);
    expect(Array.isArray(listed)).toBe(true);
    for (const each of Array.isArray(listed) ? listed : [])
      expect(Object.keys(each)).toEqual(['id', 'type', 'title', 'level', 'shop', 'hash']);
  });

  it('scenarios:check FILE prints file:line:col CODE message and exits 1 on an error', () => {
    const file = 'tests/fixtures/scenarios/yaml-colon-in-bare.yaml';
    const run = spawnSync(process.execPath, [...script('scenarios-check'), file], { cwd: ROOT, encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/^tests\/fixtures\/scenarios\/yaml-colon-in-bare\.yaml:\d+:\d+ yaml-colon-in-bare \S+/);
    const json = spawnSync(process.execPath, [...script('scenarios-check'), file, '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(JSON.parse(json.stdout)).toMatchObject([{ code: 'yaml-colon-in-bare', severity: 'error', file }]);
  });

  it('scenarios:check says so when a file is not there', () => {
    const run = spawnSync(process.execPath, [...script('scenarios-check'), 'none.yaml'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([run.status, run.stdout.trim().split(' ')[0]]).toEqual([1, 'none.yaml:1:1']);
  });
});
