/**
 * Tags by which cases are sorted: the rows they name exist, a level that promises a dilemma has one, and each red line
 * is crossed by somebody.
 */

import { say } from '#i18n/say.ts';
import { unknownIds } from '#library/checks/ids/id-references.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredScenario, OBSTACLES } from '#library/schema/scenario.ts';
import type { LawRow } from '#library/schema/schema.ts';
import type { AuthoredTestplan } from '#library/schema/testplan.ts';

/** The level of cases in which every way costs something. */
const DILEMMA_LEVEL = 5;

type Obstacle = (typeof OBSTACLES)[number];
const OBSTACLE_OF = {
  forgotten: '遗忘',
  doubt: '顾虑',
  price: '价格',
  technical: '技术',
  mistake: '误拍',
} as const satisfies Record<NonNullable<AuthoredScenario['obstacle']>['kind'], Obstacle>;

/** What keeps this customer from paying, by the tag, else by the obstacle. */
export const obstacleOf = ({ tags, obstacle }: AuthoredScenario): Obstacle | null => {
  return tags?.obstacle ?? (obstacle ? OBSTACLE_OF[obstacle.kind] : null);
};

/**
 * The red lines a case provokes: those that a trainee of its testplan crosses. The testplan expects the finding there,
 * so playing it proves the claim; a tag or a forbidden act alone would prove nothing.
 */
export const redLinesCrossed = (testplan: AuthoredTestplan | null): string[] => {
  const findingCodes = Object.values(testplan ?? {}).flatMap(({ expect }) => expect.findings ?? []);
  return [
    ...new Set(findingCodes.flatMap((code) => (code.startsWith('red-line:') ? [code.slice('red-line:'.length)] : []))),
  ];
};

export function* checkTags(
  authored: AuthoredScenario,
  testplan: AuthoredTestplan | null,
  law: readonly LawRow[],
): Iterable<Fault> {
  const { tags, obstacle, level } = authored;
  yield* unknownIds(
    (tags?.law ?? []).map((id, index) => ({ id, path: ['tags', 'law', index] })),
    law,
    'law',
  );
  if (level === DILEMMA_LEVEL && tags?.dilemma === undefined)
    yield {
      code: 'dilemma-missing',
      path: tags ? ['tags'] : ['level'],
      message: say('checker:tag.dilemma'),
    };
  if (tags?.obstacle && obstacle && OBSTACLE_OF[obstacle.kind] !== tags.obstacle)
    yield {
      code: 'obstacle-differs',
      path: ['tags', 'obstacle'],
      message: say('checker:tag.obstacle', {
        kind: obstacle.kind,
        name: OBSTACLE_OF[obstacle.kind],
        tag: tags.obstacle,
      }),
    };
  const crossed = redLinesCrossed(testplan);
  for (const [index, code] of (tags?.red ?? []).entries())
    if (testplan && !crossed.includes(code))
      yield {
        code: 'red-line-unplayed',
        path: ['tags', 'red', index],
        message: say('checker:tag.red', { code }),
      };
}
