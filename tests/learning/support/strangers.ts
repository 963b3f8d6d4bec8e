/** The reports of the stored plays by strangers (tests/fairness/plays): words nobody wrote for a test. Every third one, in a sweep all. */
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import type { Told } from './every-report.ts';
import { library } from './play.ts';

let known: Told[] | null = null;

/** Played once a worker; some ten seconds. */
export function strangersReports(): readonly Told[] {
  known ??= readRounds().flatMap(({ round, plays }) =>
    plays
      .filter((_, i) => sweepsAll || i % 3 === 0)
      .map(({ id, scenario, replies, after, card }) => {
        const played = playedOnce(library, [scenario], toReplies(replies), { after, card });
        return { id: scenario, who: `${round} ${id}`, ...played };
      }),
  );
  return known;
}
