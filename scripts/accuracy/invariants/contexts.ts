/**
 * Every question of every case with all that judging needs: the customer's words, the open points, the model trainee's
 * replies.
 */
import type { Scenario } from '#engine/model/content.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledPoint, JudgeQuestion } from '#language/terms/verdicts.ts';
import type { Library } from '#library/load.ts';
import { withExemplars } from '#library/reading/exemplars.ts';
import type { Testplan } from '#library/schema/testplan.ts';

export type Context = {
  /** Case and beat, for a message. */
  name: string;
  scenario: string;
  /** The beat's own words and the titles of its questions, as the engine hands them to the judge. */
  customer: string;
  /** The beat's words alone. */
  burst: string;
  questions: readonly JudgeQuestion[];
  points: readonly CompiledPoint[];
  must: ReadonlySet<string>;
  /** The replies of the model trainee to this beat. */
  models: readonly string[];
};

export type Cases = Pick<Library, 'scenarios' | 'testplans'>;

/** The contexts of all cases of a library, as a drill pins them or, with `exemplars` false, as their authors typed them. */
export const contextsOf = (library: Cases, exemplars = true): Context[] => {
  return [...library.scenarios.values()].flatMap((scenario) =>
    contextsIn(library, exemplars ? withExemplars(scenario, library.testplans.get(scenario.id)) : scenario),
  );
};

type Model = Testplan[string] | undefined;
/** Kept, for compiling the points of all cases takes a second and several parts of a command or test ask for them. */
const MADE = new WeakMap<Scenario, { model: Model; contexts: readonly Context[] }>();

const contextsIn = (library: Cases, scenario: Scenario): readonly Context[] => {
  const model = library.testplans.get(scenario.id)?.model;
  const known = MADE.get(scenario);
  if (known && known.model === model) return known.contexts;
  const contexts = makeContexts(scenario, model);
  MADE.set(scenario, { model, contexts });
  return contexts;
};

const makeContexts = (scenario: Scenario, model: Model): Context[] =>
  scenario.beats.flatMap((beat) => {
    const asked = beat.asks.filter(({ points }) => points.length > 0);
    if (asked.length === 0) return [];
    const burst = (beat.says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join('\n');
    return [
      {
        name: `${scenario.id}/${beat.id}`,
        scenario: scenario.id,
        burst,
        customer: [...asked.map(({ text }) => text), burst].join('\n'),
        questions: asked.map(({ id, text, points: own }) => ({ id, text, pointIds: own.map((point) => point.id) })),
        points: asked.flatMap((question) => question.points.map((point) => compilePoint(point))),
        must: new Set(asked.flatMap((question) => question.points.filter(({ must }) => must).map(({ id }) => id))),
        models: (model?.replies ?? [])
          .filter(({ to }) => to === beat.id)
          .map(({ say }) => say.map((part) => ('text' in part ? part.text : '')).join('\n'))
          .filter((text) => text !== ''),
      },
    ];
  });
