/** A question answered wrong costs at the wrong words alone. */
import { expect, it } from 'vitest';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { wrongAnswersNotIgnored } from '#scoring/findings/answered-wrong.ts';

const draft = (code: string, turn: string, about: string[], unsure = false): FindingDraft =>
  ({
    code,
    turn,
    unsure,
    explainedKeys: about.map((id) => `point:c1:${id}:p`),
    spoiledQuestions: about,
    repeats: [],
  }) as unknown as FindingDraft;

it('[M51] a question is not called ignored where the reply to it was charged for what it told, which takes the question over', () => {
  for (const code of ['wrong-fact', 'against-card', 'false-promise', 'red-line:false-claim']) {
    const kept = wrongAnswersNotIgnored([draft(code, 't2', ['a']), draft('ignored', 't2', ['b'])]);
    expect(kept.map((one) => one.code)).toEqual([code]);
    expect(kept[0]?.spoiledQuestions).toEqual(['a', 'b']);
    expect(kept[0]?.explainedKeys).toEqual(['point:c1:a:p', 'point:c1:b:p']);
  }
});

it('[M51] it still is where those words are in doubt, in another reply or only rude', () => {
  const ignored = draft('ignored', 't2', ['b']);
  for (const other of [
    draft('wrong-fact', 't2', ['a'], true),
    draft('wrong-fact', 't1', ['a']),
    draft('impatient', 't2', []),
  ])
    expect(wrongAnswersNotIgnored([other, ignored])).toEqual([other, ignored]);
});
