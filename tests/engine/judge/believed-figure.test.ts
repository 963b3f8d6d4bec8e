/** A wrong answer with a figure leads on only where its own figure was told: nobody asks for the 10 of a sum never heard. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { withBelievedFigure } from '#engine/judge/believed-figure.ts';
import type { Bubble } from '#engine/model/content.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import { contentFor } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { figureFlips } from '#scripts/accuracy/invariants/flips.ts';
import { library } from '#tests/support/library.ts';

const CARDS = [0, 1, 2];
const isSum = ({ kind }: { kind: string }): boolean => ['amount', 'percent', 'size'].includes(kind);

type Led = { case: PreparedCase; point: string; wrongId: string; says: string; others: readonly string[] };
/** The wordings with one figure of every wrong answer that leads to another beat, and copies of them with another figure. */
const led: Led[] = [...library.scenarios.keys()].flatMap((id) =>
  CARDS.flatMap((card) =>
    [...prepare(contentFor(library, [id], cardOfSeed(card)).data).cases.values()].flatMap((preparedCase) =>
      [...preparedCase.points.values()].flatMap(({ point }) =>
        (point.wrongs ?? []).flatMap((wrong) =>
          preparedCase.beats.has(point.wrongReacts[wrong.id]?.then ?? '')
            ? wrong.says.flatMap((says) => {
                const others = figureFlips(says, isSum).filter((other) => !wrong.says.includes(other));
                return others.length === 0
                  ? []
                  : [{ case: preparedCase, point: point.id, wrongId: wrong.id, says, others }];
              })
            : [],
        ),
      ),
    ),
  ),
);

const told = ({ case: preparedCase, point, wrongId }: Led, figure: string): string | undefined => {
  const verdict = { id: point, state: 'wrong', wrongId, figure, confidence: 0.9, start: 0, end: 9, rule: '' } as const;
  return withBelievedFigure(preparedCase)(verdict satisfies PointVerdict).wrongId;
};
const lines = (bubbles: readonly Bubble[]): string =>
  bubbles.map((bubble) => (bubble.kind === 'text' ? bubble.text : '')).join('\n');

describe('[T134] a wrong answer that leads on', () => {
  it('is the one whose figure was told', () => {
    expect(led.length).toBeGreaterThan(50);
    for (const one of led) expect(told(one, one.says), `${one.case.scenario.id}: ${one.says}`).toBe(one.wrongId);
  });

  it('is not told by another figure where the beat it leads to rests on its own', () => {
    const left = led.flatMap((one) => one.others.filter((other) => told(one, other) === undefined).map(() => one));
    const ids = new Set(left.map((one) => `${one.case.scenario.id} ${one.wrongId}`));
    for (const id of ['promotion/coupon-stack stale-net', 'bargaining/apple-two-yuan gives'])
      expect([...ids]).toContain(id);
    // A whole box promised leads on whatever sum it is told with.
    expect(led.map((one) => `${one.case.scenario.id} ${one.wrongId}`)).toContain('community/group-rotten-photo whole');
    expect([...ids]).not.toContain('community/group-rotten-photo whole');
  });
});

/** What coupon-stack's customer says to a first answer, on the card's sums. */
const saidTo = (card: number, say: (sums: { right: number; list: number }) => string) => {
  const { data, hash } = contentFor(library, ['promotion/coupon-stack'], cardOfSeed(card));
  const [scenario] = data.scenarios;
  const right = Number(/到手(\d+)元/.exec(scenario?.beats[0]?.asks[0]?.points[0]?.says ?? '')?.[1]);
  const offer = scenario?.beats[0]?.asks[0]?.points.some(({ says }) => says === '满300减40') ? 55 : 15;
  const replies = toReplies([{ to: 'price', after: '9s', say: say({ right, list: right + offer }) }]);
  const options = {
    scenarios: ['promotion/coupon-stack'],
    replies,
    seed: 1,
    mode: 'practice' as const,
    contentHash: hash,
  };
  const beats = playDrill(prepare(data), options).flatMap((event) =>
    event.kind === 'beat-entered' ? [event.beat] : [],
  );
  return { beats, isOffer: offer === 55, opening: lines(scenario?.beats[0]?.says ?? []) };
};

describe('[T134] whoever told another wrong sum than last year’s', () => {
  it.each([0, 1, 2, 3, 4, 5])('owes nothing that lacks by it (card %d)', (card) => {
    const { isOffer } = saidTo(card, () => '在');
    const offer = isOffer ? '满300减50' : '满减减40';
    const wrongs = [
      ...[-31, -7, 3, 8, 22].map((by) => ({ by, say: '' })),
      ...[-7, 0, 8].map((by) => ({ by, say: `${offer}，` })),
    ];
    for (const { by, say } of wrongs)
      expect(saidTo(card, ({ right }) => `${say}到手${right + by}元`).beats, `${say}${by}`).not.toContain('short');
    // Last year's 50 without the coupon, told 5 too much: the 358 of a right sum of 353.
    expect(saidTo(card, ({ list }) => `两件到手${list - (isOffer ? 50 : 40)}元`).beats).not.toContain('short');
  });

  it('is asked for what lacks where it was last year’s, or last year’s offer alone', () => {
    expect(saidTo(0, ({ list }) => `到手${list - 65}元`).beats).toContain('short');
    expect(saidTo(0, () => '满300减50').beats).toContain('short');
    expect(saidTo(0, () => '满减减53').beats).not.toContain('short');
  });
});
