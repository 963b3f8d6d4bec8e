/** One absence is one charge: who gave up waiting, and what they had asked last (RULES M261). */
import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { beat, contentWith, point, question } from '#tests/scoring/support/shoe-shop.ts';

const content = contentWith({
  duties: [],
  beats: [
    beat('size', {
      asks: [
        question(
          'q-size',
          '找谁定、几时回',
          [point('who', '这个数要报主管定'), point('hour', '2小时内给您回话')],
          '主管定，2小时内回您',
        ),
        question('q-ship', '几点发', [point('ship', '今天18点前发出')], '今天18点前发'),
      ],
    }),
  ],
});

const OTHERS = ['c2', 'c3', 'c4', 'c5'];
const SAYS = { why: { kind: 'reaction', turn: 1, reaction: 'partly' } as never };
const NUDGES = { why: { kind: 'silence', step: 1 } as never };

/** A drill of many: the first asks, the others are answered whole. */
const many = (others: readonly string[] = OTHERS): Log => {
  const log = new Log(['c1', ...others]).arrives(0).says(0, '找谁定、几时回', { opens: 'q-size' });
  log.enters(0, 'size');
  for (const key of others)
    log
      .arrives(0, key)
      .says(0, '找谁定、几时回', { opens: 'q-size', conversation: key })
      .replies(
        4,
        '主管定的，2小时内回您',
        { answers: { 'q-size': 'answered' }, points: [{ point: 'who' }, { point: 'hour' }] },
        key,
      )
      .changes(8, 'q-size', 'answered', 1, key);
  return log;
};
const half = (log: Log): Log =>
  log
    .replies(5, '这个要报主管定', { answers: { 'q-size': 'partial' }, points: [{ point: 'who' }], reaction: 'partly' })
    .changes(9, 'q-size', 'partly', 1);
const goes = (log: Log): Log =>
  log
    .says(12, '那几时有信', SAYS)
    .says(60, '人呢', NUDGES)
    .says(90, '还在吗', NUDGES)
    .changes(120, 'q-size', 'unanswered')
    .ends(120, 'lost', 'lost', { silent: true })
    .status(120, 'away');

const read = (log: Log) => {
  const report = makeReport(content, log.events);
  const faults = report.findings.filter(({ code }) => !code.startsWith('merit:'));
  const idsOf = (code: string) => faults.filter((one) => one.code === code).map(({ id }) => id);
  const chargedIn = (code: string) =>
    report.dimensions
      .filter(({ lost }) => lost.some(({ finding }) => finding !== null && idsOf(code).includes(finding)))
      .map(({ id }) => id);
  return { faults, codes: faults.map(({ code }) => code), chargedIn };
};

describe('[M261] among many customers', () => {
  it('is charged once for who gave up waiting for the other half of an answer', () => {
    const { codes, chargedIn, faults } = read(goes(half(many())));
    expect(codes).not.toContain('answered-partly');
    expect(chargedIn('customer-left')).toHaveLength(1);
    expect(faults.find(({ code }) => code === 'customer-left')?.why).toContain('还差「2小时内给您回话」');
  });

  it('is charged once where nothing of the question was told', () => {
    const idle = many().replies(5, '在的呢亲', { answers: { 'q-size': 'untouched' }, reaction: 'undone' });
    const { codes, chargedIn } = read(goes(idle));
    expect(codes).not.toContain('ignored');
    expect(chargedIn('customer-left')).toHaveLength(1);
  });

  it('leaves a half answer its own charge where the customer stayed, or went for another reason', () => {
    const stays = half(many()).changes(120, 'q-size', 'unanswered').ends(120, 'kept', 'kept');
    expect(read(stays).codes).toContain('answered-partly');
    const rude = half(many()).replies(20, '爱等不等，烦死了', { tone: 'hostile', reaction: 'hostile', bad: true });
    expect(read(rude.changes(60, 'q-size', 'unanswered').ends(60, 'lost', 'lost')).codes).toContain('answered-partly');
  });

  it('charges a question of an earlier step beside the leaving', () => {
    const log = half(many()).changes(30, 'q-size', 'unanswered').leaves(30, 'size').enters(31, 'later');
    const { codes } = read(
      log.says(32, '那我再问问', SAYS).says(90, '人呢', NUDGES).ends(150, 'lost', 'lost', { silent: true }),
    );
    expect(codes).toEqual(expect.arrayContaining(['customer-left', 'answered-partly']));
  });

  it('pays for no second question once 响应时效 has nothing left', () => {
    const all = OTHERS.reduce(
      (log, key) => {
        return log
          .says(200, '那几时有信', { opens: 'q-ship', conversation: key })
          .changes(320, 'q-ship', 'unanswered', null, key)
          .ends(320, 'lost', 'lost', { silent: true, conversation: key })
          .status(320, 'away', key);
      },
      goes(half(many())),
    );
    expect(read(all).chargedIn('customer-left').toSorted()).toEqual(['response', 'solving']);
  });

  it('is told twice where there are few: the total has a ceiling there', () => {
    expect(read(goes(half(many([])))).codes).toContain('answered-partly');
  });
});
