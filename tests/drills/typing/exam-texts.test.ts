import { expect, test } from 'vitest';
import { examTexts } from '#drills/typing/exam-texts.ts';
import { typingBody } from '#http/bodies/typing-body.ts';
import { shared } from '#tests/support/question-bank.ts';

const { typing } = shared.catalogue;

test('a class’s exam has none of the texts and sentences of practice, and practice none of its [Y21]', () => {
  const practised = JSON.stringify(typingBody(typing));
  for (const set of ['long', 'short'] as const) {
    const texts = examTexts(typing, set);
    expect(texts.length).toBeGreaterThanOrEqual(8);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
    for (const { text } of texts) expect(practised).not.toContain(text);
  }
  // Two minutes at an excellent speed and more: who types on has something to type.
  for (const set of ['long', 'short'] as const)
    expect(examTexts(typing, set).reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(4 * 88);
});

test('a library without texts for exams has those of practice typed [Y21]', () => {
  const none = { ...typing, exam: [] };
  expect(examTexts(none, 'short').map(({ id }) => id)).toEqual(typing.short.map(({ id }) => id));
  expect(examTexts(none, 'long').map(({ id }) => id)).toEqual(typing.long.map(({ id }) => id));
});
