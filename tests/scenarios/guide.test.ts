/** The guide, docs/writing-a-case.md, and its English counterpart. Followed to the letter: its fragments put into the skeleton are a case the checker has nothing to say about. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTestplans } from '#authoring/testplan.ts';
import { withCases } from '#library/load.ts';
import { checkFiles } from '#scripts/check/check-files.ts';
import { writeCase } from '#scripts/new-case/write-case.ts';
import { library, shipped } from '#tests/support/library.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LIBRARY = join(ROOT, 'scenarios');

it('the guide’s example plays, and its model trainee reaches what the guide says', () => {
  const guide = readFileSync(join(ROOT, 'docs/writing-a-case.md'), 'utf8').replaceAll('\r\n', '\n');
  const fragments = [...guide.matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
  const [customer = '', duties = '', opening = '', question = '', reacts = '', ends = '', model = ''] = fragments;
  expect(fragments).toHaveLength(7);

  const to = mkdtempSync(join(tmpdir(), 'kefu-guide-'));
  try {
    const asked = { id: 'product-advice/shirt-size', shop: 'suibu', level: '1', persona: 'hurried' };
    const made = writeCase(library, { ...asked, to, schemas: join(ROOT, 'docs/schema') });
    const [file = '', plan = ''] = 'files' in made ? made.files : [];
    const skeleton = readFileSync(file, 'utf8');
    const head = skeleton
      .slice(0, skeleton.indexOf('customer:'))
      .replace(/【改：题目[^】]*】/, '我穿几码')
      .replace(/【改：学到什么[^】]*】/, '先问身高体重，再给一个码');
    const silence = skeleton.slice(skeleton.indexOf('reacts:'), skeleton.indexOf('beats:'));
    writeFileSync(file, [head, customer, duties, silence, opening, question, reacts, ends].join(''));
    writeFileSync(plan, model);
    const said = checkFiles(LIBRARY, [file], shipped).diagnostics;
    // The guide shows one trainee of the five.
    expect(said.map(({ code }) => code)).toEqual(['testplan-trainee']);
    const { library: with1 } = withCases(shipped, [file]);
    expect(runTestplans(with1, asked.id)).toEqual([]);
    expect(with1.testplans.get(asked.id)?.model?.expect.score).toEqual([90, 100]);
  } finally {
    rmSync(to, { recursive: true });
  }
});

/**
 * A section of the guide in parts that don't depend on its language. Names are what stands in code without Chinese; a
 * placeholder written in capitals stands for a Chinese word.
 */
const partsOf = (section: string) => {
  const blocks = section.match(/^ *```[\s\S]*?^ *```$/gm) ?? [];
  const prose = blocks.reduce((text, block) => text.replace(block, ''), section);
  const lines = prose.split('\n').filter((line) => line.trim() !== '');
  const heading = lines[0] ?? '';
  return {
    heading,
    numbers: heading.match(/^#+|\d+/g),
    blocks,
    lines: lines.map((line) => /^ *(?:-|\d+\.|\||#+|<!--)/.exec(line)?.[0] ?? 'paragraph'),
    names: [...prose.matchAll(/`([^`]+)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !/[\p{Script=Han}…]/u.test(name) && !/[A-Z]{4}/.test(name)),
  };
};

describe('the guide in English', () => {
  const sectionsOf = (name: string) =>
    readFileSync(join(ROOT, 'docs', name), 'utf8')
      .replaceAll('\r\n', '\n')
      .split(/^(?=## )/m)
      .map(partsOf);
  const chinese = sectionsOf('writing-a-case.md');
  const english = sectionsOf('writing-a-case.en.md');

  it('has the sections of the Chinese one, with their numbers and minutes', () => {
    expect(chinese.length).toBeGreaterThan(10);
    expect(english.map(({ numbers }) => numbers)).toEqual(chinese.map(({ numbers }) => numbers));
  });

  it.each(chinese.map((section, n) => ({ section, other: english[n], heading: section.heading })))(
    'keeps up with “$heading”: code, paragraphs, lists, tables, and every name in code',
    ({ section, other }) => {
      expect(other?.blocks).toEqual(section.blocks);
      expect(other?.lines).toEqual(section.lines);
      expect(section.names.filter((name) => !other?.names.includes(name))).toEqual([]);
    },
  );

  it('names nothing in code that the Chinese one doesn’t, but translated words and how to have English', () => {
    const own = english.flatMap(({ names }, n) => names.filter((name) => !chinese[n]?.names.includes(name)));
    expect([...new Set(own)]).toEqual([
      'key: value',
      '--lang en',
      '{where: the very words}',
      '?lang=en',
      'id: type/name',
    ]);
  });
});
