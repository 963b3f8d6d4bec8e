/**
 * What a turn talks of, and what an ask is about, as the characters that tell of a matter (RULES T40). Kept over the
 * whole conversation they show which asks the trainee has spoken of at all: a point they never spoke of is surely
 * missing.
 */

import type { Point, Scenario } from '#engine/model/content.ts';
import { charId, charWeight, partnerIds } from '#language/points/wordings/text-units.ts';
import type { Clause } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';

/**
 * The characters of an ask, those that others use in the place of each (掏 for 付), and how much each tells of this ask.
 * Rows, not a list of triples: a server keeps them for each drill that has a card of its own.
 */
export type AskChars = { chars: string; partners: readonly string[]; weights: readonly number[] };
/** By point, for those that are asked for by name. */
export type AskCharsByPoint = ReadonlyMap<string, AskChars>;

/** Ids of single characters lie above those of the lexicon's concepts. */
const FIRST_CHAR_ID = charId(0);

const tellingIn = (text: string): Set<string> =>
  new Set([...folded(text)].filter((char) => charWeight(char.charCodeAt(0)) > 0));

const isStatement = ({ isQuestion, isRetracted }: Clause): boolean => !isQuestion && !isRetracted;

/** The telling characters of what a turn tells, each once: not of what it asks or takes back. */
export const topicsIn = ({ normal, reading }: ReadReply): string => {
  const told = reading.clauses.filter(isStatement);
  return [...tellingIn(told.map(({ start, end }) => normal.text.slice(start, end)).join(','))].join('');
};

const askText = ({ ask }: Point): string =>
  (ask?.bursts ?? [])
    .flat()
    .map((bubble) => (bubble.kind === 'text' ? bubble.text : ''))
    .join(' ');

const partnersByChar = new Map<string, string>();

/** The same text each time: cases ask with the same few hundred characters. */
const partnersOf = (char: string): string => {
  const partners =
    partnersByChar.get(char) ??
    String.fromCharCode(...partnerIds(charId(char.charCodeAt(0))).map((id) => id - FIRST_CHAR_ID));
  partnersByChar.set(char, partners);
  return partners;
};

/** Read once for a case: the more of its points share a character, the less it tells which of them is asked for. */
export const askCharsOf = ({ beats }: Scenario): AskCharsByPoint => {
  const points = beats
    .flatMap(({ asks, points: own }) => [...asks.flatMap((question) => question.points), ...own])
    .filter(({ ask }) => ask);
  const counts = new Map<string, number>();
  for (const point of points)
    for (const char of tellingIn(`${askText(point)} ${point.says}`)) counts.set(char, (counts.get(char) ?? 0) + 1);
  const logTotal = Math.log(points.length + 1);
  const weightOf = (char: string): number =>
    charWeight(char.charCodeAt(0)) * (1 - Math.log(counts.get(char) ?? 1) / logTotal);
  return new Map(
    points.map((point) => {
      const chars = [...tellingIn(askText(point))];
      return [point.id, { chars: chars.join(''), partners: chars.map(partnersOf), weights: chars.map(weightOf) }];
    }),
  );
};

/** Least weight (0–1) of a character by which a check takes up what was said: 到, 来 and 退 stand in most replies. */
const TAKEN_UP = 0.25;

const readWrongWays = ({ beats }: Scenario): ReadonlyMap<string, string> =>
  new Map(
    beats
      .flatMap(({ asks, points: own }) => [...asks.flatMap((question) => question.points), ...own])
      .flatMap(({ id, check }) => {
        const bubbles = (check?.wrong.bursts ?? []).flat();
        const text = folded(bubbles.map((bubble) => (bubble.kind === 'text' ? bubble.text : '')).join(' '));
        const chars = [...new Set(text)].filter(
          (char) => /\d/.test(char) || charWeight(char.charCodeAt(0)) >= TAKEN_UP,
        );
        return check ? [[id, chars.join('')] as const] : [];
      }),
  );

const wrongWays = new WeakMap<Scenario, ReadonlyMap<string, string>>();

/** By point: the telling characters and digits of its check the wrong way round (RULES T96); read once for a case. */
export const wrongWayCharsOf = (scenario: Scenario): ReadonlyMap<string, string> => {
  const chars = wrongWays.get(scenario) ?? readWrongWays(scenario);
  wrongWays.set(scenario, chars);
  return chars;
};
