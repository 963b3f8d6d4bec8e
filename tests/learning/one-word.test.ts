/** One thing has one word and one figure, wherever it is shown: on the desk, and in every table of the report. */
import { describe, expect, it } from 'vitest';
import { createPresenter } from '#drills/present/present.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { CASES, library, type Played, play } from '#tests/learning/support/play.ts';

/** Every trainee of every testplan, played and scored once. */
const played: { who: string; one: Played }[] = CASES.flatMap((id) =>
  Object.entries(library.testplans.get(id) ?? {}).map(([name, trainee]) => ({
    who: `${id} ${name}`,
    one: play([id], trainee.replies),
  })),
);

/** The faults of each report, one a line, to read when the list isn't empty. */
const where = (wrong: (one: Played) => readonly string[]): string[] =>
  played.flatMap(({ who, one }) => wrong(one).map((what) => `${who}: ${what}`));

const shownOnDesk = ({ data, events }: Played): Map<string, number> => {
  const present = createPresenter(prepare(data));
  const shown = new Map<string, number>();
  // The desk shows a question's seconds in practice alone; otherwise only pauses and a rush's dial ask for the mode.
  const inPractice = (one: DrillEvent): DrillEvent =>
    one.kind === 'drill-opened' ? { ...one, mode: 'practice' } : one;
  for (const event of events.flatMap((one) => present(inPractice(one))))
    if (event.kind === 'question-changed' && event.seconds !== null) shown.set(event.question, event.seconds);
  return shown;
};

describe('the figures of desk and report agree', () => {
  it('on the seconds of a question', () => {
    expect(
      where((one) => {
        const desk = shownOnDesk(one);
        return one.report.ledger.flatMap(({ question, seconds }) => {
          const live = desk.get(question);
          // The answer was told before it was asked and again afterwards: the desk counted the first.
          if (live === undefined || live === 0 || seconds === null) return [];
          return live === seconds ? [] : [`${question} ${live} / ${seconds}`];
        });
      }),
    ).toEqual([]);
  });
});
