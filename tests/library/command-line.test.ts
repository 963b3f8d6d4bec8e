import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** A script as the command line runs it, to its end. */
const run = (script: string, ...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const command = ['--import', 'tsx', `scripts/${script}.ts`, ...args];
    const child = execFile(process.execPath, command, { cwd: ROOT }, (_, stdout, stderr) =>
      done({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });

describe.concurrent('an unknown option', () => {
  const commands = ['play', 'bots', 'bench', 'accuracy', 'harvest'];
  it.each([...commands, 'scenarios-new', 'scenarios-check', 'scenarios-list', 'scenarios-coverage'])(
    '%s: is named with the right usage, and --help prints the same usage',
    async (script) => {
      const [wrong, help] = await Promise.all([run(script, '--nonsense'), run(script, '--help')]);
      expect(wrong).toMatchObject({ status: 2, stdout: '' });
      expect(wrong.stderr.split('\n')[0]).toBe("Unknown option '--nonsense'");
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(wrong.stderr).toContain(help.stdout);
    },
  );
});

describe.concurrent('the command line', () => {
  it('scenarios:list --json prints one JSON value with the fields authors and CI rely on', async () => {
    const { status, stdout } = await run('scenarios-list', '--json');
    expect(status).toBe(0);
    const listed: unknown = JSON.parse(stdout);
    expect(Array.isArray(listed)).toBe(true);
    for (const each of Array.isArray(listed) ? listed : [])
      expect(Object.keys(each)).toEqual(['id', 'type', 'title', 'level', 'shop', 'hash']);
  });

  const file = 'tests/fixtures/scenarios/yaml-colon-in-bare.yaml';
  it('scenarios:check FILE prints file:line:col CODE message and exits 1 on an error', async () => {
    const { status, stdout } = await run('scenarios-check', file);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^tests\/fixtures\/scenarios\/yaml-colon-in-bare\.yaml:\d+:\d+ yaml-colon-in-bare \S+/);
  });

  it('scenarios:check FILE --json prints the same as one JSON value', async () => {
    const { stdout } = await run('scenarios-check', file, '--json');
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'yaml-colon-in-bare', severity: 'error', file }]);
  });

  it('scenarios:check says so when a file is not there', async () => {
    const { status, stdout } = await run('scenarios-check', 'none.yaml');
    expect([status, stdout.trim().split(' ')[0]]).toEqual([1, 'none.yaml:1:1']);
  });
});
