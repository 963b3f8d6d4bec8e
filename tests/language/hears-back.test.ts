/** When the customer hears back: the weights are those its lines gave, and lines are heard by them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import WEIGHTS from '#language/answers/hears-back.json' with { type: 'json' };
import { isCallBack } from '#language/answers/hears-back.ts';
import { undertakingsIn } from '#language/deeds/undertakings.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { examplesDigest, readUndertakings } from '#scripts/train/hears-back.ts';

const hears = (reply: string): boolean => {
  const reading = readText(normalise(reply).text);
  return reading.clauses.some((_, index) => isCallBack(reading, index, 'spared'));
};
/** Precision and recall of verdicts against the labels. */
const rates = (verdicts: readonly { said: boolean; expect: boolean }[]): { precision: number; recall: number } => {
  const right = verdicts.filter(({ said, expect: label }) => said && label).length;
  return {
    precision: right / verdicts.filter(({ said }) => said).length,
    recall: right / verdicts.filter(({ expect: label }) => label).length,
  };
};

describe('[T77] when the customer hears back', () => {
  it('is heard by the weights its labelled lines gave', () => {
    expect(WEIGHTS.lines, 'npm run train').toBe(examplesDigest());
  });

  it('is heard in its labelled lines, and in few others', () => {
    const verdicts = readUndertakings('calls-back').map(({ reply, clause, expect: label }) => {
      const reading = readText(normalise(reply).text);
      const from = reading.text.indexOf(normalise(clause).text);
      const own = [...reading.clauses.entries()].filter(
        ([index, { start, end }]) =>
          start < from + clause.length && end > from && reading.values.some(({ clauseIndex }) => clauseIndex === index),
      );
      return { said: own.some(([index]) => isCallBack(reading, index, 'spared')), expect: label };
    });
    const { precision, recall } = rates(verdicts);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['18点前我留言', '逐峰4的信我18点前留言', '货今天走不走16:30前我给准话', '付没付成功20点前我来跟您讲'])(
    '%s is no time of goods',
    (reply) => expect(hears(reply)).toBe(true),
  );
  it.each(['18点前付款今天就发', '我这边16点前给您发走', '您18点前告诉我尺码', '客服8点到24点都在'])(
    '%s is none',
    (reply) => expect(hears(reply)).toBe(false),
  );
});

it('[T72] an operation undertaken is heard in labelled lines as often as it was, and wrongly no more often', () => {
  const actions: { id: string; named?: string[] }[] = parse(readFileSync('scenarios/actions.yaml', 'utf8'));
  const named = actions.map(({ id, named: words = [] }) => ({ id, words }));
  const verdicts = readUndertakings('undertakes').map(({ reply, clause, expect: label }) => {
    const found = undertakingsIn(readText(normalise(reply).text), named);
    const at = reply.indexOf(clause);
    return { said: found.some(({ start, end }) => start < at + clause.length && end > at), expect: label };
  });
  const { precision, recall } = rates(verdicts);
  expect(precision).toBeGreaterThanOrEqual(0.86);
  expect(recall).toBeGreaterThanOrEqual(0.53);
});
