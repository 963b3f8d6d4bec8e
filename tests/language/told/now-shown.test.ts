/** What the clock shows and how many eat along are no figures that anybody asked for (RULES T211, T214). */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const clocksTold = (text: string): string[] => {
  const { reading } = readReply(text);
  return reading.values.flatMap(({ kind, aside, start, end }) =>
    kind === 'clock' && aside !== 'now' ? [reading.text.slice(start, end)] : [],
  );
};

describe('[T211] the hour that it is now', () => {
  it.each(['现在20:00，还来得及', '这会儿才八点', '现在是晚上8点哦'])('is told of nothing in 「%s」', (text) =>
    expect(clocksTold(text)).toEqual([]),
  );

  it.each([
    ['现在20:00前付都行', '20:00'],
    ['您这单20:50没付会自动关，现在20:00', '20:50'],
    ['现在改到20:00了', '20:00'],
  ])('is another than the one told in 「%s」', (text, told) => expect(clocksTold(text)).toEqual([told]));
});

describe('[T214] people counted by the mouth', () => {
  const SIZE = 'product-advice/which-size-guchui';
  const content = prepare(contentFor(library, [SIZE]).data);
  const strays = (text: string) => answerRequest(content, oneTurn(SIZE, text)).strays ?? [];

  it.each(['两三口人用3L就够，四五口以上选4L', '三口人用3L就够'])('are no sum: %s', (text) =>
    expect(strays(text)).toEqual([]),
  );

  it('leave a wrong price a wrong one', () => {
    expect(strays('3L的239元，两三口人够了')).toMatchObject([{ right: '259元' }]);
  });
});
