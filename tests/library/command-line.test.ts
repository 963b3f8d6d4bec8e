import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand, runNode, TOP } from '#tests/support/commands.ts';

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = packageSchema.parse(JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8')));

/** Arguments of Node with which `npm run` starts the command of this file, from its sources. */
const asNpmRuns = (file: string): string[] => {
  const command = Object.values(scripts).find((line) => line.endsWith(` scripts/${file}.ts`));
  const [program, ...args] = command?.split(' ') ?? [];
  expect(program, file).toBe('node');
  return args;
};

describe.concurrent('an unknown option', () => {
  const commands = ['play', 'bots', 'bench', 'accuracy', 'harvest'];
  it.each([...commands, 'scenarios-new', 'scenarios-check', 'scenarios-list', 'scenarios-coverage'])(
    '%s: is named with the right usage, and --help prints the same usage',
    async (script) => {
      const [wrong, help] = await Promise.all([
        runCommand(script, ['--nonsense']),
        runNode([...asNpmRuns(script), '--help']),
      ]);
      expect(wrong).toMatchObject({ status: 2, stdout: '' });
      expect(wrong.stderr.split('\n')[0]).toBe("Unknown option '--nonsense'");
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(wrong.stderr).toContain(help.stdout);
    },
  );
});

describe.concurrent('the command line', () => {
  it('scenarios:list --json prints one JSON value with the fields authors and CI rely on', async () => {
    const { status, stdout } = await runCommand('scenarios-list', ['--json']);
    expect(status).toBe(0);
    const listed: unknown = JSON.parse(stdout);
    expect(Array.isArray(listed)).toBe(true);
    for (const each of Array.isArray(listed) ? listed : [])
      expect(Object.keys(each)).toEqual(['id', 'type', 'title', 'level', 'shop', 'hash']);
  });

  const file = 'tests/fixtures/scenarios/yaml-colon-in-bare.yaml';
  it('scenarios:check FILE… prints file:line:col CODE message, also for a file that is not there, and exits 1 on an error', async () => {
    const { status, stdout } = await runCommand('scenarios-check', [file, 'none.yaml']);
    expect(status).toBe(1);
    expect(stdout.trim().split('\n').toSorted()).toEqual([
      expect.stringMatching(/^none\.yaml:1:1 missing-file \S+/),
      expect.stringMatching(/^tests\/fixtures\/scenarios\/yaml-colon-in-bare\.yaml:\d+:\d+ yaml-colon-in-bare \S+/),
    ]);
  });

  it('scenarios:check FILE --json prints the same as one JSON value', async () => {
    const { stdout } = await runCommand('scenarios-check', [file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'yaml-colon-in-bare', severity: 'error', file }]);
  });
});
