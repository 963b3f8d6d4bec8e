/**
 * The reports of the stored plays by strangers (tests/fairness/plays): words nobody wrote for a test. Those of the newest
 * rounds, which `tests/fairness/plays.test.ts` plays anyway, and every eighth of the older ones; in a sweep all.
 */
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { isNewest } from '#tests/fairness/newest-rounds.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import type { Told } from './every-report.ts';
import { library } from './play.ts';

/** One of so many of the older plays. */
const OLDER = 8;

let known: Told[] | null = null;

/** Played once a worker; some ten seconds. */
export const strangersReports = (): readonly Told[] => {
  known ??= read();
  return known;
};

const read = (): Told[] => {
  const rounds = readRounds();
  return rounds.flatMap(({ round, plays }, at) =>
    plays
      .filter((_, i) => sweepsAll || isNewest(at, rounds.length) || i % OLDER === 0)
      .map(({ id, scenario, replies, after, card }) => {
        const played = playedOnce(library, [scenario], toReplies(replies), { after, card });
        return { id: scenario, who: `${round} ${id}`, ...played };
      }),
  );
};
