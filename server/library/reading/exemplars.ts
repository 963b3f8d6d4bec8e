/**
 * Wordings that nobody types twice: what a testplan's good trainees say to a beat says the points of its questions. The words
 * that likeliest say each become exemplars, matched strictly.
 */
import { createHash } from 'node:crypto';
import type { Beat, Question, Scenario } from '#engine/model/content.ts';
import { likelyWords } from '#language/points/likely-words.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { spokenOf } from '#language/points/wordings/wording.ts';
import type { Testplan } from '#library/schema/testplan.ts';
import { type Exemplars, storedExemplars } from './stored-exemplars.ts';

/**
 * Trainees whose replies are taken, and how likely their words must be to say a point: whose replies are right as a whole
 * may say it in words nothing is like, who is right here and there must come near it.
 */
const TAKEN: Readonly<Record<string, number>> = {
  model: 0.15,
  'second-model': 0.2,
  'third-model': 0.2,
  middling: 0.4,
};
/** A better wording says its points by definition: the checker asks for each. */
const OWN_MODEL = 0.03;

/** The same for a point that must be said, where the beat has a reply of theirs. */
const WHOLE: Readonly<Record<string, number>> = { model: OWN_MODEL, 'second-model': 0.1 };

/** Words less likely than this say it only with what stands around them: 「没错」 alone owns up to nothing. */
const ALONE = 0.2;
/** 对 and 没错 answer what was asked there, and would say the point wherever they are said. */
const SHORTEST = 4;

/** The scenario with the exemplars of its testplan and its better wordings. Never throws. */
export function withExemplars(scenario: Scenario, testplan: Testplan | undefined): Scenario {
  // A pinned case has them already.
  if (exemplarsIn(scenario).size > 0) return scenario;
  const known = MADE.get(scenario);
  if (known && known.testplan === testplan) return known.made;
  const found = storedExemplars(scenario.id, sourceOf(scenario, testplan)) ?? findExemplars(scenario, testplan);
  const made = { ...scenario, beats: scenario.beats.map((beat) => beatWith(beat, found[beat.id] ?? {})) };
  MADE.set(scenario, { testplan, made });
  return made;
}

/** By beat and point the exemplars that the replies hold, each list in the order of the trainees. */
export const findExemplars = (scenario: Scenario, testplan: Testplan | undefined): Exemplars =>
  Object.fromEntries(
    scenario.beats.flatMap((beat) => {
      const found = exemplarsOf(beat, [...repliesTo(testplan, beat.id), ...models(beat)]);
      return found.size === 0 ? [] : [[beat.id, Object.fromEntries(found)]];
    }),
  );

/** What a case's exemplars are found in, as a hash: other beats or other replies make another. */
export const sourceOf = ({ beats }: Scenario, testplan: Testplan | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([beats, Object.keys(TAKEN).map((name) => testplan?.[name]?.replies ?? null)]))
    .digest('hex')
    .slice(0, 24);

/** Made once: a case is pinned for every drill on it. */
const MADE = new WeakMap<Scenario, { testplan: Testplan | undefined; made: Scenario }>();

/** `whole`: the least for a point that must be said, and is by whoever answers the beat in full. */
type Said = { replies: readonly string[]; least: number; whole: number };

/** The better wordings the report shows say the points of their questions. */
function models({ asks }: Beat): Said[] {
  const all = asks.flatMap(({ model }) => (model === null ? [] : [model]));
  return all.length > 0 ? [{ replies: all, least: OWN_MODEL, whole: OWN_MODEL }] : [];
}

/** By trainee what is said to a beat; to a beat that is never answered, what was said before it: it was told ahead. */
function repliesTo(testplan: Testplan | undefined, beat: string): Said[] {
  return Object.entries(TAKEN).flatMap(([name, least]) => {
    const all = testplan?.[name]?.replies ?? [];
    const own = all.filter(({ to }) => to === beat);
    const said = (own.length > 0 ? own : all)
      .map(({ say }) => say.flatMap((part) => ('text' in part ? [part.text] : [])).join('\n'))
      .filter((text) => text !== '');
    const whole = own.length > 0 ? (WHOLE[name] ?? least) : least;
    return said.length > 0 ? [{ replies: said, least, whole }] : [];
  });
}

function exemplarsOf(beat: Beat, trainees: readonly Said[]): ReadonlyMap<string, string[]> {
  if (trainees.length === 0 || beat.asks.length === 0) return new Map();
  const burst = (beat.says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  const titles = beat.asks.map(({ text }) => text);
  const customer = [...titles, ...burst].join('\n');
  const points = beat.asks.flatMap((question) => question.points.map(compilePoint));
  const found = new Map<string, string[]>();
  for (const { replies, least, whole } of trainees) {
    const likely = replies.flatMap((reply) => likelyWords(points, customer, titles, reply));
    for (const { id, must, examples } of beat.asks.flatMap((question) => question.points)) {
      const best = likely.filter((one) => one.id === id).sort((a, b) => b.chance - a.chance)[0];
      if (!best || best.chance < (must ? Math.min(least, whole) : least)) continue;
      const text = best.chance < ALONE ? best.bubble : best.text;
      if (spokenOf(text).length < SHORTEST) continue;
      // A person has ruled that these words alone don't say it.
      if (examples?.no?.some((one) => spokenOf(one) === spokenOf(text))) continue;
      found.set(id, [...new Set([...(found.get(id) ?? []), text])]);
    }
  }
  return found;
}

const beatWith = (beat: Beat, found: Exemplars[string]): Beat =>
  Object.keys(found).length === 0
    ? beat
    : { ...beat, asks: beat.asks.map((question) => questionWith(question, found)) };

const questionWith = (question: Question, found: Exemplars[string]): Question => ({
  ...question,
  points: question.points.map((point) => {
    const exemplars = found[point.id];
    return exemplars ? { ...point, exemplars } : point;
  }),
});

/** By point the exemplars a scenario carries. */
export function exemplarsIn({ beats }: Scenario): ReadonlyMap<string, readonly string[]> {
  const points = beats.flatMap(({ asks }) => asks.flatMap((question) => question.points));
  return new Map(points.flatMap(({ id, exemplars }) => (exemplars ? [[id, exemplars] as const] : [])));
}
