/** The reports of every trainee of every testplan, and of those who don't do the work: what holds in all is asked of these. */
import type { Report, ReportFinding } from '#contract/report.ts';
import { EFFORTLESS, type Effortless } from '#scripts/fairness/effortless.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { inTurn } from './in-turn.ts';
import { CASES, dataOf, library, type Played, play, scenarioOf } from './play.ts';

export type Told = Played & { id: string; who: string };

let known: Told[] | null = null;

/** With whom the first case begins: so the quarter who answer half of a case has no higher mean than all of them. */
const FROM = 6;

/** A quarter of those who don't do the work play a case, in a sweep all. */
export const lazyIn = (id: string): readonly Effortless[] =>
  inTurn(EFFORTLESS, id, FROM, Math.ceil(EFFORTLESS.length / 4));

/** Played once a worker; some twenty seconds. */
export const everyReport = (): readonly Told[] => {
  known ??= CASES.flatMap((id) => {
    const plan = library.testplans.get(id) ?? {};
    const planned = Object.entries(plan).map(([who, { replies }]) => ({ id, who, ...play([id], replies) }));
    const lazy = lazyIn(id).flatMap(({ who, replies, bell }) => {
      const own = replies(scenarioOf(id), dataOf([id]), plan);
      return own === null ? [] : [{ id, who, ...playedOnce(library, [id], own, { bell }) }];
    });
    return [...planned, ...lazy];
  });
  return known;
};

export const isMerit = ({ severity }: ReportFinding): boolean => severity === 'merit';

/** The findings for which `holds` is false, each named so that a reader finds it. */
export const failing = (
  of: (report: Report, told: Told) => readonly ReportFinding[],
  holds: (finding: ReportFinding, told: Told) => boolean,
): string[] =>
  everyReport().flatMap((told) =>
    of(told.report, told)
      .filter((finding) => !holds(finding, told))
      .map(({ code, quote, why }) => `${told.id} ${told.who} ${code} 「${quote}」 ${why}`),
  );

/** The trainee's message a finding quotes, whole; null where it quotes none. */
export const messageOf = ({ quoteAt }: ReportFinding, { report }: Told): string | null =>
  report.transcript.find((line) => line.id === quoteAt?.message)?.text ?? null;
