/** Who asks for the points alone hears what the whole judgement says of them, whatever else the turn holds. */
import { expect, it } from 'vitest';
import { judge, judgedPoints } from '#language/judge.ts';
import { contextsOf } from '#scripts/accuracy/invariants/contexts.ts';
import { library } from '#tests/support/library.ts';

const HEAP = '无理由，运费，保修，发票，优惠券，尺码，正品，价保，快递，赠品，没有别的';
/** A turn in every third context with this model answer: it as it is, unsure beside an insult, echoed, in a heap, put off. */
const TURNS: readonly ((model: string, burst: string) => string)[] = [
  (model) => model,
  (model) => `${model.slice(0, model.length / 2)}，爱买不买，你有病吧`,
  (_, burst) => burst,
  (model) => `${HEAP}，${model.slice(0, 4)}`,
  (model) => `稍等，我给您看看${model.slice(0, 6)}`,
];

it('the points alone have the verdicts of the whole judgement', () => {
  const states = new Set<string>();
  for (const [i, { customer, questions, points, models, burst }] of contextsOf(library).entries()) {
    if (i % 3 > 0) continue;
    const reply = TURNS[(i / 3) % TURNS.length]?.(models[0] ?? burst, burst) ?? '';
    const input = { reply, customer, questions, points };
    const whole = judge(input).points;
    expect(judgedPoints(input), reply).toEqual(whole);
    for (const { state } of whole) states.add(state);
  }
  expect([...states].sort()).toEqual(['covered', 'not-addressed', 'not-recognised', 'wrong']);
});
