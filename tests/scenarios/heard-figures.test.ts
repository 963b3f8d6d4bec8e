/** No customer thanks for, repeats or checks a figure of the shop's before anybody has told it, whoever plays whichever case. */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { figuresNamed } from '#engine/prepare/line-figures.ts';
import { prepare, preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { contentFor } from '#library/load.ts';
import { library, play } from '#tests/learning/support/play.ts';
import { strangersReports } from '#tests/learning/support/strangers.ts';

type Play = { id: string; data: ContentData; events: readonly DrillEvent[] };
/** Every trainee of the testplan, and the strangers' plays that other files ask for too. */
const playsOf = (scenario: string): Play[] => [
  ...Object.entries(library.testplans.get(scenario) ?? {}).map(([id, { replies }]) => ({
    id,
    ...play([scenario], replies),
  })),
  ...strangersReports()
    .filter(({ id }) => id === scenario)
    .map(({ who, data, events }) => ({ id: who, data, events })),
];

/** What a customer sees of an operation: a card as it is, of any other what it changes; no note and no answer of the desk's. */
const shownBy = (preparedCase: PreparedCase, event: Extract<DrillEvent, { kind: 'action-done' }>): string => {
  const seen = Object.entries(event.with).filter(([field]) => event.sends || field !== 'note');
  const sums = seen.map(([, value]) => (typeof value === 'number' ? `${value / 100}元` : value));
  const coupons = preparedCase.shop.coupons.flatMap(({ id, amount }) =>
    id === event.with.coupon ? [`${amount / 100}元`] : [],
  );
  const goods = preparedCase.shop.products.flatMap(({ id, price }) =>
    id === event.with.product ? [`${price / 100}元`] : [],
  );
  return [...(event.sends ? event.result : []), ...sums, ...coupons, ...goods].join('\n');
};

const openingOf = ({ scenario }: PreparedCase, id: string): string =>
  (scenario.beats.find((beat) => beat.id === id)?.says ?? [])
    .map((bubble) => (bubble.kind === 'text' ? bubble.text : ''))
    .join('\n');

/** Lines in answer to the trainee whose figures were neither told, shown, nor said by the customer before. */
const unsaidIn = (preparedCase: PreparedCase, log: readonly DrillEvent[]): string[] => {
  const known = new Set<string>();
  const add = (text: string): void => {
    for (const one of figuresNamed(preparedCase.lineFigures, text)) known.add(one);
  };
  return log.flatMap((event) => {
    if (event.kind === 'trainee-said') add(event.text);
    if (event.kind === 'action-done') add(shownBy(preparedCase, event));
    if (event.kind !== 'customer-said' || event.bubble.kind !== 'text') return [];
    const { text } = event.bubble;
    const tells = event.why.kind === 'fact' || event.why.kind === 'ending';
    // What stands in place of a question may repeat the figures of the question's own line.
    if (event.why.kind === 'opening' && event.why.instead) add(openingOf(preparedCase, event.why.beat));
    const own = tells || (event.why.kind === 'opening' && !event.why.instead);
    const unsaid = (preparedCase.lineFigures.namesByLine.get(text) ?? []).some((figure) => !known.has(figure));
    for (const figure of preparedCase.lineFigures.namesByLine.get(text) ?? []) known.add(figure);
    return unsaid && !own ? [text] : [];
  });
};

describe.each([...library.scenarios.keys()])('the customer of %s', (scenario) => {
  it('[T34] repeats no figure of the shop’s that nobody has told', () => {
    const found = playsOf(scenario).flatMap(({ id, data, events }) =>
      unsaidIn(preparedCaseIn(prepare(data), scenario), events).map((line) => `${id}: ${line}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the figures in customer lines', () => {
  it('[T34] are found in more than twenty cases', () => {
    const { data } = contentFor(library, [...library.scenarios.keys()].slice(0, 1));
    expect(data.scenarios).toHaveLength(1);
    const counts = [...library.scenarios.keys()].map((id) =>
      preparedCaseIn(prepare(contentFor(library, [id]).data), id),
    );
    expect(counts.filter(({ lineFigures }) => lineFigures.namesByLine.size > 2).length).toBeGreaterThan(20);
  });

  it('[M64] are spans by the hour, too, which the 2 of 满20减2 doesn’t tell', () => {
    const figures = [...library.scenarios.keys()]
      .map((id) => preparedCaseIn(prepare(contentFor(library, [id]).data), id).lineFigures)
      .filter(({ figures }) => figures.some(({ kind, quantity }) => kind === 'duration' && quantity === 2 * 60 * 60));
    expect(figures.length).toBeGreaterThan(3);
    for (const lineFigures of figures) {
      const before = figuresNamed(lineFigures, '');
      expect(figuresNamed(lineFigures, '再用个满20减2的券').filter((name) => name.startsWith('duration'))).toEqual(
        before,
      );
      expect(figuresNamed(lineFigures, '两个小时里有信').some((name) => name.startsWith('duration'))).toBe(true);
    }
  });
});
