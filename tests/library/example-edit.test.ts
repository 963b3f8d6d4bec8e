import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withExample } from '#library/examples/example-edit.ts';
import { unifiedDiff } from '#library/examples/unified-diff.ts';
import { listNames, readAuthored, yamlFiles } from '#library/reading/read-file.ts';
import { scenarioFile } from '#library/schema/scenario.ts';
import { pointsOf } from '#library/view/case-view.ts';

const at = (text: string, sentence = '今天发', list: 'yes' | 'no' = 'yes') =>
  withExample(text, ['points', 0], list, sentence);

describe('an example', () => {
  it('is added to a list in brackets, and a comment behind the list stays', () => {
    expect(
      at('points:\n  - id: a # 发货\n    examples:\n      yes: [马上发,  现在发 ]   # 两句\n      no: [再说]\n'),
    ).toBe(
      'points:\n  - id: a # 发货\n    examples:\n      yes: [马上发,  现在发, 今天发 ]   # 两句\n      no: [再说]\n',
    );
  });

  it('is added to a list of lines', () => {
    expect(
      at(
        'points:\n  - id: a\n    examples:\n      yes:\n      - 马上发 # 一句\n\n      # 以下不算\n      no: [再说]\n',
      ),
    ).toBe(
      'points:\n  - id: a\n    examples:\n      yes:\n      - 马上发 # 一句\n      - 今天发\n\n      # 以下不算\n      no: [再说]\n',
    );
  });

  it('makes the list, and examples around it, where there is none', () => {
    expect(at('points:\n  - id: a\n    examples:\n      no: [再说]\n    policy: c\n  - id: b\n')).toBe(
      'points:\n  - id: a\n    examples:\n      no: [再说]\n      yes: [今天发]\n    policy: c\n  - id: b\n',
    );
    expect(at('points:\n  - id: a\n    policy: c # 卡\n  - id: b\n', '再说', 'no')).toBe(
      'points:\n  - id: a\n    policy: c # 卡\n    examples:\n      no: [再说]\n  - id: b\n',
    );
    expect(at('points: [{id: a, says: 今天发货}, {id: b}]\n')).toBe(
      'points: [{id: a, says: 今天发货, examples: {yes: [今天发]}}, {id: b}]\n',
    );
    expect(at('points: [{id: a, examples: {no: [再说], }}]\n')).toBe(
      'points: [{id: a, examples: {no: [再说], yes: [今天发] }}]\n',
    );
    expect(at('points:\n  - id: a\n    examples: {}')).toBe('points:\n  - id: a\n    examples: {yes: [今天发]}');
  });

  it('is added behind a text of several lines, and at the end of a file without a line break', () => {
    expect(at('points:\n  - id: a\n    says: |\n      一\n      二\nmore: 1\n')).toBe(
      'points:\n  - id: a\n    says: |\n      一\n      二\n    examples:\n      yes: [今天发]\nmore: 1\n',
    );
    expect(at('points:\n  - id: a')).toBe('points:\n  - id: a\n    examples:\n      yes: [今天发]');
    expect(at('points:\r\n  - id: a\r\n')).toBe('points:\r\n  - id: a\r\n    examples:\r\n      yes: [今天发]\r\n');
  });

  it.each(['39.5', '今天, 发', '好的: 发', '发 #1', '{今天}发', '"今天"发', '- 发', 'true', '今天 发 ', "it's 发"])(
    'is quoted where YAML would read %s as something else',
    (sentence) => {
      const patched = at('points:\n  - id: a\n    examples: {yes: [马上发]}\n', sentence);
      expect(patched).toContain(JSON.stringify(sentence));
    },
  );

  it('is not added to a point that has another shape', () => {
    expect(at('points:\n  - 只有一句\n')).toBeNull();
    expect(at('points:\n  - id: a\n    examples: 今天发\n')).toBeNull();
    expect(at('points:\n  - id: a\n    examples: {yes: 今天发}\n')).toBeNull();
  });

  it('changes nothing else in any case of the library, wherever the point stands in it', () => {
    const folder = join('scenarios', 'cases');
    const files = listNames(folder, 'folder').flatMap((type) =>
      yamlFiles(join(folder, type)).filter((file) => !file.endsWith('.testplan.yaml')),
    );
    const sentence = '拿到货不对就找我, 我包来回';
    let tried = 0;
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const authored = readAuthored(file, text, scenarioFile).value;
      // In a case that varies the points stand in their template; `harvest.test.ts` has those.
      if (authored === null && /^vary:/m.test(text)) continue;
      if (authored === null) throw new Error(file);
      const points = pointsOf(authored);
      for (const { point, path } of [points.slice(0, 1), points.slice(-2)].flat()) {
        const patched = withExample(text, path, 'yes', sentence) ?? '';
        const after = readAuthored(file, patched, scenarioFile).value;
        const wanted = structuredClone(authored);
        const own = pointsOf(wanted).find((p) => JSON.stringify(p.path) === JSON.stringify(path));
        if (own) own.point.examples = { ...point.examples, yes: [...(point.examples?.yes ?? []), sentence] };
        expect(after, `${file} ${point.id}`).toEqual(wanted);
        tried += 1;
      }
      const changed = withExample(text, pointsOf(authored)[0]?.path ?? [], 'no', sentence) ?? '';
      const gone = unifiedDiff(file, text, changed)
        .split('\n')
        .filter((line) => /^-(?!--)/.test(line));
      expect(gone.length).toBeLessThanOrEqual(1);
    }
    // Three cases have one right answer and don't vary: three points each.
    expect(tried).toBeGreaterThan(8);
  });
});
