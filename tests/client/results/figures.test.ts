import { describe, expect, it } from 'vitest';
import { sortAnswers } from '#client/features/results/model/replay-order.ts';
import { figureValue, keyName, percentOf, sortSeats } from '#client/features/results/model/results-table.ts';
import { underlinedPieces } from '#client/features/results/model/results-underline.ts';
import { answer, drillResult, results, seat } from './class.ts';

const fault = (start: number, end: number) => ({ start, end, title: `${start}` });

describe('underlined words', () => {
  it('show each character once, however the ranges overlap', () => {
    const text = '亲，应该可以的哦';
    for (const faults of [
      [],
      [fault(2, 4)],
      [fault(0, 8)],
      [fault(4, 6), fault(2, 4)],
      [fault(1, 5), fault(3, 7)],
      [fault(6, 40)],
      [fault(2, 2)],
      [fault(1, 7), fault(2, 3)],
    ])
      expect(
        underlinedPieces(text, faults)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    expect(underlinedPieces(text, [fault(2, 4)])).toEqual([
      { start: 0, text: '亲，', fault: null },
      { start: 2, text: '应该', fault: '2' },
      { start: 4, text: '可以的哦', fault: null },
    ]);
  });
});

describe('the table', () => {
  const { seats } = results();
  const order = (sort: Parameters<typeof sortSeats>[1]) => sortSeats(seats, sort).map((seatResult) => seatResult.seat);

  it('puts rows without the figure last in both orders', () => {
    expect(order({ key: { kind: 'score' }, descending: true })).toEqual(['s3', 's1', 's2', 's4']);
    expect(order({ key: { kind: 'score' }, descending: false })).toEqual(['s2', 's1', 's3', 's4']);
    expect(order({ key: 'grade', descending: false })).toEqual(['s2', 's1', 's3', 's4']);
    expect(order({ key: 'notes', descending: false }).slice(2)).toEqual(['s1', 's2']);
  });

  it('orders numbers of the roster as numbers', () => {
    const list = [seat(1, { no: '10' }), seat(2, { no: '9' }), seat(3, { no: '2024010203040506070A' })];
    expect(sortSeats(list, { key: 'no', descending: false }).map((seatResult) => seatResult.no)).toEqual([
      '9',
      '10',
      '2024010203040506070A',
    ]);
  });

  it('shows a dimension as a share of its own weight, and leaves it empty without an opportunity', () => {
    expect(percentOf(seat(1), 'response')).toBe(75);
    expect(percentOf(seat(1), 'sales')).toBeNull();
    expect(percentOf(seat(1, { result: null }), 'response')).toBeNull();
  });

  it('adds up the faults of a family', () => {
    const two = { code: 'ignored', family: 'evading', title: '没有理', count: 3, marks: 1 };
    const faultySeat = seat(1, { result: drillResult({ faults: [...drillResult().faults, two] }) });
    expect(figureValue(faultySeat, { kind: 'family', family: 'evading' })).toBe(5);
    expect(figureValue(faultySeat, { kind: 'family', family: 'manner' })).toBe(0);
  });

  it('tells a dimension from a family of the same name', () => {
    expect(keyName({ kind: 'dimension', id: 'operation' })).not.toBe(keyName({ kind: 'family', family: 'operation' }));
  });
});

describe('answers side by side', () => {
  it('put good ones first, then sort by points told, points told wrong and seconds', () => {
    const list = [
      answer('wrong', { covered: 2, wrong: 1 }),
      answer('slow', { covered: 2, seconds: 30 }),
      answer('quick', { covered: 2, seconds: 10 }),
      answer('good', { covered: 3, good: true }),
      answer('none', { of: 0, covered: 0 }),
    ];
    expect(sortAnswers(list).map((answer) => answer.seat)).toEqual(['good', 'quick', 'slow', 'wrong', 'none']);
  });
});
