/** Sentences of a report that say no more than happened. */
import { describe, expect, it } from 'vitest';
import { doubtsIn } from '#scoring/marks/doubts.ts';
import { makeReport } from '#scoring/report.ts';
import { starOf } from '#scoring/report-sections/star.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { content, contentWith, need, scenario } from '#tests/scoring/support/shoe-shop.ts';

const reportOf = (log: Log) => makeReport(content, log.events);

describe('[M92] a greeting that crossed with the question', () => {
  const greets = (afterS: number, acts: readonly 'greeting'[], thenAnswers: boolean) => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(afterS, '您好，有什么想问的您说', {
      acts,
      answers: { 'q-size': 'evaded' },
      reaction: 'evaded',
    });
    log.says(8, '我问的是几码', { why: { kind: 'reaction', turn: 1, reaction: 'evaded' } as never });
    log.replies(
      15,
      '39.5',
      thenAnswers ? { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' } : {},
    );
    log.changes(19, 'q-size', thenAnswers ? 'answered' : 'evaded', 2);
    return reportOf(log.finishes(40)).findings.some(({ code }) => code === 'evaded');
  };

  it('evades nothing where the next turn answers', () => expect(greets(2, ['greeting'], true)).toBe(false));
  it('evades where it came later, greets nobody, or nothing follows', () =>
    expect([greets(5, ['greeting'], true), greets(2, [], true), greets(2, ['greeting'], false)]).toEqual([
      true,
      true,
      true,
    ]));
});

describe('[M140] words out within 4 s of a question that touch it with none', () => {
  const evades = (afterS: number, answer: 'untouched' | 'evaded') => {
    const log = new Log().arrives(0).says(0, '成').says(10, '这双穿几码', { opens: 'q-size' });
    log.replies(10 + afterS, '那就等退款到账', { answers: { 'q-size': answer }, reaction: 'evaded' });
    log.says(20, '我问的是几码', { why: { kind: 'reaction', turn: 1, reaction: 'evaded' } as never });
    log.replies(28, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
    return reportOf(log.changes(32, 'q-size', 'answered', 2).finishes(40)).findings.some(
      ({ code }) => code === 'evaded',
    );
  };

  it('answer the line before it', () => expect(evades(3, 'untouched')).toBe(false));
  it('later ones, or words that go round it, evade it', () =>
    expect([evades(5, 'untouched'), evades(3, 'evaded')]).toEqual([true, true]));
});

it('[M139] the row of a doubt quotes the words that most likely tell the point, and leads to their turn', () => {
  const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
  for (const [at, text, confidence] of [
    [8, '大半码39.5上下', 0.6],
    [30, '39.5上下我也不猜', 0.3],
  ] as const)
    log.replies(at, text, {
      answers: { 'q-size': 'not-recognised' },
      points: [{ state: 'not-recognised', confidence }],
    });
  const report = reportOf(log.changes(34, 'q-size', 'provisional', 2).finishes(60));
  const row = report.dimensions.find(({ id }) => id === 'solving')?.lost.find(({ text }) => text.includes('待核'));
  expect(row?.text).toContain('大半码39.5上下');
  expect(row?.places?.map(({ at }) => at)).toContain(8000);
  expect(row?.places?.map(({ at }) => at)).not.toContain(30_000);
});

describe('[M93] the ledger quotes', () => {
  const quoteOf = (confidences: readonly number[]) => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    for (const [i, confidence] of confidences.entries()) {
      const answers = { 'q-size': 'answered' } as const;
      log.replies(5 + i * 10, `第${i}次说39.5`, { answers, points: [{ confidence }] });
    }
    log.changes(50, 'q-size', 'answered', confidences.length);
    return reportOf(log.finishes(60)).ledger[0]?.points[0];
  };

  it('the first sure words of several turns', () => expect(quoteOf([0.7, 0.91, 0.99])?.quote).toBe('第1次说39.5'));
  it('none that may not carry the point, which was told all the same', () =>
    expect(quoteOf([0.7, 0.85])).toMatchObject({ quote: null, state: 'covered' }));
});

describe('[M103] the ledger quotes no bare assent', () => {
  const quoteOf = (text: string) => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(5, text, { answers: { 'q-size': 'answered' }, points: [{ confidence: 0.99 }] });
    return reportOf(log.finishes(60)).ledger[0]?.points[0];
  };

  it.each(['对的', '嗯嗯好的', '您挂得对', '行行行', '是的亲亲'])('%s', (text) =>
    expect(quoteOf(text)).toMatchObject({ quote: null, state: 'covered' }),
  );
  it.each(['39.5', '能退', '不拦', '对的，39.5'])('but %s', (text) => expect(quoteOf(text)?.quote).not.toBeNull());
});

describe('[M94] an ending of the author’s `returned`', () => {
  const outcomeAfter = (...actions: readonly string[]) => {
    const log = new Log().arrives(0).says(0, '能退吗', { opens: 'q-size' }).replies(5, '能的');
    for (const action of actions) log.acts(8, action);
    const report = reportOf(log.ends(10, 'sent', 'returned').finishes(20));
    const line = report.transcript.find(({ text }) => text.startsWith('结果'))?.text;
    return [report.conversations[0]?.outcome, line];
  };

  it('is a return where it was agreed to', () =>
    expect(outcomeAfter('approve-return')).toEqual(['退货', '结果：退货，评价 5 分']));
  it('is a cancellation where the order was cancelled', () => expect(outcomeAfter('cancel-order')[0]).toBe('取消'));
  it('and not back yet where nothing was done', () =>
    expect(outcomeAfter()).toEqual(['还没退', '结果：还没退，评价 5 分']));
  it('[M194] is a return where the shop had noted before that it agreed to one', () => {
    const outcomeNoted = (note: string) => {
      const orders = [
        { id: 'order', no: '…1', status: 'signed', items: [], inside: [{ on: '11-10 12:10', note }] } as never,
      ];
      const log = new Log().arrives(0).says(0, '能退吗', { opens: 'q-size' }).replies(5, '能的');
      const events = log.ends(10, 'sent', 'returned').finishes(20).events;
      return makeReport({ ...content, scenarios: [{ ...scenario, orders }] }, events).conversations[0]?.outcome;
    };
    expect(outcomeNoted('没用过，无理由退货已同意')).toBe('退货');
    expect(outcomeNoted('客户要退，不同意退货')).toBe('还没退');
  });
});

describe('[M127] what became of a customer', () => {
  type Made = Parameters<typeof makeReport>[0];
  const outcome = (of: Partial<Made>, log: Log, as: 'kept' | 'exchanged' | 'returned' = 'kept') =>
    makeReport({ ...content, ...of }, log.ends(100, 'kept', as).finishes(200).events).conversations[0]?.outcome;
  const asked = () => new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' }).replies(5, '39.5');
  const stage = (stage: 'before' | 'during') => ({ types: [{ id: 'product-advice', name: '', stage }] });
  const order = { deed: 'place-order', product: 's01', sku: null, pays: true, amount: 32300 } as const;
  const bought = (log: Log): Log => {
    log.events.push({ kind: 'customer-did', at: 20_000, conversation: 'c1', deed: order, orders: [] });
    return log;
  };

  it('[M211] is no order where who asked before ordering placed none', () => {
    expect(outcome(stage('before'), asked())).toBe('没下单');
    expect(outcome(stage('before'), bought(asked()))).toBe('办妥');
    expect(outcome(stage('during'), asked())).toBe('办妥');
    const shown = asked();
    const why = { kind: 'opening', beat: 'size' } as const;
    const bubble = { kind: 'product', product: 's01' } as const;
    shown.events.splice(2, 0, { kind: 'customer-said', at: 0, conversation: 'c1', id: 'k0', bubble, why, last: false });
    expect(outcome(stage('during'), shown), '[M211]').toBe('没下单');
  });

  it('is not done while an operation for which they wait is not', () => {
    const scenarios = content.scenarios.map((one) => ({ ...one, duties: [need({ do: 'change-address' })] }));
    expect(outcome({ scenarios }, asked())).toBe('没办完');
    const done = asked().acts(8, 'change-address');
    done.events.push({ kind: 'need-met', at: 8000, conversation: 'c1', beat: null, need: 0 } as never);
    expect(outcome({ scenarios }, done)).toBe('办妥');
    const notes = content.scenarios.map((one) => ({ ...one, duties: [need({ do: 'remark' })] }));
    expect(outcome({ scenarios: notes }, asked())).toBe('办妥');
  });

  it('is waiting for a call that was promised', () => {
    const promised = asked().says(10, '几点有货').replies(15, '20点前给您留言', { callsBack: true });
    expect(outcome({}, promised)).toBe('等回话');
  });

  it('[M148] is waiting for the carrier’s word where a parcel is to be stopped, until it goes out anew or the money is back', () => {
    expect(outcome({}, asked().acts(8, 'intercept'))).toBe('等回话');
    expect(outcome({}, asked().acts(8, 'intercept').acts(9, 'resend'))).toBe('办妥');
    expect(outcome({}, asked().acts(8, 'carrier-ticket'))).toBe('办妥');
  });

  it('[M165][M204] is waiting for the picture that was asked for, until it comes or the matter is settled without it', () => {
    const requested = () => asked().acts(8, 'request-photo');
    expect(outcome({}, requested())).toBe('等图');
    expect(outcome({}, requested().shows(20, 'crack'))).toBe('办妥');
    expect(outcome({}, requested().acts(9, 'refund-partial'))).toBe('办妥');
    const paidBefore = asked().acts(7, 'refund-partial').acts(8, 'request-photo');
    expect(outcome({}, paidBefore), '[M204]').toBe('办妥');
  });

  it('[M210] is waiting for what was asked for in words and is still to come: a picture, the heading of an invoice', () => {
    const told = (words: string, answer: string) => outcome({}, asked().replies(20, words).says(25, answer));
    expect(told('先拍个外箱、面单留个底，发我这里存着', '现在不方便拍呀 晚点发你')).toBe('等图');
    expect(told('先拍个外箱、面单留个底，发我这里存着', '那就好呀 谢谢')).toBe('办妥');
    expect(told('普票当天就能开，您发我抬头（公司的加税号），我马上提', '好 我报给财务')).toBe('等抬头');
    expect(told('把公司抬头和税号发我，我现在就给您提', '这个回头说')).toBe('等抬头');
    expect(told('把公司抬头和税号发我，我现在就给您提', '个人就行')).toBe('办妥');
    expect(told('发票抬头在订单里能改', '好')).toBe('办妥');
  });

  it('is no exchange that nobody made, and a refund where part of the money alone went back', () => {
    expect(outcome({}, asked(), 'exchanged')).toBe('没办完');
    expect(outcome({}, asked().acts(8, 'approve-exchange'), 'exchanged')).toBe('换货');
    expect(outcome({}, asked().acts(8, 'refund-partial'), 'returned')).toBe('退款');
    expect(outcome({}, asked().acts(8, 'refund-partial').acts(9, 'approve-return'), 'returned')).toBe('退货');
  });
});

describe('[M95] what is blamed', () => {
  const measure = (id: string, name: string, value: number, unit: 's' | 'percent') => ({
    ...{ id, name, value, unit, target: null, ok: null, formula: '', worked: '' },
  });

  it('is each figure that has as few stars', () => {
    const { stars } = content.rubric;
    const why = starOf(stars, [
      measure('first-response', '首次响应', 21, 's'),
      measure('mean-response', '平均响应', 18, 's'),
      measure('reply-rate', '回复率', 100, 'percent'),
      measure('satisfaction', '满意度', 86.4, 'percent'),
    ])?.why;
    expect(why).toContain('拉低的是首次响应、满意度。');
  });

  const firstChange = (greetsFirst: boolean, others: readonly string[], askedAt = 1) => {
    const log = new Log(['c1', ...others]).arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    for (const other of others)
      log.arrives(0, other).says(askedAt, '在', { conversation: other }).replies(2, '在', {}, other);
    if (greetsFirst) log.replies(5, '在的', { answers: { 'q-size': 'untouched' } });
    log.replies(70, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
    log.changes(74, 'q-size', 'answered', greetsFirst ? 2 : 1);
    return reportOf(log.finishes(90, ['c1', ...others])).first?.title;
  };

  it('[M209] is that the first words opened late, not where the answer stood in them', () => {
    expect(firstChange(false, [])).toBe('先回一句，别让客户等着');
    expect(firstChange(false, ['c2'])).toBe('先回一句，看谁等得最久');
    // [M209] Who had waited as long as that was answered first: nobody was passed over.
    expect(firstChange(false, ['c2'], 0)).toBe('先回一句，别让客户等着');
    expect(firstChange(true, [])).toBe('第一句放答案');
  });
});

it('[M99] a goodbye left for who had gone stands on the timeline, and costs or earns nothing', () => {
  const left = (words: string, acts: readonly 'goodbye'[]) => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(5, '39.5').ends(10, 'gone', 'lost').status(10, 'away');
    return reportOf(log.replies(20, words, { acts }).finishes(30));
  };
  const [farewell, silence] = [left('想好随时来，再见', ['goodbye']), left('这双还有货', [])];
  expect(farewell.conversations[0]?.windows).toEqual([{ kind: 'goodbye', from: 10_000, until: 20_000, how: 'taken' }]);
  expect(silence.conversations[0]?.windows).toEqual([]);
  expect(farewell.score).toBe(silence.score);
});

it('[M222] a goodbye said before who thinks it over goes, or beside one that was not owed, stands there, too', () => {
  const gone = (words: string, then: (log: Log) => Log = (log) => log) => {
    const log = then(new Log().arrives(0).says(0, '再想想').replies(5, words, { acts: [] }));
    return reportOf(log.ends(30, 'gone', 'lost').status(30, 'away').finishes(40)).conversations[0]?.windows;
  };
  expect(gone('祝您用得开心，有事喊我')).toEqual([{ kind: 'goodbye', from: 5000, until: 5000, how: 'taken' }]);
  expect(gone('这双还有货')).toEqual([]);
  expect(gone('祝您用得开心，有事喊我', (log) => log.says(9, '穿几码', { opens: 'q-size' }))).toEqual([]);
  const settled = (words: string) => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(5, '39.5').ends(10, 'kept', 'kept').says(11, '行 认了');
    log
      .opensWindow(10, 'goodbye', 55)
      .replies(20, '好的，封口没动能退，给您点了同意退货，退100元，收到货7天内原路退')
      .closesWindow(55, 'goodbye', 'missed');
    return reportOf(log.replies(70, words, { acts: [] }).finishes(90)).conversations[0]?.windows;
  };
  expect(settled('有事再找我')).toMatchObject([{ until: 70_000, how: 'taken' }]);
  expect(settled('这双还有货')).toMatchObject([{ how: 'void' }]);
});

it('[X76] a goodbye that was said after its window had closed is drawn as said, one that wasn’t as missed', () => {
  const parted = (words: string, acts: readonly 'goodbye'[]) => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(5, '39.5').says(8, '好的').ends(10, 'kept', 'kept');
    log.opensWindow(10, 'goodbye', 55).closesWindow(55, 'goodbye', 'missed');
    return reportOf(log.replies(70, words, { acts }).finishes(90)).conversations[0]?.windows;
  };
  expect(parted('好的，您慢走，再见', ['goodbye'])).toMatchObject([{ kind: 'goodbye', until: 70_000, how: 'taken' }]);
  expect(parted('这双还有货', [])).toMatchObject([{ kind: 'goodbye', how: 'missed' }]);
});

describe('[M97] late replies', () => {
  const twoLate = (unsure: boolean) => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    const answers = { 'q-size': unsure ? 'clarifying' : 'answered' } as const;
    log.replies(50, '您脚多长', { answers, ...(unsure ? {} : { points: [{}] }) });
    log.says(60, '24.5', { why: { kind: 'opening', beat: 'size' } }).replies(110, '39.5', { answers: {} });
    return reportOf(log.finishes(130));
  };

  it('in one row have a name of their own, and the row leads to each', () => {
    const report = twoLate(false);
    const row = report.dimensions.find(({ id }) => id === 'response')?.lost.find(({ kind }) => kind !== undefined);
    const late = report.findings.filter(({ family }) => family === 'late').map(({ id }) => id);
    expect(late).toHaveLength(2);
    expect(row).toMatchObject({ kind: '回晚了', findings: late });
  });

  it('[M98] count in the verdict and are among the doubts where their words may be no answer', () => {
    const report = twoLate(true);
    const inDoubt = report.findings.filter(({ family, unsure }) => family === 'late' && unsure);
    expect(inDoubt).toHaveLength(1);
    expect(report.doubts).toBeGreaterThanOrEqual(1);
    expect(report.verdict + (report.first?.goal ?? '')).not.toContain('2 句里 1 句过了');
    const row = report.ledger[0];
    const point = row?.points[0];
    if (row === undefined || point === undefined) throw new Error('no ledger');
    const only = { findings: inDoubt, ledger: [] };
    expect(doubtsIn(only)).toBe(1);
    const turn = inDoubt[0]?.turn ?? 0;
    const reply = {
      ...{ turn, at: 0, customer: '', words: '', heard: 'unsure' as const, doubtful: true },
      ruling: null,
      proposal: null,
    };
    expect(doubtsIn({ ...only, ledger: [{ ...row, points: [{ ...point, replies: [reply] }] }] })).toBe(1);
  });

  it('aren’t rounded onto the line that they passed', () => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(30.04, '39.5').finishes(40);
    const found = reportOf(log).platformDifferences.find(({ one, other }) => `${one}${other}`.includes('京东'));
    expect(found?.reasons[0]?.rounds.map(({ text }) => text)).toEqual(['31 秒']);
  });
});

it('[M139] a chance that was taken stands at the words that took it, before it opened or behind', () => {
  const doneAt = (saidAt: number) => {
    const log = new Log().arrives(0).says(0, '好的').replies(saidAt, '再见，有事随时来');
    const { events } = log.opensWindow(20, 'goodbye', 60).closesWindow(36, 'goodbye', 'taken').finishes(70);
    return makeReport(content, events).conversations[0]?.windows.map(({ until }) => until);
  };
  expect([doneAt(25), doneAt(14)]).toEqual([[25_000], [14_000]]);
});

describe('[M147] 销售转化 of a drill in which nobody could buy', () => {
  const sales = (endsIn: 'paid' | 'kept', window: 'follow-up') => {
    const endings = scenario.endings.map((ending) =>
      ending.outcome === 'paid' ? { ...ending, outcome: endsIn } : ending,
    );
    const log = new Log().arrives(0).says(0, '我想想').opensWindow(1, window, 60);
    const { events } = log.replies(8, '您先想，有事叫我').closesWindow(12, window, 'taken').finishes(90);
    return makeReport(contentWith({ endings, duties: [] }), events).dimensions.find(({ id }) => id === 'sales');
  };

  it('says so, and what its marks are for', () =>
    expect(sales('kept', 'follow-up')?.note).toBe('这一场没有能下单的客户，分是按跟进算的'));
  it('says nothing where no moment of it was reached: what an unfinished drill lost stands there', () => {
    const endings = scenario.endings.map((ending) => ({ ...ending, outcome: 'kept' as const }));
    const { events } = new Log().arrives(0).says(0, '我想想').finishes(90);
    const row = makeReport(contentWith({ endings, duties: [] }), events).dimensions.find(({ id }) => id === 'sales');
    expect(row?.note).toBeUndefined();
  });
  it('says nothing where somebody could', () => expect(sales('paid', 'follow-up')?.note).toBeUndefined());
});

it('[M173] the verdict names the customer of what was done well where the fault is another’s', () => {
  const other = { ...scenario, id: 'product-advice/other', customer: { ...scenario.customer, name: '晚风' } };
  const words = '您脚长多少';
  const log = new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2');
  log.says(1, '这双穿几码', { opens: 'q-size' });
  const asked = [{ fact: 'foot', quote: quote(log.nextMessage, words, words), again: false }];
  log.replies(10, words, { answers: { 'q-size': 'clarifying' }, asked });
  log.events.push({ kind: 'fact-told', at: 14_000, conversation: 'c1', fact: 'foot', how: 'asked', turn: 1 });
  log.says(16, '24.5');
  log.replies(24, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
  log.changes(28, 'q-size', 'answered', 2).says(70, '几点发', { opens: 'q-ship', conversation: 'c2' });
  log.replies(80, '以页面为准哦', { answers: { 'q-ship': 'evaded' }, reaction: 'evaded', bad: true }, 'c2');
  log.changes(84, 'q-ship', 'unanswered', null, 'c2').ends(88, 'gone', 'lost', { conversation: 'c2' });
  const events = log.finishes(210, ['c1', 'c2']).events.map((event) => {
    if (event.kind !== 'drill-opened') return event;
    const customers = event.customers.map((c) => (c.conversation === 'c2' ? { ...c, scenario: other.id } : c));
    return { ...event, customers };
  });
  expect(makeReport({ ...content, scenarios: [scenario, other] }, events).verdict).toMatch(
    /^晚风那边，.*客户走了。一颗柚子那边，你问「您脚长多少？?」，客户说/,
  );
});
