/**
 * Wordings that nobody types twice: what a testplan's good trainees say to a beat says the points of its questions. Where the
 * judge doesn't hear that by the author's wordings, the words that likeliest say it become exemplars, matched strictly.
 */
import type { Beat, Question, Scenario } from '#engine/content.ts';
import { judge } from '#language/judge.ts';
import { compileForWindows } from '#language/windows/compile-point.ts';
import { byWindows } from '#language/windows/judge-windows.ts';
import { likelyWords } from '#language/windows/likely-words.ts';
import { POLICY } from '#language/windows/policy.ts';
import type { Library } from '#library/load.ts';
import type { Testplan } from '#library/schema-testplan.ts';

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
const OWN_MODEL = 0.15;

/** The scenario with the exemplars of its testplan and its better wordings. Never throws. */
export function withExemplars(scenario: Scenario, testplan: Testplan | undefined): Scenario {
  return {
    ...scenario,
    beats: scenario.beats.map((beat) => beatWith(beat, [...repliesTo(testplan, beat.id), ...models(beat)])),
  };
}

type Said = { replies: readonly string[]; least: number };

/** The better wordings the report shows say the points of their questions. */
function models({ asks }: Beat): Said[] {
  const all = asks.flatMap(({ model }) => (model === null ? [] : [model]));
  return all.length > 0 ? [{ replies: all, least: OWN_MODEL }] : [];
}

/** By trainee what is said to a beat; to a beat that is never answered, what was said before it: it was told ahead. */
function repliesTo(testplan: Testplan | undefined, beat: string): Said[] {
  return Object.entries(TAKEN).flatMap(([name, least]) => {
    const all = testplan?.[name]?.replies ?? [];
    const own = all.filter(({ to }) => to === beat);
    const said = (own.length > 0 ? own : all)
      .map(({ say }) => say.flatMap((part) => ('text' in part ? [part.text] : [])).join('\n'))
      .filter((text) => text !== '');
    return said.length > 0 ? [{ replies: said, least }] : [];
  });
}

function beatWith(beat: Beat, trainees: readonly Said[]): Beat {
  if (trainees.length === 0 || beat.asks.length === 0) return beat;
  const burst = (beat.says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  const titles = beat.asks.map(({ text }) => text);
  const customer = [...titles, ...burst].join('\n');
  const points = beat.asks.flatMap((question) => question.points.map(compileForWindows));
  const questions = beat.asks.map(({ id, text, points: own }) => ({
    id,
    text,
    pointIds: own.map((point) => point.id),
  }));
  const found = new Map<string, string[]>();
  for (const { replies, least } of trainees) {
    const told = new Set(
      replies.flatMap((reply) =>
        judge({ reply, customer, questions, points }, byWindows)
          .points.filter(({ state, confidence }) => state === 'covered' && confidence >= POLICY.covered.told)
          .map(({ id }) => id),
      ),
    );
    const likely = replies.flatMap((reply) => likelyWords(points, customer, titles, reply));
    for (const { id } of points) {
      if (told.has(id)) continue;
      const best = likely.filter((one) => one.id === id).sort((a, b) => b.chance - a.chance)[0];
      if (best && best.chance >= least) found.set(id, [...(found.get(id) ?? []), best.text]);
    }
  }
  if (found.size === 0) return beat;
  return { ...beat, asks: beat.asks.map((question) => questionWith(question, found)) };
}

function questionWith(question: Question, found: ReadonlyMap<string, readonly string[]>): Question {
  return {
    ...question,
    points: question.points.map((point) => {
      const exemplars = found.get(point.id);
      return exemplars ? { ...point, exemplars } : point;
    }),
  };
}

/** The library with the exemplars of every case. */
export function libraryWithExemplars(library: Library): Library {
  const scenarios = [...library.scenarios].map(
    ([id, scenario]) => [id, withExemplars(scenario, library.testplans.get(id))] as const,
  );
  return { ...library, scenarios: new Map(scenarios) };
}
