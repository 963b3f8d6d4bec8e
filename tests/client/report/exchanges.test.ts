import { describe, expect, it } from 'vitest';
import { axisLayout, spreadApart } from '#client/features/report/model/axis-layout.ts';
import { busyStretchesOf } from '#client/features/report/model/busy-stretches.ts';
import { exchangesOf, linesWithSilences, precedingCustomerText } from '#client/features/report/model/exchanges.ts';
import { findingNumbers } from '#client/features/report/model/numbering.ts';
import { segmentsOf } from '#client/features/report/model/segments.ts';
import { report } from '#tests/client/fixtures/report.ts';

const base = report.findings[0];
if (base === undefined) throw new Error('the fixture has no finding');
const quote = (id: string, start: number, end: number, severity: 'grave' | 'mild' | 'merit') => ({
  ...base,
  id,
  severity,
  quoteAt: { message: 'm', start, end },
});

describe('exchanges', () => {
  it('keep every line and every finding once', () => {
    const exchanges = exchangesOf(report);
    expect(exchanges.flatMap((exchange) => exchange.lines)).toHaveLength(report.transcript.length);
    expect(exchanges.flatMap((exchange) => exchange.findings)).toHaveLength(report.findings.length);
  });

  it('put a finding where its words stand', () => {
    for (const exchange of exchangesOf(report)) {
      for (const finding of exchange.findings) {
        expect(finding.conversation).toBe(exchange.conversation.conversation);
        if (finding.quoteAt !== null) {
          expect(exchange.lines.map((line) => line.id)).toContain(finding.quoteAt.message);
        }
      }
    }
  });

  it('[M179] tell how late the reply came where the customer had stopped waiting before it', () => {
    const [conversation] = report.conversations;
    const [round] = conversation?.rounds ?? [];
    if (conversation === undefined || round === undefined) throw new Error('the fixture has no round');
    const line = report.transcript.find(({ by, at }) => by === 'customer' && Math.abs(at - round.from) < 1000);
    if (line === undefined) throw new Error('no line begins the round');
    const repliedAfterS = (lateS: number): number | null => {
      const reply = { ...line, id: 'late', by: 'trainee' as const, at: round.from + (round.seconds + lateS) * 1000 };
      return exchangesOf({ ...report, transcript: [{ ...line, at: round.from }, reply] })[0]?.repliedAfterS ?? null;
    };
    expect(repliedAfterS(0)).toBeNull();
    expect(repliedAfterS(109)).toBeCloseTo(round.seconds + 109);
    // Of a burst of two bubbles the wait begins with the second: 24 s from it are 27 s from the first.
    const burst = [0, 3000].map((after, index) => ({ ...line, id: `burst-${index}`, at: round.from + after }));
    const answer = { ...line, id: 'answer', by: 'trainee' as const, at: round.from + 3000 + round.seconds * 1000 };
    expect(exchangesOf({ ...report, transcript: [...burst, answer] })[0]?.repliedAfterS).toBeNull();
  });

  it('[M190] [M218] [M230] call no reply late that came in time behind a burst, and count a late one from where the wait is', () => {
    const [conversation] = report.conversations;
    const round = conversation?.rounds[0];
    const line = report.transcript.find(({ by, at }) => by === 'customer' && Math.abs(at - (round?.from ?? 0)) < 1000);
    if (conversation === undefined || round === undefined || line === undefined) throw new Error('no round');
    const said = (by: 'customer' | 'trainee' | 'action', afterS: number) => ({
      ...line,
      ...{ by, id: `${by}-${afterS}`, at: round.from + afterS * 1000 },
    });
    const repliedAfterS = (waitedS: number, ...lines: (typeof line)[]): number | null => {
      const rounds = [{ ...round, seconds: waitedS }];
      const conversations = [{ ...conversation, rounds }];
      return exchangesOf({ ...report, conversations, transcript: lines })[0]?.repliedAfterS ?? null;
    };
    const long = [said('customer', 0), said('customer', 6), said('customer', 14)];
    expect(repliedAfterS(1, ...long, said('trainee', 15))).toBeNull();
    expect(repliedAfterS(4, ...long.slice(0, 2), said('action', 10), said('trainee', 17))).toBeNull();
    // [M218] A late reply is counted from the bubble that the wait is counted from, not from the first one.
    expect(repliedAfterS(20, ...long, said('trainee', 50))).toBe(36);
    // [M230] 人嘞 and 还查不查嘛 urge: the wait is no shorter for them.
    const urging = [said('customer', 0), said('customer', 2), said('customer', 102), said('customer', 192)];
    expect(repliedAfterS(320, ...urging, said('trainee', 547))).toBe(545);
  });

  it('number the faults in the page’s order, and merits not at all', () => {
    const faults = report.findings.filter((finding) => finding.severity !== 'merit').length;
    expect([...findingNumbers(report).values()]).toEqual(Array.from({ length: faults }, (_, index) => index + 1));
  });
});

describe('the customer’s words from elsewhere', () => {
  const [exchange] = exchangesOf(report);
  if (exchange === undefined) throw new Error('the fixture has no exchange');
  const of = (customer: string) => precedingCustomerText(exchange, { ...base, customer });

  it('are the last bubble alone, whatever came before it', () => {
    expect(of('鞋到了\n脚背就勒\n不换了我退了')).toBe('不换了我退了');
  });

  it('take in the bubble before a very short one', () => {
    expect(of('我点平台了哈\n人嘞')).toBe('我点平台了哈 人嘞');
  });

  it('are left out where they stand in the exchange itself, or there are none', () => {
    const shown = exchange.lines.find((line) => line.by === 'customer')?.text ?? '';
    expect(of(`鞋到了\n${shown}`)).toBeNull();
    expect(of('〔订单 …5519〕')).toBeNull();
    expect(of('[Order …5519]\n[Picture: 鞋舌标特写]')).toBeNull();
  });
});

describe('silences among the words', () => {
  const [exchange] = exchangesOf(report);
  const trainee = exchange?.lines.find((line) => line.by === 'trainee');
  const customer = exchange?.lines.find((line) => line.by === 'customer');
  if (!exchange || !trainee || !customer) throw new Error('the fixture has no exchange with words of both');
  const line = (id: string, by: 'trainee' | 'customer', at: number) => ({
    ...(by === 'trainee' ? trainee : customer),
    id,
    at,
  });
  const silence = (id: string, family: string, at: number) => ({
    ...base,
    id,
    family,
    at,
    quoteAt: null,
    severity: 'mild' as const,
  });
  const order = (lines: (typeof trainee)[], findings: (typeof base)[]) =>
    linesWithSilences({ ...exchange, lines, findings }).map(({ id }) => id);

  it('stand by their time: a late reply’s silence before it, a missing deed between two replies or after them', () => {
    const lines = [line('asks', 'customer', 1000), line('first', 'trainee', 60_000), line('second', 'trainee', 90_000)];
    const findings = [
      silence('late', 'late', 1000),
      silence('between', 'evading', 60_000),
      silence('after', 'operation', 95_000),
    ];
    expect(order(lines, findings)).toEqual(['asks', 'late', 'first', 'between', 'second', 'after']);
  });

  it('all stand there where nobody replied', () => {
    expect(
      order([line('asks', 'customer', 1000)], [silence('a', 'late', 1000), silence('b', 'operation', 5000)]),
    ).toEqual(['asks', 'a', 'b']);
  });
});

describe('segments', () => {
  it('give the text back unchanged, whatever overlaps', () => {
    const text = '应该可以用，一般宿舍都行';
    const parts = segmentsOf(text, 'm', [
      quote('a', 0, 5, 'mild'),
      quote('b', 2, 8, 'grave'),
      quote('c', 2, 99, 'merit'),
    ]);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.map((part) => part.findings[0]?.id)).toEqual(['a', 'b', 'b', 'c']);
    expect(parts.flatMap((part) => part.ending.map((finding) => finding.id))).toEqual(['a', 'b', 'c']);
  });

  it('leave a message without findings in one piece', () => {
    expect(segmentsOf('好的', 'm', []).map((part) => part.text)).toEqual(['好的']);
    expect(segmentsOf('', 'm', [])).toEqual([]);
  });
});

describe('time axis', () => {
  it('keeps everything inside its width', () => {
    for (const width of [690, 1150]) {
      const layout = axisLayout(report, width);
      expect(layout.x(0)).toBe(layout.left);
      for (const conversation of report.conversations)
        expect(layout.x(conversation.until)).toBeLessThanOrEqual(width - 16);
    }
  });

  it('counts customers at once', () => {
    expect(busyStretchesOf(report.conversations).map((stretch) => stretch.count)).toEqual([1, 2, 1]);
  });

  it('counts a customer only while they take a place at the desk', () => {
    const [first, second] = report.conversations;
    if (first === undefined || second === undefined) throw new Error('two customers');
    const leaves = { ...first, stays: [{ from: first.from, until: second.from }] };
    expect(busyStretchesOf([leaves, second]).map(({ count }) => count)).toEqual([1]);
  });

  it('moves marks apart that would cover each other', () => {
    const row = { left: 0, right: 200 };
    expect(spreadApart([{ x: 10 }, { x: 12 }, { x: 60 }], 20, row)).toEqual([{ x: 10 }, { x: 30 }, { x: 60 }]);
  });

  it('keeps marks inside the axis: late ones push earlier ones back, and too many stand closer', () => {
    const xs = (places: number[], right: number) =>
      spreadApart(
        places.map((x) => ({ x })),
        20,
        { left: 0, right },
      ).map(({ x }) => x);
    expect(xs([100, 190, 195, 198], 200)).toEqual([100, 160, 180, 200]);
    expect(xs([80, 90, 95, 98, 99, 100, 100], 90)).toEqual([0, 15, 30, 45, 60, 75, 90]);
  });
});
