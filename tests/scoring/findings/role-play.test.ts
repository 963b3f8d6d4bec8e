import { expect, it } from 'vitest';
import type { PlayerAct } from '#engine/model/role-play.ts';
import { contentFor } from '#library/load.ts';
import { retryPlaces } from '#scoring/practice-advice/retry-places.ts';
import { makeReport } from '#scoring/report.ts';
import { drive, end, say } from '#tests/engine/support/drive.ts';
import { library } from '#tests/support/library.ts';

const data = contentFor(library, ['promotion/coupon-stack']).data;
const long = contentFor(library, ['community/group-commission']).data;
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

it('[J118] has no mark where fewer than half of the case’s questions were put, unless something caps it', () => {
  const play = (at: number, act: PlayerAct) => ({ kind: 'play', at, id: `p${at}`, act }) as const;
  const reportOf = (acts: readonly ReturnType<typeof play>[], reply: string) =>
    makeReport(
      long,
      drive(long, [play(0, { do: 'ready' }), { kind: 'start', at: 0 }, say(12_000, reply), ...acts, end(90_000)], {
        rolePlay: true,
        start: false,
        mode: 'practice',
      }).log,
    );
  const asked = (n: number) =>
    (long.scenarios[0]?.beats ?? [])
      .filter(({ asks }) => asks.length > 0)
      .slice(1, n)
      .map(({ id }, i) => play(30_000 + i, { do: 'asked', beat: id }));
  const opening = long.scenarios[0]?.beats[0]?.asks[0]?.points[0]?.says ?? '';
  const few = reportOf([play(30_000, { do: 'leave', how: 'content' })], opening);
  const of = few.askedLittle?.of ?? 0;
  expect(of).toBeGreaterThan(4);
  expect(few).toMatchObject({ unjudged: true, askedLittle: { put: 1 } });
  expect(few.verdict).toContain(`客户只问了 1 / ${of}，这一场不计分。`);
  expect(reportOf(asked(of / 2 - 1), opening).askedLittle).toEqual({ put: of / 2 - 1, of });
  const half = reportOf(asked(of / 2), opening);
  expect([half.unjudged, half.askedLittle]).toEqual([undefined, undefined]);
  const rude = reportOf([play(30_000, { do: 'leave', how: 'angry' })], '你有病吧，爱买不买，滚');
  expect(rude.cappedBy).not.toBeNull();
  expect([rude.unjudged, rude.askedLittle]).toEqual([undefined, undefined]);
});
