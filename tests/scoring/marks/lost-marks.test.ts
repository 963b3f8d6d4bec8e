/**
 * No mark is lost without a word: a row that is no finding says what was lost and why, and leads to the fault that
 * caused it.
 */
import { describe, expect, it } from 'vitest';
import type { Reply } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { CASES, library, play, repliesOf } from '#tests/learning/support/play.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { asked } from '#tests/scoring/support/reading.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

type Report = ReturnType<typeof makeReport>;

/** The row for doubts, which belongs to no finding (doubted.test.ts). */
const IN_DOUBT = /^待核 \d+ 处，七成算做到、三成算没做到：.+$/;

/** Rows of a dimension that aren't findings, with the code of the finding that caused each loss. */
const rows = (report: Report, dimension: string): [string, string | null][] => {
  const lost = report.dimensions.find((d) => d.id === dimension)?.lost ?? [];
  return lost.flatMap(({ text, finding }): [string, string | null][] => {
    const behind = report.findings.find((f) => f.id === finding);
    return behind?.title === text || IN_DOUBT.test(text) ? [] : [[text, behind?.code ?? null]];
  });
};

const playedBy = (id: string, who: string): Report => play([id], repliesOf(id, who)).report;

describe('[M8] a loss without a finding of its own', () => {
  it('is never a bonus left out of an answer, which the ledger names', () => {
    const { dimensions, ledger } = playedBy('order-change/incident-sold-out', 'middling');
    const bonus = ledger.flatMap(({ points }) => points.filter(({ must, state }) => !must && state === 'missed'));
    expect(bonus.map(({ text }) => text)).toContain('不合脚首次换码运费店里出');
    for (const { text } of bonus) expect(JSON.stringify(dimensions)).not.toContain(text);
  });

  it('leads to a fault, or to the moment of the loss', () => {
    for (const id of CASES)
      for (const who of ['poor', 'middling', 'model']) {
        const { dimensions, conversations } = playedBy(id, who);
        for (const { text, finding, place } of dimensions.flatMap((d) => d.lost)) {
          expect(finding === null ? place : finding, `${id} ${who} ${text}`).not.toBeNull();
          if (place !== null) expect(conversations.map((c) => c.conversation)).toContain(place.conversation);
        }
      }
  });

  it('is never how something was said, as half an answer is charged at its point or not at all', () => {
    const said = (report: Report): string[] =>
      ['expression', 'manner'].flatMap((id) =>
        rows(report, id)
          .filter(([, code]) => code === null)
          .map(([text]) => text),
      );
    // This trainee tells half an answer, and the other half later.
    expect(said(playedBy('logistics-complaint/signed-not-seen', 'middling'))).toEqual([]);
    const log = asked().replies(20, '您这脚我看看哈', { answers: { 'q-size': 'vague' } });
    expect(rows(makeReport(content, log.events), 'expression')).toEqual([]);
  });

  it('[M16] loses marks for how something was said only with a finding', () => {
    for (const id of [...library.testplans.keys()])
      for (const dimension of ['expression', 'manner'] as const)
        for (const [text, code] of rows(playedBy(id, 'middling'), dimension))
          expect([id, text, code ?? (/没有?等到回复/.test(text) ? 'unanswered' : null)]).not.toContain(null);
  });

  it('[M162] asks for no fact of who never heard a word: the silence is the charge', () => {
    const silent = playedBy('product-advice/shoe-half-size', 'silent');
    expect(rows(silent, 'solving').map(([text]) => text)).not.toContainEqual(expect.stringContaining('没问'));
    expect(silent.dimensions.find(({ id }) => id === 'solving')?.marks).toBe(0);
  });

  it('[M19] is no fact that no answer rests on, that the trainee came near asking for, or that was told already', () => {
    const id = 'product-advice/shoe-half-size';
    const saying = (...texts: string[]): string =>
      JSON.stringify(
        play(
          [id],
          texts.map((text): Reply => ({ to: 'any', afterS: 9, do: [], say: [{ text }], repeat: false })),
        ).report.dimensions,
      );
    const instep = '没问一颗柚子「脚背高不高';
    expect(saying('亲在的', '您看一下尺码表哦', '都可以的')).toContain(instep);
    expect(saying('亲在的', '您看一下尺码表哦，脚背高不高的说一声', '都可以的')).not.toContain(instep);
    // No answer rests on 红没红: the question earns when it is asked, and costs nothing when it isn't.
    expect(JSON.stringify(playedBy('payment-reminder/unpaid-sensitive', 'silent').dimensions)).not.toContain(
      '脸上红不红',
    );
  });

  it('[M18] is one row for what lay ahead of a customer who left, without what was told wrong before', () => {
    const report = playedBy('logistics-complaint/signed-not-seen', 'poor');
    const cut = report.dimensions.flatMap((d) => d.lost.filter(({ text }) => text.includes('提前走了')));
    expect(cut.map(({ text }) => text)).toEqual([expect.stringMatching(/^晒太阳的火锅提前走了，后面 \d 问没走到：「/)]);
    const named = [...(cut[0]?.text.matchAll(/「(.+?)」/g) ?? [])].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    for (const { text } of report.ledger) expect(named).not.toContain(text);
    // The row has what every dimension had ahead, so it is more than 问题解决 alone could lose.
    expect(cut[0]?.marks).toBeGreaterThan(report.dimensions.find((d) => d.id === 'solving')?.marks ?? 0);
    expect(JSON.stringify(report.dimensions)).not.toMatch(/没答到就结束|没有等到回复/);
  });

  it('puts rounds that only passed into one row, with their seconds', () => {
    const log = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
    log.replies(20, '拿39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
    for (const s of [40, 80, 120, 160, 200])
      log.says(s, '嗯', { why: { kind: 'opening', beat: 'size' } }).replies(s + 25, `好的${s}`);
    expect(rows(makeReport(content, log.events), 'response')).toEqual([
      [
        `达标、没到优秀线（${content.rubric.tiers[0]?.excellentS} 秒）的几次（一颗柚子首次有效响应 20 秒、第 2 次 25 秒、第 3 次 25 秒、第 4 次 25 秒等 6 次）`,
        null,
      ],
    ]);
  });

  it('leads to no dismissed fault', () => {
    const { data, events, report } = play(
      ['product-advice/shoe-half-size'],
      repliesOf('product-advice/shoe-half-size', 'silent'),
    );
    const left = report.findings.find((f) => f.code === 'customer-left');
    const ruled = makeReport(data, events, data.scenarios, [givenRuling({ finding: left?.key ?? '' })]);
    expect(rows(ruled, 'solving').map(([, code]) => code)).not.toContain('customer-left');
  });
});

describe.each(CASES)('%s', (id) => {
  it.each(Object.keys(library.testplans.get(id) ?? {}))(
    '%s: has words or seconds in every row, and each row costs what it says',
    (who) => {
      const report = playedBy(id, who);
      for (const { text, marks, finding } of report.dimensions.flatMap((d) => d.lost)) {
        if (finding === null && !IN_DOUBT.test(text)) expect(text).toMatch(/「.+」|\d 秒/);
        expect(marks).toBeGreaterThan(0);
        if (finding !== null) expect(report.findings.map((f) => f.id)).toContain(finding);
      }
      // Late replies are told in one row, which costs what they cost together.
      const isLate = (code: string): boolean => ['late-first', 'late-round'].includes(code);
      const late = report.findings.filter((f) => isLate(f.code) && !f.unsure);
      const rows = report.dimensions.flatMap((d) => d.lost).filter((l) => l.text.includes('句回晚了'));
      if (rows.length > 0)
        expect(rows.reduce((sum, l) => sum + l.marks, 0)).toBeCloseTo(
          late.reduce((sum, f) => sum + f.marks, 0),
          0,
        );
      // A row that only leads to a fault isn't part of that fault's price.
      for (const fault of report.findings.filter((f) => f.severity !== 'merit' && !f.unsure)) {
        if (rows.length > 0 && isLate(fault.code)) continue;
        const own = report.dimensions
          .flatMap((d) => d.lost)
          .filter((l) => l.finding === fault.id && l.text === fault.title);
        expect(own.reduce((sum, l) => sum + l.marks, 0)).toBeCloseTo(fault.marks, 0);
      }
    },
  );
});

it('[M112] a row of several losses has the place of each', () => {
  const log = new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2');
  for (const conversation of ['c1', 'c2']) {
    log.says(0, '穿几码', { opens: 'q-size', conversation });
    log.replies(26, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] }, conversation);
    log.changes(30, 'q-size', 'answered', 1, conversation);
  }
  const { dimensions } = makeReport(content, log.finishes(60, ['c1', 'c2']).events);
  const [row] = dimensions.find(({ id }) => id === 'response')?.lost ?? [];
  expect(row?.places?.map(({ conversation }) => conversation)).toEqual(['c1', 'c2']);
});

it('[M115] a charge in doubt has one date, in its row and in the list of doubts', () => {
  const log = asked().replies(20, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
  log.changes(24, 'q-size', 'answered', 1).says(30, '好');
  log.replies(40, '下回拿41', { points: [{ state: 'wrong', confidence: 0.6 }], reaction: 'wrong', bad: true });
  const report = makeReport(content, log.changes(44, 'q-size', 'wrong', 2).finishes(60).events);
  const fault = report.findings.find(({ unsure }) => unsure);
  const row = report.dimensions.flatMap(({ lost }) => lost).find(({ text }) => IN_DOUBT.test(text));
  expect([fault?.at, row?.place?.at]).toEqual([40_000, 40_000]);
});
