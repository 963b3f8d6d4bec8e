import { expect, it } from 'vitest';
import { contentFor } from '#library/load.ts';
import { retryPlaces } from '#scoring/practice-advice/retry-places.ts';
import { makeReport } from '#scoring/report.ts';
import { drive, end, say } from '#tests/engine/support/drive.ts';
import { library } from '#tests/support/library.ts';

const data = contentFor(library, ['promotion/coupon-stack']).data;
const [first, second] = data.scenarios[0]?.beats ?? [];
const ANSWER = first?.asks[0]?.points[0]?.says ?? '';

/** The same reply to the same opening, played by a person or by the case; the trainee ends the drill early in both. */
const played = (rolePlay: boolean) =>
  drive(
    data,
    [
      ...(rolePlay ? [{ kind: 'play', at: 0, id: 'p0', act: { do: 'ready' } } as const] : []),
      { kind: 'start', at: 0 },
      say(12_000, ANSWER),
      end(40_000),
    ],
    { ...(rolePlay && { rolePlay: true }), start: false, mode: 'practice' },
  ).log;
const CUT_SHORT = ['ended-early', 'walked-out', 'customer-left'];

it('[J31] charges nobody for what the player left out, and offers no turn to do again', () => {
  const [alone, withPerson] = [makeReport(data, played(false)), makeReport(data, played(true))];
  const codes = ({ findings }: typeof alone) =>
    findings.map(({ code }) => code).filter((code) => CUT_SHORT.includes(code));
  expect(codes(alone)).toEqual(['ended-early']);
  expect(codes(withPerson)).toEqual([]);
  expect(withPerson.cappedBy).toBeNull();
  expect(withPerson.score).toBeGreaterThan(alone.score);
  expect(withPerson.ledger.map(({ question }) => question)).not.toContain(second?.asks[0]?.id);
  expect(retryPlaces(data, played(true), [])).toEqual([]);
});

it('[J31] a line of the player’s is waited for as one of the case’s', () => {
  const { log } = drive(
    data,
    [
      { kind: 'play', at: 0, id: 'p0', act: { do: 'ready' } },
      { kind: 'start', at: 0 },
      say(12_000, ANSWER),
      { kind: 'play', at: 30_000, id: 'p1', act: { do: 'say', text: '在不在', beat: null } },
      say(75_000, '在的'),
      end(90_000),
    ],
    { rolePlay: true, start: false, mode: 'practice' },
  );
  const [conversation] = makeReport(data, log).conversations;
  expect(conversation?.rounds.map(({ seconds }) => seconds).at(-1)).toBe(45);
});
