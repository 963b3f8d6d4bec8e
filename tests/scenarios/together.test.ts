/** A class has three customers on the desk at once: the cases chosen for it can be served side by side. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { drive, judged, say, tick } from '#tests/engine/support/drive.ts';
import { library } from '#tests/support/library.ts';

const LESSON = [
  'product-advice/shoe-half-size',
  'logistics-complaint/signed-not-seen',
  'payment-reminder/unpaid-forgot',
] as const;

/** What a trainee of each case's testplan says, addressed to that case's customer. */
const repliesOf = (who: string, scenarios: readonly string[]): Reply[] =>
  scenarios.flatMap((id) =>
    (library.testplans.get(id)?.[who]?.replies ?? []).map((reply) => ({ ...reply, to: `${id}/${reply.to}` })),
  );

const play = (scenarios: readonly string[], replies: readonly Reply[]) => {
  const { data, hash } = contentFor(library, [...scenarios]);
  const events = playDrill(prepare(data), { scenarios, replies, seed: 1, mode: 'lesson', contentHash: hash });
  return makeReport(data, events);
};

describe('three customers at once', () => {
  it.each([
    ['model', 90],
    ['second-model', 80],
  ] as const)('%s trainees of a lesson reach %i marks and mix up no customers', (who, least) => {
    const report = play(LESSON, repliesOf(who, LESSON));
    expect(report.score).toBeGreaterThanOrEqual(least);
    expect(report.findings.map((f) => f.code)).not.toContain('cross-talk');
  });

  it('are served as well when one of them comes by an incident', () => {
    const scenarios = ['complaint-escalation/incident-two-days-silent', ...LESSON.slice(0, 2)];
    const report = play(scenarios, repliesOf('model', scenarios));
    expect(report.score).toBeGreaterThanOrEqual(80);
    expect(report.findings.map((f) => f.code)).not.toContain('cross-talk');
  });
});

describe('[T9] two customers of the same shop', () => {
  const SIZED = 'product-advice/shoe-half-size';
  const BUYER = 'promotion/coupon-stack';
  const crossTalk = (scenarios: readonly string[], text: string) => {
    const { data } = contentFor(library, [...scenarios]);
    const customers = scenarios.map((scenario) => ({ scenario, arrivesAt: 0 }));
    return judged(drive(data, [say(30_000, text), tick(60_000)], { customers }).log).crossTalk;
  };

  it.each(['建议您选39.5', '脚背高就选39.5，39不行', '那这双拿39.5，24.5本来是39，您脚面高，大半个码脚背就不压了'])(
    'the customer who asked for a sum is told the other’s size: %s',
    (text) => {
      expect(crossTalk([BUYER, SIZED], text)).toMatchObject({ conversation: 'c2' });
      expect(crossTalk([SIZED, BUYER], text)).toBeNull();
    },
  );
});
