/** What a schema can't tell of the days of promotion: sums, order, ids. */
import { say } from '#i18n/say.ts';
import { duplicateIds, type NamedId, unknownIds } from '#library/checks/ids/id-references.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { type AuthoredRush, RUSH_MINUTES } from '#library/schema/rush.ts';

const SECONDS_A_MINUTE = 60;
const FULL_PERCENT = 100;
/** Shares may be written with decimals. */
const ROUNDING = 1e-6;

/** Faults of `scenarios/rush.yaml`; `types`: the library's. */
export function* checkRush({ levels, profiles }: AuthoredRush, types: readonly NamedId[]): Iterable<Fault> {
  if (levels.some((factor, i) => factor <= (levels[i - 1] ?? 0)))
    yield { code: 'rush-levels-order', path: ['levels'], message: say('checker:rush.levels') };
  yield* duplicateIds(
    profiles.map(({ id }, index) => ({ id, path: ['profiles', index, 'id'] })),
    'rush',
  );
  for (const [index, profile] of profiles.entries()) {
    const path = ['profiles', index, 'types'];
    const typesNamed = Object.keys(profile.types);
    yield* unknownIds(
      typesNamed.map((id) => ({ id, path: [...path, id] })),
      types,
      'type',
    );
    const shareSum = Object.values(profile.types).reduce((total, share) => total + share, 0);
    if (Math.abs(shareSum - FULL_PERCENT) > ROUNDING)
      yield { code: 'rush-shares', path, message: say('checker:rush.shares', { sum: shareSum }) };
    const maxSeconds = RUSH_MINUTES * SECONDS_A_MINUTE;
    for (const [batchIndex, { at, over }] of profile.batches.entries())
      if (at + over > maxSeconds)
        yield {
          code: 'rush-after-end',
          path: ['profiles', index, 'batches', batchIndex],
          message: say('checker:rush.after-end', { most: maxSeconds }),
        };
  }
}
