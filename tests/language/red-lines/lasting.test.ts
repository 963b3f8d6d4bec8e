/** A vow that goods last is no red line: it stands against the card that asks for no vows (RULES T156). */
import { expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { judge } from '#language/judge.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'community/group-rotten-photo';
const truth = prepare(contentFor(library, [CASE]).data).cases.get(CASE)?.truth;
if (truth === undefined) throw new Error(`no case ${CASE}`);
const { cards } = truth;

const heard = (reply: string) => {
  const { redLines, contradictions } = judge({ reply, points: [], cards });
  return { redLines: redLines.map(({ code }) => code), cards: contradictions.map(({ card }) => card) };
};

it.each(['放心以后保证不会再坏', '您放心用，保证不掉色', '保证不起球的', '我保证不漏水'])(
  '%s is vowed [T156]',
  (reply) => expect(heard(reply)).toEqual({ redLines: [], cards: ['c-when'] }),
);

it.each(['百分百不会坏的', '这把一辈子用不坏', '永久不褪色', '保证不过敏', '保证零甲醛', '吃了保证瘦十斤'])(
  '%s is a false claim [T156]',
  (reply) => expect(heard(reply).redLines).toEqual(['false-claim']),
);

it.each(['包装坏了我们补', '没法保证不会再坏'])('%s vows nothing [T156]', (reply) =>
  expect(heard(reply)).toEqual({ redLines: [], cards: [] }),
);
