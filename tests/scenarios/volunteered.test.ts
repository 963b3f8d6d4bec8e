/** What a customer has said unasked needs no asking: every line near a fact that has to be asked for tells it or was looked at. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Burst, Fact, Question, Scenario } from '#engine/model/content.ts';
import { factsOf } from '#engine/prepare/prepare.ts';
import { compileRequestDetectors, isToldAlready } from '#language/asked/asked.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { sharesContent } from '#scoring/facts/counted-notes.ts';
import { makeReport } from '#scoring/report.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { library } from '#tests/support/library.ts';
import { plainCase } from '#tests/support/plain-case.ts';

/** Three cards hold each of a line's alternatives; the other cards differ in what is drawn. */
const CARDS = [0, 1, 2];
/** By case and fact the lines that sound near it and don't tell it; # stands for a number. A new line is looked at once. */
const TELL_NOTHING: Record<string, Record<string, string[]>> = JSON.parse(
  readFileSync('tests/scenarios/lines-near-facts.json', 'utf8'),
);

const usual = [
  ...library.scenarios.values(),
  ...[...library.short.values()].map(({ scenario }) => scenario),
  ...[...library.parts.values()].map(({ scenario }) => scenario),
];
const isAskedFor = ({ beats, customer }: Scenario): boolean =>
  beats.some(({ asks }) => asks.some(({ first }) => first?.some((one) => typeof one === 'string'))) ||
  customer.knows.some(({ given }) => given !== undefined);
const ids = usual.filter(isAskedFor).map(({ id }) => id);
const scenariosOf = (id: string): Scenario[] => CARDS.map((card) => plainCase(id, cardOfSeed(card)));
const textsOf = (says: Fact['says'] | null): string[] =>
  (says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
const general = (text: string): string => text.replace(/\d+/g, '#');

/** The facts that an answer rests on, with the lines said by the beat that asks for it. */
const wantedIn = (scenario: Scenario): { fact: Fact; question: Question; lines: string[] }[] =>
  scenario.beats.flatMap((beat, at) =>
    beat.asks.flatMap((question) =>
      (question.first ?? []).flatMap((first) => {
        const fact = scenario.customer.knows.find(({ id }) => id === first);
        if (!fact) return [];
        const until = scenario.beats.slice(0, at + 1);
        const told = until.findIndex(({ tells }) => tells.includes(fact.id));
        const lines = until.slice(0, told < 0 ? until.length : told).flatMap(({ says }) => textsOf(says));
        return [
          {
            fact,
            question,
            lines: [...scenario.before.flatMap(({ by, says }) => (by === 'customer' ? textsOf(says) : [])), ...lines],
          },
        ];
      }),
    ),
  );

describe.each(ids)('%s', (id) => {
  const scenarios = scenariosOf(id);

  it('[T129] has no line near a fact that is to be asked for but those that tell it or were looked at', () => {
    const unseen = scenarios.flatMap((scenario) => {
      const detectors = compileRequestDetectors(factsOf(scenario));
      return wantedIn(scenario).flatMap(({ fact, lines }) => {
        const about = [...textsOf(fact.says), ...fact.cues, fact.model ?? ''];
        return lines
          .filter((line) => {
            const isKnown =
              fact.given?.some((words) => line.includes(words)) ||
              isToldAlready(readText(folded(line)), detectors, fact.id) ||
              TELL_NOTHING[id]?.[fact.id]?.includes(general(line));
            return !isKnown && sharesContent(line, about);
          })
          .map((line) => `${fact.id}: ${general(line)}`);
      });
    });
    expect([...new Set(unseen)]).toEqual([]);
  });

  it('[T129] names by `given` only words that the customer says, pictures they send, or what the desk shows', () => {
    const picturesOf = (says: Burst | null): string[] =>
      (says ?? []).flatMap((bubble) => (bubble.kind === 'picture' ? [bubble.picture] : []));
    const said = scenarios.map((scenario) =>
      [
        ...scenario.beats.flatMap(({ says }) => [...textsOf(says), ...picturesOf(says)]),
        JSON.stringify(scenario.orders),
      ].join(' '),
    );
    for (const { id: fact, given = [] } of scenarios.flatMap(({ customer }) => customer.knows))
      for (const words of given)
        expect(
          said.some((text) => text.includes(words)),
          `${fact}: ${words}`,
        ).toBe(true);
  });
});

it('[T129] charges nobody for not asking what the customer has said, and still where they haven’t', () => {
  const play = readRounds()
    .flatMap(({ plays }) => plays)
    .find(({ id, card }) => id === 't-strawberry-locker-good' && card === 1);
  if (!play) throw new Error('no such play');
  const { data, events, report } = playedOnce(library, [play.scenario], toReplies(play.replies), play);
  const isHeld = ({ dimensions }: typeof report): boolean =>
    dimensions.some(({ lost }) => lost.some(({ text }) => text.includes('放柜之前给您打过电话吗')));
  const ungiven = data.scenarios.map((scenario) => ({
    ...scenario,
    customer: { ...scenario.customer, knows: scenario.customer.knows.map(({ given: _, ...fact }) => fact) },
  }));
  expect(isHeld(report)).toBe(false);
  expect(isHeld(makeReport({ ...data, scenarios: ungiven }, events))).toBe(true);
});

it('[M228] charges nobody for not asking what the customer’s picture shows', () => {
  const replies = toReplies([
    { to: 'any', after: '10s', say: ['烂的咱认，坏果包赔，您私聊发我'] },
    { to: 'any', after: '10s', say: ['按坏的占比赔您，果不用寄回'] },
  ]);
  const shown = CARDS.map((card) => playedOnce(library, ['community/group-rotten-photo'], replies, { card })).find(
    ({ events }) => events.some((event) => event.kind === 'customer-said' && event.bubble.kind === 'picture'),
  );
  if (!shown) expect.fail('no card with the picture');
  const ungiven = shown.data.scenarios.map((scenario) => ({
    ...scenario,
    customer: { ...scenario.customer, knows: scenario.customer.knows.map(({ given: _, ...fact }) => fact) },
  }));
  const isHeld = ({ dimensions }: typeof shown.report): boolean =>
    dimensions.some(({ lost }) => lost.some(({ text }) => text.includes('您数数一箱里坏了几个')));
  expect(isHeld(shown.report)).toBe(false);
  expect(isHeld(makeReport({ ...shown.data, scenarios: ungiven }, shown.events))).toBe(true);
});
