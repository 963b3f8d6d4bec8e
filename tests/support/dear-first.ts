/** The order of test files: with two workers the dear ones first, so that neither ends up waiting for one begun last. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ROOT = join(import.meta.dirname, '../..');

/**
 * By what they take. What stands between the first and `learning/advice`, and behind it as far as `scoring/marks/monotone`, shares
 * plays that a worker makes once (`everyReport`, `play`): the other worker is busy with the first and with advice meanwhile.
 */
const DEAR: readonly string[] = [
  'learning/metamorphic',
  'learning/one-story',
  'learning/evidence',
  'learning/earned',
  'learning/sayings',
  'scenarios/heard-figures',
  'fairness/plays',
  'learning/advice',
  'scenarios/shipped',
  'scoring/suggestions/better-wordings',
  'scoring/marks/lost-marks',
  'scoring/marks/give-back',
  'fairness/effortless',
  'scoring/findings/low-effort',
  'learning/one-word',
  'scoring/marks/monotone',
  'learning/teaches',
  'scenarios/never-mute',
].map((name) => `tests/${name}.test.ts`);

for (const file of DEAR) if (!existsSync(join(ROOT, file))) throw new Error(`no such test file: ${file}`);

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = DEAR.indexOf(relative(ROOT, moduleId).replaceAll('\\', '/'));
  return place < 0 ? DEAR.length : place;
};
/** A page's tests are short, and begin a worker of their own each: they fill what is left. */
const isClient = ({ project }: TestSpecification): number => Number(project.name.startsWith('client'));
const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

export class DearFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => groupOf(a) - groupOf(b) || isClient(a) - isClient(b) || placeOf(a) - placeOf(b));
  }
}
