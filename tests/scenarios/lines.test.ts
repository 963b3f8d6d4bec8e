/** Each customer of the library has their own lines: two customers share only small talk. */
import { expect, it } from 'vitest';
import { allLines } from '#library/checks/sentences/customer-lines.ts';
import { plain } from '#library/checks/sentences/plain-text.ts';
import { toBurst } from '#library/reading/lines.ts';
import { library } from '#tests/support/library.ts';

const MAX_SHARED = 0.2;

/** A customer's bubbles, each once, without punctuation. */
const bubblesOf = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(
    lines
      .flatMap((line) => toBurst(line).flatMap((bubble) => (bubble.kind === 'text' ? [plain(bubble.text)] : [])))
      .filter((words) => words !== ''),
  );
const sharedBy = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((words) => other.has(words)).length / Math.max(1, Math.min(one.size, other.size));

const cases = library.files.cases.flatMap(({ scenario }) =>
  scenario.value ? [{ id: scenario.value.id, own: bubblesOf(allLines(scenario.value).map(({ line }) => line)) }] : [],
);

it('no two cases share more than a fifth of the shorter one’s lines', () => {
  const close = cases.flatMap((one, index) =>
    cases
      .slice(index + 1)
      .map((other) => ({ pair: `${one.id} ${other.id}`, shared: sharedBy(one.own, other.own) }))
      .filter(({ shared }) => shared > MAX_SHARED),
  );
  expect(close).toEqual([]);
});

it('counts bubbles whatever their punctuation and order, and a copy as a copy', () => {
  const [first] = cases;
  expect(sharedBy(bubblesOf(['在吗 ⏎ 多少钱', '行']), bubblesOf(['多少钱？', '在吗。', '那算了']))).toBeCloseTo(2 / 3);
  expect(first && sharedBy(first.own, first.own)).toBe(1);
});
