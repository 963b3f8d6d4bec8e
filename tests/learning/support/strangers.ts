/** The reports of the stored plays by strangers (tests/fairness/plays): words nobody wrote for a test. */
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import type { Told } from './every-report.ts';
import { dataOf } from './play.ts';

let known: Told[] | null = null;

/** Played once a worker; some fifteen seconds. */
export function strangersReports(): readonly Told[] {
  known ??= readRounds().flatMap(({ round, plays }) =>
    plays.map(({ id, scenario, replies, after }) => {
      const data = dataOf([scenario]);
      const events = playDrill(prepare(data), {
        scenarios: [scenario],
        replies: toReplies(replies),
        seed: 1,
        mode: 'lesson',
        contentHash: 'h',
        ...(after === undefined ? {} : { after }),
      });
      return { id: scenario, who: `${round} ${id}`, data, events, report: makeReport(data, events) };
    }),
  );
  return known;
}
