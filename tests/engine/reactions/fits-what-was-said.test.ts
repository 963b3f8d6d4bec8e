/** Reactions that fit what was said, on plays by strangers in which readers marked them as misfits. */
import { describe, expect, it } from 'vitest';
import { asksAfterState, isPromised } from '#engine/customer/asks-after.ts';
import { lastQuestion } from '#engine/turns/last-question.ts';
import { holdIn } from '#language/answers/hold.ts';
import { deedsSpokenOf } from '#language/deeds/undertakings.ts';
import { readText } from '#language/reading/clauses.ts';
import { loadLibrary } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { replayed } from '#scripts/fairness/replayed.ts';
import { readRounds } from '#scripts/fairness/stored.ts';

const { library } = loadLibrary('scenarios');
const rounds = readRounds();

/** What the customer says to the first turn of a stored play with these words. */
const answerIn = (round: string, id: string, words: string): string => {
  const play = rounds.find((one) => one.round === round)?.plays.find((one) => one.id === id);
  if (!play) throw new Error(`no play ${id} in ${round}`);
  const how = { after: play.after, card: play.card };
  const { reactions } = replayed(library, play.scenario, toReplies(play.replies), how);
  return reactions.find(({ you }) => you.includes(words))?.customer ?? '';
};

describe('a question put to the customer', () => {
  it.each([
    ['0.9.14', 'v-change-sku-suibu-good', '你平时多高多重'],
    ['0.9.15', 'k-coupon-usable-suibu-good', '是尺码没定'],
    ['0.9.15', 'm-how-many-poshang-good', '顺手问一声'],
    ['0.9.16', 's-friend-order-tinghe-middling', '您报下单留的手机号'],
  ])('[J138] is no nod where the tone is too unsure to be minded: %s %s', (round, id, words) => {
    expect(answerIn(round, id, words)).not.toMatch(/^(?:嗯+|好的?|收到)$/);
  });

  it('[J138] is also a request to tell something of theirs', () => {
    for (const text of ['工作室那个抬头全称您打一下给我', '您报下单留的手机号', '您想写啥趁现在发我', '新地址发我一下'])
      expect(lastQuestion(text)?.kind, text).toBe('give');
    for (const text of ['我把单号发给您', '有事您再找我说', '照片发我', '不用报给我', '您报警吧', '要改您说一声就行'])
      expect(lastQuestion(text)?.kind, text).not.toBe('give');
  });

  it('[J138] asks what they want by 拍不拍', () => {
    expect(answerIn('0.9.15', 'm-regular-price-tinghe-poor', '到底拍不拍')).not.toContain('付了');
  });

  it('[J138] is not answered by 没了 where they have just asked something', () => {
    expect(answerIn('0.9.19', 'b-price-drop-review-good', '这边还有别的没')).not.toContain('没了');
  });

  it('[J181] has an answer before the words of going', () => {
    const said = answerIn('0.9.20', 'c-airfryer-smoke-good', '排插刚才摸了烫吗');
    expect(said).toMatch(/看看.*炖汤/s);
  });

  it('[J139] has an answer after the story is over', () => {
    expect(answerIn('0.9.15', 'q-gift-box-poshang-good', '跟我说声哪天发')).not.toBe('（没有说话）');
  });
});

describe('what was told', () => {
  it('[J140] is not asked for with a figure of something else behind it', () => {
    const said = answerIn('0.9.18', 'b-group-commission-middling', '对事不对人');
    expect(said).toContain('我捋捋');
    expect(said).not.toMatch(/几点有信|24小时/);
  });

  it('[J142] is not asked after in the turn that did it', () => {
    const said = answerIn('0.9.19', 'b-incident-sold-out-poor', '改好了,39');
    expect(said).toContain('39了');
    expect(said).not.toContain('改好了吧');
  });

  it('[J143] is no day that is counted as one', () => {
    expect(answerIn('0.9.19', 'd-seventh-day-poor', '晚上签收也算一天')).not.toContain('一天对吧');
  });

  it('[J144] is the sum that is reckoned up', () => {
    const said = answerIn('0.9.19', 'd-incident-deal-ended-middling', '最低就是338了');
    expect(said).not.toContain('一共付多少');
    expect(said).toContain('338');
  });
});

describe('what nobody has spoken of', () => {
  it('[J141] is no picture to be sent', () => {
    const burst = (text: string) => [{ kind: 'text', text }] as const;
    for (const text of ['照片我往哪传', '图往哪里传', '发哪儿', '那照片我搁哪儿传'])
      expect(asksAfterState(burst(text)), text).toBe(true);
    for (const text of ['要看什么 我拍', '你要看照片不', '今天哪天发'])
      expect(asksAfterState(burst(text)), text).toBe(false);
    expect(answerIn('0.9.19', 'd-fridge-five-months-good', '药先顾上')).not.toContain('往哪传');
    const conversation = { promised: [], claimed: [], said: [{ id: 'a', text: '麻烦拍张照片', at: 0 }] };
    expect(isPromised(conversation as never, ['request-photo'])).toBe(true);
  });

  it('[J141] is no operation that the customer is sent to do', () => {
    const named = [{ id: 'carrier-ticket', words: ['快递电话催', '找件单'] }];
    expect(deedsSpokenOf(readText('你打快递电话催一下'), named)).toEqual([]);
    expect(deedsSpokenOf(readText('你这个我找件单交了'), named)).toEqual(['carrier-ticket']);
  });

  it('[J145] is no wait', () => {
    for (const text of [
      '39就剩几双了 等下就没了',
      '等会就卖完了',
      '一会儿再说 等会儿就涨价了',
      '那个您等下也记得打一个',
    ])
      expect(holdIn(readText(text)), text).toBeNull();
    for (const text of ['等下', '您等下哈', '等下我去看看有没有', '等会就好'])
      expect(holdIn(readText(text)), text).not.toBeNull();
  });
});
