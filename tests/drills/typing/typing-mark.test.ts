import { expect, test } from 'vitest';
import { align } from '#client/features/typing/model/align.ts';
import { countRight, rightIn } from '#drills/typing/count-right.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import { typedFigures } from '#drills/typing/typed-figures.ts';
import { speedOf, typingMark } from '#drills/typing/typing-mark.ts';
import { randomAt } from '#engine/model/random.ts';

const SIGNS = [...'亲您好，。,.？39元退货运费险 A'];

test('counts the right characters of any typing as the page does [O5]', () => {
  for (let nth = 0; nth < 400; nth += 1) {
    const draw = (of: string, at: number, most: number) => Math.floor(randomAt(nth, 'typing', of, at, 'test') * most);
    const text = Array.from(
      { length: 5 + draw('length', 0, 40) },
      (_, at) => SIGNS[draw('text', at, SIGNS.length)] ?? '',
    );
    const typed = text
      .slice(0, draw('upTo', 0, text.length + 1))
      .flatMap(
        (one, at) => [[], [one, one], [SIGNS[draw('slip', at, SIGNS.length)] ?? '']][draw('kind', at, 12)] ?? [one],
      );
    const onPage = align(typed, text).steps.filter(({ kind }) => kind === 'right').length;
    expect(countRight(typed.join(''), text.join(''))).toBe(onPage);
  }
});

test('goes on with the next text, and after the last with the first [O5]', () => {
  expect(rightIn(['您好', '再见', '您'], [{ text: '您好' }, { text: '再见' }])).toBe(5);
  expect(rightIn(['您好'], [])).toBe(0);
});

test('accuracy is the right ones of right ones and slips, and none where nothing was typed [Y20]', () => {
  const of = (typed: string[]) => typedFigures(typed, [{ text: '您好。在的' }, { text: '再见' }], 60_000);
  expect(of(['您好。在的', '再'])).toEqual({ speed: 6, accuracy: 1 });
  // One wrong, one left out: four right ones, two slips.
  expect(of(['您号。的', '再'])).toEqual({ speed: 4, accuracy: 4 / 6 });
  expect(of([''])).toEqual({ speed: 0, accuracy: null });
  expect(of([])).toEqual({ speed: 0, accuracy: null });
});

test('the passing speed is the pass mark, the excellent one a hundred, straight lines between [O5]', () => {
  const rates = { pass: 55, excellent: 88 };
  expect([0, 11, 55, 66, 88, 200].map((speed) => typingMark(speed, rates, 60))).toEqual([0, 12, 60, 73.3, 100, 100]);
  expect(speedOf(109, 120_000)).toBe(54);
});

test('each seat has an order of its own, or all begin with the teacher’s text [O5]', () => {
  const texts = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, title: id, text: id }));
  const idsOf = (first: string | null, seat: string) =>
    seatTexts({ texts, first }, 3, seat)
      .map(({ id }) => id)
      .join('');
  expect(idsOf('c', 's1')).toBe('cdeab');
  expect(idsOf(null, 's1')).toBe(idsOf(null, 's1'));
  expect(new Set(['s1', 's2', 's3', 's4'].map((seat) => idsOf(null, seat))).size).toBeGreaterThan(1);
});
