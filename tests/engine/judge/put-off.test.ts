/** A promise to look up or work out tells no figure (RULES T68): tried at every point whose answer is one, in all cases. */
import { expect, test } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { isPutOff } from '#language/answers/hold.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const ids = [...library.scenarios.keys(), ...library.short.keys()].filter((_, i) => sweepsAll || i % 3 === 0);

/** What a point is of, as its author words it in front of the figure: 两件到手 of 两件到手398. Empty where that is an answer of its own. */
const matterOf = (says: string): string => {
  const text = folded(says);
  const matter = text.slice(0, valuesIn(text)[0]?.start ?? 0);
  return matter.length < 2 || /[不没别,\d]/.test(matter) ? '' : matter;
};

const HOLDS = ['我算算哈', '这边帮您核实下，马上回您'];
const putOffs = (matter: string, question: string): string[] => [
  ...HOLDS,
  ...(matter === '' ? [] : [`在的亲，${matter}我给您算一下`, `${matter}我这就去查`, `${matter}稍等我看下哈`]),
  ...(valuesIn(folded(question)).length > 0 ? [] : [`${question}，我给您算一下`, `${question}我这边核实下，马上回您`]),
];

test('words that put off and name no figure tell a point that is one neither right, wrong nor perhaps [T68]', () => {
  let tried = 0;
  const heard = ids.flatMap((id) => {
    const content = prepare(contentFor(library, [id]).data);
    const { questions, points } = [...content.cases.values()][0] as PreparedCase;
    return [...questions.values()].flatMap(({ question, pointIds }) =>
      pointIds.flatMap((pointId) => {
        const { point, compiled } = points.get(pointId) as NonNullable<ReturnType<typeof points.get>>;
        if ((compiled.compiled as CompiledWordings).essentialValues.length === 0) return [];
        return putOffs(matterOf(point.says), question.text).flatMap((text) => {
          tried += 1;
          const request = oneTurn(id, text, { customer: question.text, points: pointIds, questions: [question.id] });
          const { judgement, touched = [] } = answerRequest(content, request);
          const state = judgement.points.find((verdict) => verdict.id === pointId)?.state;
          const isTouched = touched.some((one) => one.id === pointId);
          return state === 'not-addressed' && !isTouched ? [] : [`${id} ${pointId} ${state} 「${text}」`];
        });
      }),
    );
  });
  expect(tried).toBeGreaterThan(sweepsAll ? 1500 : 400);
  expect(heard).toEqual([]);
});

test.each([
  ['两件到手我给您算一下', 'amount', true],
  ['满减完538元，我给您再算一下', 'amount', false],
  ['十分钟内都给您信', 'clock', false],
  ['我帮您问问，十分钟内回您', 'date', false],
] as const)('[T68] «%s» where the answer is of kind %s puts the customer off: %s', (text, kind, isOff) => {
  const reading = readText(text);
  expect(isPutOff(reading, { start: 0, end: text.length }, new Set([kind]))).toBe(isOff);
});

test('[T245] a time of up to two minutes is this reply’s own, and a longer one is when somebody else answers', () => {
  const WHO = 'complaint-escalation/who-decides-poshang';
  const content = prepare(contentFor(library, [WHO]).data);
  const { questions } = [...content.cases.values()][0] as PreparedCase;
  const [[id, { pointIds }] = expect.fail(WHO)] = [...questions];
  const wrongs = (text: string) =>
    answerRequest(content, oneTurn(WHO, text, { points: pointIds, questions: [id] })).judgement.points.filter(
      ({ state }) => state === 'wrong',
    );
  expect(wrongs('我马上查这单的内部记录，一两分钟回您')).toEqual([]);
  expect(wrongs('这个数我报班长定，2小时内回您')).toHaveLength(1);
});
