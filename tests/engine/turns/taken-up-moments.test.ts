/** Days and hours that are only taken up, and clauses too short to be doubted by their sound (RULES T196, T198). */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { JudgeRequest } from '#engine/model/judge-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'return-dispute/seventh-day';
const content = prepare(contentFor(library, [CASE]).data);

/** Whether the point that today is the last day is told wrong by this turn, asked for or told before. */
const isToldWrong = (text: string, more: Partial<JudgeRequest>): boolean => {
  const { judgement, unasked = [] } = answerRequest(content, oneTurn(CASE, text, { points: ['last'], ...more }));
  return [...judgement.points, ...unasked].some(({ id, state }) => id === 'last' && state === 'wrong');
};
const TEXT = '要赶25号，得18号前鞋到我们这，按最晚7天算才来得及';
const said = (text: string) => [{ id: 'm0', text, at: 0 }];

describe('[T196] a day tells a point that nobody asks for', () => {
  it('wrongly where nobody has named it', () => {
    expect(isToldWrong(TEXT, {})).toBe(true);
  });

  it('nothing once the customer has named it, or the trainee for something else', () => {
    expect(isToldWrong(TEXT, { customer: '25号要交考试费' })).toBe(false);
    expect(isToldWrong(TEXT, { latest: said('考试费是25号交对吧') })).toBe(false);
  });

  it('wrongly where the customer reads it back, and it is asked to be confirmed', () => {
    expect(isToldWrong(TEXT, { customer: '25号要交考试费', awaits: ['last'] })).toBe(true);
  });
});

it('[T198] a clause of fewer than six characters is doubted only where it sounds very sure', () => {
  const redLines = (text: string) => answerRequest(content, oneTurn(CASE, text)).judgement.redLines;
  expect(redLines('停完再改支付密码，一样一样来')).toEqual([]);
  expect(redLines('行，你打吧\n啥时候对完了过来说一声就行')).toEqual([]);
  expect(redLines('对 40台4902 专票3个工作日\n从这张卡拍 主管那边有信我再跟你说')).toEqual([]);
  expect(redLines('刚有条短信到你手机上吧\n里面六个数字\n念给我').map(({ code }) => code)).toContain('credential');
});
