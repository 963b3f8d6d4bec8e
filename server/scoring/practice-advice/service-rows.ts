/** The conversations of a report as rows of service data that trainees analyse themselves (docs/trade.md §9). */

import type { ServiceRow } from '#contract/analysis.ts';
import type { Report } from '#contract/report.ts';
import { say } from '#i18n/say.ts';
import { mean, toTenth } from '#scoring/log/arithmetic.ts';

type DrillSource = {
  drill: string;
  trainee: string;
  at: number;
  typeOf(scenario: string): string;
  /** What its customer complains of; empty: nothing. */
  complaintOf?(scenario: string): string;
};

const meanToTenth = (values: readonly number[]): number | null => {
  const value = mean(values);
  return value === null ? null : toTenth(value);
};

/**
 * One row a conversation, in order of arrival. Rounds the clock stood across, and void ones, are left out. Who went to a
 * classmate before anything was said here is a row of that classmate's alone: they would be counted twice.
 */
export const serviceRows = (report: Report, { drill, trainee, at, typeOf, complaintOf }: DrillSource): ServiceRow[] => {
  return report.conversations.flatMap((row): ServiceRow[] => {
    const rounds = row.rounds.filter(({ grade }) => grade !== 'interrupted' && grade !== 'void');
    const waitsS = rounds.filter(({ to }) => to !== null).map(({ seconds }) => seconds);
    const firstRound = rounds.find((round) => round.first && round.to !== null);
    const messages = report.transcript.filter(({ conversation }) => conversation === row.conversation);
    if (row.passedOn && rounds.length === 0 && !messages.some(({ by }) => by === 'trainee')) return [];
    const questions = report.ledger.filter(({ conversation }) => conversation === row.conversation);
    const faults = report.findings.filter(
      (finding) =>
        finding.conversation === row.conversation &&
        finding.severity !== 'merit' &&
        !finding.unsure &&
        finding.ruling?.verdict !== 'dismissed',
    );
    const windows = row.windows.filter(({ how }) => how !== 'void');
    return [
      {
        id: `${drill}-${row.conversation}`,
        who: trainee,
        at,
        customer: row.name,
        title: row.title,
        type: typeOf(row.scenario),
        outcome: row.outcome ?? say('next:service.notEnded'),
        rating: row.rating,
        lastedS: Math.round((row.until - row.from) / 1000),
        rounds: rounds.length,
        customerMessages: messages.filter(({ by }) => by === 'customer').length,
        traineeMessages: messages.filter(({ by }) => by === 'trainee').length,
        firstS: firstRound === undefined ? null : toTenth(firstRound.seconds),
        meanS: meanToTenth(waitsS),
        slowestS: waitsS.length === 0 ? null : toTenth(Math.max(...waitsS)),
        unanswered: rounds.filter(({ to }) => to === null).length,
        questions: questions.length,
        answered: questions.filter(({ points }) =>
          points.filter((point) => point.must).every((point) => point.state === 'covered'),
        ).length,
        faults: faults.length,
        worstFamily: mostOften(faults.map(({ familyName }) => familyName)),
        windows: windows.length,
        taken: windows.filter(({ how }) => how === 'taken').length,
        mood: row.mood.at(-1)?.[1] ?? 0,
        ...{
          complaint: complaintOf?.(row.scenario) ?? '',
          served: 1,
          enquirers: null,
          buyers: null,
          conversion: null,
          basket: null,
          satisfied: null,
        },
      },
    ];
  });
};

const mostOften = (names: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};
