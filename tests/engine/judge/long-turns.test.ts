/** Turns and talks as long as they may be: work grows with the new words, not with how often figures are repeated. */
import { describe, expect, test } from 'vitest';
import { MAX_IN_TURN } from '#engine/decide.ts';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { JudgeRequest } from '#engine/model/judge-request.ts';
import { compileAll, prepare } from '#engine/prepare/prepare.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { contentFor } from '#library/load.ts';
import { drive, of, say, tick } from '#tests/engine/support/drive.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { timesAsLong } from '#tests/language/shortest.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'order-change/team-jersey';
const content = prepare(contentFor(library, [CASE]).data);
compileAll(content);

/** Text of `length` characters that names the case's own sums again and again, from the one at `from` on. */
const figures = (length: number, from = 0): string => {
  const { figures: all = [], sums = [], prices = [] } = content.cases.get(CASE)?.truth.rightFigures ?? {};
  const known = [...all.flatMap(({ kind, quantity }) => (kind === 'amount' ? [quantity] : [])), ...sums, ...prices];
  const sum = (i: number): string => `${known[i % known.length]}元，`;
  return Array.from({ length }, (_, i) => sum(from + i))
    .join('')
    .slice(0, length);
};
const MESSAGE = 500;
/** The earlier messages of a talk, as many as a judgement gets. */
const earlier = Array.from({ length: 40 }, (_, i) => ({ id: `e${i}`, at: i, text: figures(MESSAGE, 1 + i) }));
const answered = (text: string, latest: JudgeRequest['latest'] = []) => {
  const request = { ...oneTurn(CASE, text), latest };
  return () => answerRequest(content, request);
};
/** What measuring on a busy machine adds. */
const GROWTH = 2.3;

describe('the work for a turn', () => {
  test('behind forty messages full of figures is that of the turn and of reading them once', () => {
    const text = figures(MESSAGE);
    const alone = answered(text);
    const readOnce = () => {
      alone();
      for (const message of earlier) readText(folded(message.text));
    };
    expect(timesAsLong(answered(text, earlier), readOnce, GROWTH)).toBeLessThan(GROWTH);
  });

  test('of many short messages is that of the turn and of folding the messages before it', () => {
    const said = Array.from({ length: MAX_IN_TURN.messages }, (_, i) => `第${i}条我都记下了`);
    const text = said.join('\n');
    const words = { text, said: said.map((one, i) => ({ id: `n${i}`, text: one, start: text.indexOf(one) })) };
    const request = { ...oneTurn(CASE, text), words };
    const long = () => answerRequest(content, { ...request, latest: earlier });
    const short = () => {
      answerRequest(content, request);
      for (const message of earlier) readText(folded(message.text));
    };
    expect(timesAsLong(long, short, GROWTH)).toBeLessThan(GROWTH);
  });
});

describe('a turn', () => {
  const flood = (texts: readonly string[]) =>
    drive(shoes, [...texts.map((text, i) => say(10_000 + i, text)), tick(60_000), say(70_000, SAID.here)]);

  test('[T1] takes so many messages, and more only after the customer has reacted', () => {
    const { log, refusals } = flood(Array.from({ length: MAX_IN_TURN.messages + 1 }, () => SAID.here));
    expect(refusals.map(({ code }) => code)).toEqual(['turn-too-long']);
    expect(of(log, 'turn-judged')[0]?.judgement.messages).toHaveLength(MAX_IN_TURN.messages);
    expect(of(log, 'trainee-said').at(-1)?.at).toBe(70_000);
  });

  test('[T1] takes so many characters', () => {
    const full = Array.from({ length: MAX_IN_TURN.characters / MESSAGE }, () => '字'.repeat(MESSAGE));
    expect(flood(full).refusals).toEqual([]);
    expect(flood([...full, '字']).refusals.map(({ code }) => code)).toEqual(['turn-too-long']);
  });
});
