/** How much a case gives to practise against each family of faults, as a number and in words with the case's own figures. */
import type { Scenario } from '#engine/model/content.ts';
import { sideFactsOf } from '#engine/prepare/side-facts.ts';
import { listed, say } from '#i18n/say.ts';
import { windowName } from '#scoring/opportunities/windows.ts';

type PracticeOffer = { amount: (scenario: Scenario) => number; text: (scenario: Scenario) => string };

const questions = (scenario: Scenario) => scenario.beats.flatMap((beat) => beat.asks);
const points = (scenario: Scenario) => questions(scenario).flatMap((question) => question.points);
const mustCount = (scenario: Scenario): number => points(scenario).filter((point) => point.must).length;
const pointsOnCards = (scenario: Scenario): number => points(scenario).filter((point) => point.policy !== null).length;
const windows = (scenario: Scenario) => scenario.beats.flatMap((beat) => beat.window ?? []);
/** Facts to ask for; side facts count for nothing (RULES T71). */
const factsWanted = (scenario: Scenario): number => scenario.customer.knows.length - sideFactsOf(scenario).size;
const deedCount = (scenario: Scenario): number =>
  scenario.duties.length + scenario.beats.filter((beat) => beat.needs.some((n) => n.do !== null)).length;
/** docs/trade.md §1: a customer who comes in with a mood of 40 or less is hard to talk to from the first line. */
const GRUMPY_MOOD = 40;

const OFFERS = {
  late: {
    amount: (scenario) => scenario.beats.filter((beat) => beat.asks.length > 0).length / 4,
    text: (scenario) => say('next:offer.late.figure', { n: questions(scenario).length }),
  },
  'quick-replies': {
    amount: factsWanted,
    text: (scenario) => {
      const n = factsWanted(scenario);
      return n === 0 ? say('next:offer.quick-replies.particular') : say('next:offer.quick-replies.figure', { n });
    },
  },
  'not-valuing': {
    amount: (scenario) => windows(scenario).length,
    text: (scenario) => {
      const kinds = [...new Set(windows(scenario).map(({ kind }) => kind))];
      return kinds.length === 0
        ? say('next:offer.not-valuing.goodbye')
        : say('next:offer.not-valuing.figure', { windows: listed(kinds.map(windowName)) });
    },
  },
  evading: {
    amount: (scenario) => mustCount(scenario) / 2,
    text: (scenario) => say('next:offer.evading.figure', { n: mustCount(scenario) }),
  },
  wrong: {
    amount: (scenario) => pointsOnCards(scenario) / 2,
    text: (scenario) => say('next:offer.wrong.figure', { n: pointsOnCards(scenario) }),
  },
  operation: {
    amount: (scenario) => scenario.forbids.length + deedCount(scenario),
    text: (scenario) => {
      const [n, forbidden] = [deedCount(scenario), scenario.forbids.length];
      return forbidden === 0
        ? say('next:offer.operation.figure', { n })
        : say('next:offer.operation.forbidden', { n, forbidden });
    },
  },
  manner: {
    amount: (scenario) =>
      (scenario.customer.mood !== null && scenario.customer.mood <= GRUMPY_MOOD ? 3 : 0) + scenario.level / 3,
    text: (scenario) =>
      scenario.customer.mood !== null && scenario.customer.mood <= GRUMPY_MOOD
        ? say('next:offer.manner.mood', { mood: scenario.customer.mood })
        : say('next:offer.manner.figure', { n: scenario.beats.length }),
  },
} as const satisfies Readonly<Record<string, PracticeOffer>>;
type Family = keyof typeof OFFERS;

const isKnownFamily = (family: string): family is Family => Object.hasOwn(OFFERS, family);

/** How much a case gives to practise against a family of faults; for an unknown family the case's level. */
export const practiceValue = (family: string, scenario: Scenario): number =>
  isKnownFamily(family) ? OFFERS[family].amount(scenario) : scenario.level;

/** The same in words, with the case's own figures. */
export const practiceValueText = (family: string, scenario: Scenario): string =>
  isKnownFamily(family)
    ? OFFERS[family].text(scenario)
    : say('next:offer.questions', { n: questions(scenario).length });

/** What a trainee learns to do better against a family; empty for an unknown family. */
export const practiseAgainst = (family: string): string =>
  isKnownFamily(family) ? say(`next:offer.${family}.practise`) : '';

/** The family that a case gives most to practise against; those in `toldFamilies` only when no other is left. */
export const hardestOf = (scenario: Scenario, toldFamilies: ReadonlySet<string>): string => {
  const families = Object.keys(OFFERS).filter((family) => practiceValue(family, scenario) > 0);
  const untoldFamilies = families.filter((family) => !toldFamilies.has(family));
  const [hardest] = (untoldFamilies.length > 0 ? untoldFamilies : families).toSorted(
    (a, b) => practiceValue(b, scenario) - practiceValue(a, scenario),
  );
  return hardest ?? 'late';
};
