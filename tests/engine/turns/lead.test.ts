/** Reports of a drill with a 班组长 wait for a person, and bind the desk as the shop's own answer would. */
import { describe, expect, it } from 'vitest';
import { forkLog } from '#engine/fork.ts';
import { askedCase, askedContent } from '#tests/engine/support/asked.ts';
import { act, drive, end, leadAnswer, of, say, shut, tick } from '#tests/engine/support/drive.ts';

const data = askedContent([askedCase()]);
const LEAD = { lead: { answerMs: 120_000 } };
const ASK = 'c1-a10000';
const ASKED = [act(10_000, 'escalate', { note: '客户要30元' }), say(12_000, '这个数我报班长定')];
const GRANT = { how: 'granted', amount: 3000, words: '破损属实，退30' } as const;

describe('[J46] a report waits for the lead', () => {
  it('[J201] where nobody leads the shop answers at once, says that nothing more comes, and the log knows of no lead', () => {
    const { log } = drive(data, ASKED);
    expect(of(log, 'action-done')[0]?.result).toEqual([
      '已报班长，10分钟内有回音',
      '这一场台面上收不到回音：跟客户说清几点前回，到点还没有也照实说',
    ]);
    expect(JSON.stringify(log)).not.toContain('lead');
  });

  it('with a lead the desk hears of it first when they answer; what else it does is answered as ever', () => {
    const { log, refusals } = drive(data, [...ASKED, act(15_000, 'remark'), leadAnswer(40_000, ASK, GRANT)], LEAD);
    expect(of(log, 'action-done').map(({ result }) => result)).toEqual([
      [],
      ['这位还没有订单，备注记在客户名下，下一班看得到'],
    ]);
    expect(of(log, 'lead-asked')).toMatchObject([{ ask: ASK, action: 'escalate', dueAt: 130_000 }]);
    expect(of(log, 'lead-answered')).toMatchObject([{ at: 40_000, ask: ASK, by: 'lead', answer: GRANT, result: [] }]);
    expect(of(log, 'need-met')).toHaveLength(1);
    expect(refusals).toEqual([]);
  });

  it('a second report while one waits adds to it, and one after the answer is a new one', () => {
    const { log } = drive(
      data,
      [
        ...ASKED,
        act(20_000, 'escalate', { note: '照片有了' }),
        leadAnswer(30_000, ASK, { how: 'asked-back', words: '哪里坏了' }),
        act(35_000, 'escalate', { note: '左脚开胶' }),
      ],
      LEAD,
    );
    expect(of(log, 'lead-asked').map(({ ask }) => ask)).toEqual([ASK, 'c1-a35000']);
  });

  it('a turn done again has no lead: its reports are answered at once', () => {
    const { log } = drive(
      data,
      [...ASKED, leadAnswer(30_000, ASK, GRANT), say(40_000, '班长同意了，退您30元'), end(90_000)],
      LEAD,
    );
    const forked = forkLog(log, { drill: 'd1', conversation: 'c1', turn: 1, since: null });
    expect(forked?.events[0]).not.toHaveProperty('lead');
  });
});

describe('[J47] the time for an answer', () => {
  it('over, the shop says what it says where nobody leads, and an answer comes too late', () => {
    const { log, refusals } = drive(data, [...ASKED, tick(130_000), leadAnswer(131_000, ASK, GRANT)], LEAD);
    expect(of(log, 'lead-answered')).toMatchObject([
      { at: 130_000, by: null, answer: null, result: ['已报班长，10分钟内有回音'] },
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(['lead-not-asked']);
  });

  it('stands with the desk’s clock', () => {
    const { log } = drive(
      data,
      [
        ...ASKED,
        { kind: 'stop', at: 20_000, why: 'freeze' },
        tick(900_000),
        { kind: 'resume', at: 20_000, stoppedMs: 880_000 },
        leadAnswer(25_000, ASK, GRANT),
      ],
      LEAD,
    );
    expect(of(log, 'lead-answered')).toMatchObject([{ at: 25_000, by: 'lead' }]);
  });

  it('keeps the drill open, and a minute more to carry it out; its trainee may end it all the same', () => {
    const waiting = drive(data, [...ASKED, tick(129_000)], LEAD);
    expect(waiting.drill.ended).toBeNull();
    expect(waiting.drill.conversations.c1?.status).not.toBe('closed');
    const answered = [...ASKED, leadAnswer(100_000, ASK, GRANT)];
    expect(drive(data, [...answered, tick(159_000)], LEAD).drill.ended).toBeNull();
    expect(drive(data, [...answered, tick(400_000)], LEAD).drill.ended).toBe('finished');
    expect(drive(data, [...ASKED, end(60_000)], LEAD).drill.ended).toBe('trainee');
    // Where nobody leads it is over long before.
    expect(drive(data, [...ASKED, tick(129_000)]).drill.ended).toBe('finished');
  });

  it('comes to a conversation that its trainee has closed, where it is carried out all the same', () => {
    const { log, drill, refusals } = drive(
      data,
      [...ASKED, shut(60_000), leadAnswer(70_000, ASK, GRANT), act(75_000, 'refund', { amount: 3000 }), tick(300_000)],
      LEAD,
    );
    expect(refusals).toEqual([]);
    expect(of(log, 'conversation-closed')[0]?.at).toBe(60_000);
    expect(of(log, 'lead-answered')).toHaveLength(1);
    expect(of(log, 'action-done').at(-1)).toMatchObject({ action: 'refund', forbidden: null });
    expect(drill.ended).toBe('finished');
  });

  it('passed up, the desk reads what the manager’s answer takes', () => {
    const { log } = drive(data, [...ASKED, leadAnswer(30_000, ASK, { how: 'passed-up', words: '' })], LEAD);
    expect(of(log, 'lead-answered')[0]?.result).toEqual(['已报主管，2小时内有回音']);
  });
});

describe('[J48] what the lead granted binds the desk', () => {
  const refunds = (...amounts: number[]) => amounts.map((amount, n) => act(50_000 + n * 1000, 'refund', { amount }));
  const forbidden = (commands: Parameters<typeof drive>[1]) =>
    of(drive(data, commands, LEAD).log, 'action-done')
      .filter(({ action }) => action === 'refund')
      .map((done) => done.forbidden);

  it('a sum of no more than was granted is no fault, more in all is', () => {
    expect(forbidden([...ASKED, ...refunds(3000)])).toEqual([0]);
    const granted = [...ASKED, leadAnswer(30_000, ASK, GRANT)];
    expect(forbidden([...granted, ...refunds(3000)])).toEqual([null]);
    expect(forbidden([...granted, ...refunds(3001)])).toEqual([0]);
    expect(forbidden([...granted, ...refunds(2000, 1000, 100)])).toEqual([null, null, 0]);
  });

  it('refused, nothing is allowed that wasn’t before', () => {
    expect(
      forbidden([...ASKED, leadAnswer(30_000, ASK, { how: 'refused', words: '没有破损' }), ...refunds(3000)]),
    ).toEqual([0]);
  });

  it('told to the customer, it is no wrong answer; said without any decision it is', () => {
    const told = '我现在就赔您30元';
    const wrong = (commands: Parameters<typeof drive>[1]) =>
      of(drive(data, [...commands, tick(120_000)], LEAD).log, 'turn-judged').flatMap(({ judgement }) =>
        judgement.points.filter(({ state }) => state === 'wrong'),
      );
    expect(wrong([act(10_000, 'escalate'), say(40_000, told)])).toHaveLength(1);
    expect(wrong([act(10_000, 'escalate'), leadAnswer(30_000, ASK, GRANT), say(40_000, told)])).toEqual([]);
  });
});
