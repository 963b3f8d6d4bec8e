/** An operation told as done and clicked a turn later (RULES T92), over the good trainees of the shipped cases. */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { CASES, library, play } from '#tests/learning/support/play.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const claimMarks = ({ findings }: Report): number =>
  findings.filter(({ code }) => code === 'claimed-undone').reduce((sum, { marks }) => sum + marks, 0);
const chargedMarks = ({ findings }: Report): number =>
  findings
    .filter(({ code }) => code === 'claimed-undone' || code === 'missing-action')
    .reduce((sum, { marks }) => sum + marks, 0);
const isClaimed = (events: readonly DrillEvent[], action: string): boolean =>
  events.some(
    (event) => event.kind === 'turn-judged' && event.judgement.claims?.some((one) => one.actions[0] === action),
  );

/** Each reply of a good trainee without one of its operations, where its words tell that one as done. */
const LIES = CASES.flatMap((id) => {
  const replies = library.testplans.get(id)?.model?.replies ?? [];
  return replies.flatMap((reply, at) =>
    reply.do.map((deed) => ({
      id,
      at,
      deed,
      never: replies.map(
        (one, i): Reply => (i === at ? { ...one, do: one.do.filter((other) => other !== deed) } : one),
      ),
    })),
  );
})
  .filter((_, i) => sweepsAll || i % 3 === 0)
  .filter(({ id, deed, never }) => isClaimed(play([id], never).events, deed.action));

const laterReply = (deed: Reply['do'][number]): Reply => ({
  to: 'any',
  afterS: 8,
  do: [deed],
  say: [{ text: '现在点好了' }],
  repeat: false,
});
const LATE = LIES.map((lie) => ({ ...lie, late: lie.never.toSpliced(lie.at + 1, 0, laterReply(lie.deed)) }));

/** Whether the customer asked for the operation, or doubted it, before the click. */
const isMissed = (events: readonly DrillEvent[], action: string): boolean => {
  const told = events.findIndex((event) => event.kind === 'turn-judged' && event.judgement.claims !== undefined);
  const clicked = events.findIndex((event) => event.kind === 'action-done' && event.action === action);
  return events
    .slice(told, clicked)
    .some(
      (event) => event.kind === 'customer-said' && event.why.kind === 'reaction' && event.why.reaction === 'undone',
    );
};

describe('[T92] an operation told as done', () => {
  it('is charged wherever it was never clicked', () => {
    expect(LIES.length).toBeGreaterThan(10);
    for (const { id, deed, never } of LIES)
      expect(chargedMarks(play([id], never).report), `${id} ${deed.action}`).toBeGreaterThan(0);
  });

  it('costs something, and less, where it was clicked once the customer had asked for it', () => {
    const missed = LATE.filter(({ id, deed, late }) => isMissed(play([id], late).events, deed.action));
    expect(missed.length).toBeGreaterThan(5);
    for (const { id, deed, never, late } of missed) {
      const marks = claimMarks(play([id], late).report);
      expect(marks, `${id} ${deed.action}`).toBeGreaterThan(0);
      expect(marks, `${id} ${deed.action}`).toBeLessThan(claimMarks(play([id], never).report));
    }
  });
});
