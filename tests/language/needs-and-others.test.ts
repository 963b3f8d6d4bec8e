/** What is needed is no promise, and what others did is no claim (RULES T63): every way to say it, with what does promise and claim. */
import { describe, expect, it } from 'vitest';
import { unguaranteedTopics } from '#language/cards/overpromises.ts';
import { judge } from '#language/judge.ts';

const OPERATIONS = [{ id: 'change-price', words: ['价…改', '改…价', '已经改', '改好'] }];
const TOPICS = unguaranteedTopics([{ id: 'ship', noVow: ['到'], noDay: ['到手', '收到', '到'] }], ['ship']);
const cards = {
  wordings: [],
  goodsIds: [],
  rightTexts: [],
  openTopics: TOPICS,
  noGuessCard: null,
  starts: [],
  anewWarranty: [],
  originalWay: null,
  shopTexts: [],
};
const promises = (reply: string): boolean => judge({ reply, points: [], cards }).contradictions.length > 0;
const claims = (reply: string): boolean =>
  judge({ reply, points: [], deeds: { named: OPERATIONS, open: ['change-price'] } }).claims.length > 0;

describe('[T63] a day goods are needed by', () => {
  const days = ['周六', '明天', '后天', '星期五'];
  const needs = ['得', '必须', '需要'];
  it.each(days.flatMap((day) => needs.map((need) => `那就${need}${day}到手`)))('%s promises nothing', (reply) =>
    expect(promises(reply)).toBe(false),
  );
  it.each(days.flatMap((day) => [`${day}到手`, `那${day}肯定收到`]))('%s promises', (reply) =>
    expect(promises(reply)).toBe(true),
  );
});

describe('[T279] a time before 到 that goes on to another', () => {
  it.each(['今晚到明天16点前付都是明天发', '明天到后天都有人在', '今天到周五都有货', '明晚到晚上10点都行'])(
    '%s tells no arrival',
    (reply) => expect(promises(reply)).toBe(false),
  );
  it.each(['今晚到，您放心', '明天到您手上'])('%s does', (reply) => expect(promises(reply)).toBe(true));
});

describe('[T63] a deed', () => {
  it.each(['主播已经改价了', '店长那边已经改价了', '运营已经改好价了', '仓库已经改好了'])('%s is another’s', (reply) =>
    expect(claims(reply)).toBe(false),
  );
  it.each(['他已经改口了', '我这边已经改口了', '我已经改主意了', '我们已经改天了'])('%s is another word', (reply) =>
    expect(claims(reply)).toBe(false),
  );
  it.each(['价我已经改好了', '已经改价了', '我给您改好价了'])('%s is claimed', (reply) =>
    expect(claims(reply)).toBe(true),
  );
});
