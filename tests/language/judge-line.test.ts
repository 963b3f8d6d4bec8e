import { expect, test } from 'vitest';
import { readJudgeLine } from '#language/judge-line.ts';

test('a full line is read', () => {
  const read = readJudgeLine(
    '{"id":"a","customer":"能退吗","reply":"能","points":[{"id":"p","says":"可以退","value":{"kind":"amount","is":"5元"}}],"history":[{"by":"customer","text":"在吗"}]}',
  );
  expect(read).toMatchObject({ ok: true, value: { id: 'a', reply: '能', points: [{ id: 'p' }] } });
});

test.each([
  ['not json', undefined],
  ['[]', undefined],
  ['null', undefined],
  ['{"id":"a"}', 'a'],
  ['{"id":"a","reply":"x","points":[{"id":"p"}]}', 'a'],
  ['{"id":"a","reply":"x","points":[{"id":"p","says":"y","also":"z"}]}', 'a'],
  ['{"id":7,"reply":"x","history":[1]}', 7],
])('bad: %s', (text, id) => {
  expect(readJudgeLine(text)).toMatchObject({ ok: false, id, error: { code: 'bad-line' } });
});
