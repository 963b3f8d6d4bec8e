/** The project tasks that ship: parts that fit together, each playable by itself, notes that are told apart. */
import { expect, test } from 'vitest';
import { runTestplans } from '#authoring/testplan.ts';
import { contentFor } from '#library/load.ts';
import { withParts } from '#library/load-projects.ts';
import { holdsWords } from '#library/reading/note-words.ts';
import { library } from '#tests/support/library.ts';

const tasks = [...library.tasks.values()];
test('[J38] two tasks of two shops ship, each over three roles, and no list of cases has their parts', () => {
  expect(tasks.length).toBeGreaterThanOrEqual(2);
  expect(new Set(tasks.map(({ shop }) => shop)).size).toBeGreaterThanOrEqual(2);
  for (const { parts } of tasks) expect(parts.map(({ role }) => role)).toEqual(['售前', '售后', '仓库']);
  expect([...library.parts.keys()].filter((id) => library.scenarios.has(id) || library.short.has(id))).toEqual([]);
});

test.each([...library.parts.keys()])('[J38] %s: every trainee of its testplan ends as the author expects', (id) => {
  // `shipped.test.ts` has the checker look at the files.
  expect(runTestplans(withParts(library), id)).toEqual([]);
});

test('[J41] a note is held against what it must have, a figure or day also in another way of writing', () => {
  const [, swap] = library.tasks.get('race-shoes')?.parts ?? [];
  const held = (note: string) => (swap?.keeps ?? []).filter(({ words }) => holdsWords(note, words)).map(({ id }) => id);
  expect(held('客户脚长24.5，二十二号跑半马')).toEqual(['foot', 'race']);
  expect(held('首次换码的运费我们出')).toEqual(['freight']);
  expect(held('客户人不错，运费险已赠')).toEqual([]);
});

test.each(tasks.map((task) => [task.id, task] as const))(
  '[J38] %s is opened with the cases of all parts',
  (_, task) => {
    const ids = task.parts.map((part) => part.case);
    expect(contentFor(library, ids).data.scenarios.map(({ id }) => id)).toEqual(ids);
  },
);
