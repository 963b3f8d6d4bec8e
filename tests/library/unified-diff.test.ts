import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '#library/examples/unified-diff.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const numbered = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i}\n`).join('');

describe('a unified diff', () => {
  it('has three lines around each change, and separate hunks for changes far apart', () => {
    const before = numbered(1, 30);
    const after = before.replace('5\n', '5\n五\n').replace('25\n', '');
    expect(unifiedDiff('a/b.yaml', before, after)).toBe(
      [
        ...['diff --git a/a/b.yaml b/a/b.yaml', '--- a/a/b.yaml', '+++ b/a/b.yaml'],
        ...['@@ -3,6 +3,7 @@', ' 3', ' 4', ' 5', '+五', ' 6', ' 7', ' 8'],
        ...['@@ -22,7 +23,6 @@', ' 22', ' 23', ' 24', '-25', ' 26', ' 27', ' 28', ''],
      ].join('\n'),
    );
    expect(unifiedDiff('a', before, before)).toBe('');
  });

  it('says where the last line has no break', () => {
    expect(unifiedDiff('a', '1\n2', '1\n2\n3')).toBe(
      'diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,2 +1,3 @@\n 1\n-2\n\\ No newline at end of file\n+2\n+3\n\\ No newline at end of file\n',
    );
  });

  it('is what git applies, whatever the texts are', () => {
    const folder = tempFolder();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    git('init', '-q');
    mkdirSync(join(folder, 'x'));
    const text = fc.array(fc.constantFrom('甲', '乙', '丙', '', '-', '+ 1', '@@ 1'), { maxLength: 24 });
    const texts = fc.tuple(text, text, fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(texts, ([a, b, endA, endB]) => {
        const whole = (lines: string[], end: boolean): string => `头\n${lines.join('\n')}${end ? '\n' : '尾'}`;
        const [before, after] = [whole(a, endA), whole(b, endB)];
        const patch = unifiedDiff('x/案.yaml', before, after);
        if (patch === '') return;
        writeFileSync(join(folder, 'x', '案.yaml'), before);
        writeFileSync(join(folder, 'p.diff'), `# 王老师\n${patch}# 没有收：「-」\n`);
        git('apply', '--whitespace=nowarn', 'p.diff');
        expect(readFileSync(join(folder, 'x', '案.yaml'), 'utf8')).toBe(after);
      }),
      { numRuns: 40 },
    );
  });
});
