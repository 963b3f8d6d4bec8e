/** The order of test files: with two workers the long ones first, so that no worker waits at the end for a long file. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ROOT = join(import.meta.dirname, '../..');

const DEAR: readonly string[] = [
  'learning/same-plays',
  'http/access',
  'http/hostile/hostile-bodies',
  'scenarios/heard-figures',
  'scenarios/shop-sentences',
  'http/inspections/inspections',
  // Of those beside the browser's.
  'browser/resilience',
  'browser/lesson',
  'deploy/two-nodes',
  'browser/lesson-lines',
  'browser/walk',
  'browser/paper',
  'start/nodes',
  'start/faults',
  'browser/two-customers',
  'browser/authored',
].map((name) => `tests/${name}.test.ts`);

for (const file of DEAR) if (!existsSync(join(ROOT, file))) throw new Error(`no such test file: ${file}`);

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = DEAR.indexOf(relative(ROOT, moduleId).replaceAll('\\', '/'));
  return place < 0 ? DEAR.length : place;
};
const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

export class DearFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => groupOf(a) - groupOf(b) || placeOf(a) - placeOf(b));
  }
}
