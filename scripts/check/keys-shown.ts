/** What every point of a case listens for, as lines an author can read beside the file. */
import type { DescribedKey } from '#language/points/describe-keys.ts';
import { pointsOf } from '#library/case-view.ts';
import { describePoint } from '#library/describe.ts';
import type { AuthoredScenario } from '#library/schema-scenario.ts';

/** One block a point: each wording with the words, values, denial and side that must be heard. */
export function keysShown(authored: AuthoredScenario): string[] {
  return pointsOf(authored).flatMap(({ beat, point }) => {
    const { compiled } = describePoint(point);
    return [
      `${authored.id} ${beat.id}/${point.id}${compiled.value === null ? '' : `  值：${compiled.value}`}`,
      ...compiled.right.map((key) => `  ✓ ${shown(key)}`),
      ...compiled.wrong.map((key) => `  ✗ ${shown(key)}`),
      ...compiled.about.map((key) => `  关于 ${shown(key)}`),
      ...compiled.unless.map((key) => `  除非 ${shown(key)}`),
    ];
  });
}

function shown({ text, words, values, denied, side }: DescribedKey): string {
  const heard = [...words, ...values, ...(denied ? ['否定'] : []), ...(side ? [`${side}承担`] : [])];
  return `${text}  ← ${heard.join(' · ')}`;
}
