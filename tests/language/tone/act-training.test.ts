import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { momentOf } from '#language/acts/moment.ts';
import { addPieceFeatures, mayPromise, piecesOf } from '#language/acts/pieces.ts';
import { WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { Features } from '#language/classifier/features.ts';
import { LEARNED_ACTS } from '#language/classifier/heads.ts';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { type ActReply, actReplies, bagsOf, pieceExamples } from '#scripts/train/acts.ts';
import { trainingMaterial } from '#scripts/train/examples.ts';

const piecesIn = (text: string) => piecesOf(readText(text));

test('a promise of time stands only in a piece that names a time and asks nothing', () => {
  expect(piecesIn('尽快给您,明早十点前给您,后天行吗?').map(mayPromise)).toEqual([false, true, false]);
});

test('the evidence of an act is the clause with its words', () => {
  const reply = '亲，实在对不起，鞋盒明天补发给您，麻烦报下订单号';
  const { evidence } = judge({ reply, customer: '盒子呢' });
  const words = (what: string) => {
    const found = evidence.find((one) => one.what === what);
    return reply.slice(found?.start, found?.end);
  };
  expect(words('act:apology')).toBe('实在对不起');
  expect(words('act:ask-info')).toBe('麻烦报下订单号');
});

test('the same words have other features after an event than after a line', () => {
  const heard = (customer: string): number[] => {
    const features = new Features();
    addPieceFeatures(features, piecesIn('还要吗'), 0, momentOf(customer));
    return [...features.ids.slice(0, features.count)];
  };
  expect(heard('(没回)')).not.toEqual(heard('好的'));
  expect(heard('(没回)')).not.toEqual(heard('(未付款)'));
});

describe('a label of a whole reply', () => {
  const line = (reply: string, acts: ActReply['acts']): ActReply => ({ reply, acts, weight: 1, unknown: [] });
  const apology = LEARNED_ACTS.indexOf('apology');

  test('is learned by the piece with its words, and not by the other pieces', () => {
    const lines = [
      ...['实在对不起', '真对不起', '太对不起了'].map((reply) => line(reply, ['apology'])),
      ...['纯棉的', '有货的', '包邮的', '这款纯棉的'].map((reply) => line(reply, [])),
      line('这款纯棉的，对不起了', ['apology']),
    ];
    const [first, second] = pieceExamples(bagsOf(lines)).slice(-2);
    expect(first?.labels).toEqual([]);
    expect(first?.unknown).toContain(apology);
    expect(second?.labels).toEqual([apology]);
  });
});

test('a follow-up in whole turns is not learned, as their readers meant something else by it', () => {
  const turn = { customer: '', reply: '问到了跟您说', expect: { answer: 'vague', acts: ['follow-up', 'apology'] } };
  const [line] = actReplies({ lines: [], acts: [], turns: [turn], heard: [] });
  expect(line?.acts).toEqual(['apology']);
  expect(line?.unknown).toContain('follow-up');
});

test('no blind turn is used to train the head of acts', () => {
  const learned = new Set(trainingMaterial().turns.map((turn) => (turn as unknown as { id: string }).id));
  expect([...learned].filter((id) => id.startsWith('blind'))).toEqual([]);
  expect(learned.size).toBeGreaterThan(900);
});

test('the table of buckets counts beyond sixteen bits', () => {
  let known = 0;
  for (const [group, bits] of WEIGHTED_BUCKETS.bits.entries()) {
    expect(WEIGHTED_BUCKETS.countBefore[group]).toBe(known);
    for (let bit = 0; bit < 32; bit++) if (bits & (1 << bit)) known += 1;
  }
  expect(known).toBeGreaterThan(0xffff);
});

test('the lines that the rules labelled are kept apart from those people labelled', () => {
  const ids = trainingMaterial().lines.map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('heard-'))).toEqual([]);
  const file = readFileSync('tests/language/lines/heard-act.jsonl', 'utf8');
  expect(file.startsWith('{"id":"heard-act-1"')).toBe(true);
});
