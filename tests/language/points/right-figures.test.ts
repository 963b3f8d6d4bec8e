/** What is never a wrong answer, over every point of every case: its own figure, and what is left open (RULES T85), or right of somebody else (T86). */
import { describe, expect, it } from 'vitest';
import { isOnAnotherCard, isTimeOfOtherLevel, shopTextsOf } from '#language/cards/told-elsewhere.ts';
import { judge } from '#language/judge.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { readReply } from '#language/reading/read-reply.ts';
import type { Value } from '#language/reading/value.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import { type Context, contextsOf } from '#scripts/accuracy/invariants/contexts.ts';
import { library } from '#tests/support/library.ts';

const contexts = contextsOf(library, false);
const compiledOf = (point: CompiledPoint): CompiledWordings => point.compiled as CompiledWordings;

const wrongIn = ({ customer, questions, points }: Context, id: string, reply: string): boolean =>
  judge({ reply, customer, questions, points }).points.some((point) => point.id === id && point.state === 'wrong');

/** The bare number of a figure that is one; null of days, clocks, shares and ranges, which a bare number doesn't name. */
const bareNumber = ({ kind, quantity, low, factor = 1 }: Value): string | null =>
  kind === 'date' || kind === 'clock' || kind === 'percent' || low !== quantity
    ? null
    : String(Number((quantity / factor).toFixed(2)));

const SHORT = ['', '拍', '算下来'];

const figuresSaid = (point: CompiledPoint): string[] => {
  const { essentialValues, figureText } = compiledOf(point);
  const [only, ...others] = essentialValues;
  const number = only === undefined || others.length > 0 ? null : bareNumber(only);
  return number === null ? [] : [number, figureText];
};

const pointsWithFigures = contexts.flatMap((context) =>
  context.points.filter((point) => figuresSaid(point).length > 0).map((point) => ({ context, point })),
);

describe('[T85] what is never a wrong answer', () => {
  it('is the right figure of a point, with its unit or without, next to nothing else', () => {
    const wrong = pointsWithFigures.flatMap(({ context, point }) =>
      figuresSaid(point)
        .flatMap((figure) => SHORT.map((before) => `${before}${figure}`))
        .filter((reply) => wrongIn(context, point.id, reply))
        .map((reply) => `${context.name} ${point.id}: ${reply}`),
    );
    expect(pointsWithFigures.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('is what is put to somebody else and left open, without a figure or a payer', () => {
    const wrong = pointsWithFigures.flatMap(({ context, point }) => {
      const about = point.says.replace(/[\d.]+[\u4e00-\u9fff]?|[，。].*$/g, '');
      const reply = `${about}是多少我一并问了`;
      return wrongIn(context, point.id, reply) ? [`${context.name} ${point.id}: ${reply}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('is a size beside an example that warns of another', () => {
    const sizes = contexts.filter(({ name }) => /shoe-half-size|third-pair/.test(name));
    const wrong = sizes.flatMap((context) =>
      context.points.flatMap((point) =>
        figuresSaid(point).filter((figure) => wrongIn(context, point.id, `您脚宽就往上加半码，拿${figure}`)),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('[T86] the time in which somebody answers', () => {
  const texts = shopTextsOf([
    { id: 'B', text: '50元以内的退差或补发，报班长，10分钟内回' },
    { id: 'C', text: '51到300元、未签收先行退款，报主管，2小时内回（夜间次日10点前）' },
  ]);
  const isOthers = (reply: string): boolean => {
    const { reading } = readReply(reply);
    return isTimeOfOtherLevel(reading, { start: 0, end: reading.text.length }, ['我报班长10分钟内回您'], texts);
  };

  it('is right of the level that the reply names, where the point is about another', () => {
    expect(isOthers('报主管了，2小时内回您')).toBe(true);
  });
  it('is wrong where it is not the time of that level, or no level is named', () => {
    expect(isOthers('报主管了，24小时内回您')).toBe(false);
    expect(isOthers('2小时内回您')).toBe(false);
    expect(isOthers('报班长了，2小时内回您')).toBe(false);
  });
});

describe('[T86] a figure beside words of a card that has another', () => {
  const texts = shopTextsOf([
    { id: 'g-15', text: '签收15天内出质量问题，可以换新；签收7天内要退的，按质量问题退。来回运费店铺出。' },
    { id: 'g-war', text: '整机质保1年，电机3年；1年内质量问题来回运费店铺出。' },
  ]);
  const isElsewhere = (reply: string): boolean => {
    const { reading } = readReply(reply);
    const [value] = reading.values;
    return value !== undefined && isOnAnotherCard(reading, value, 'g-15', texts);
  };

  it('is right where another card has it for the same matter', () => {
    expect(isElsewhere('运费是说1年内有质量问题退换修')).toBe(true);
    expect(isElsewhere('1年内质量问题的运费店铺出')).toBe(true);
  });
  it('stays wrong where the other card has it of something else, or only this card has it', () => {
    expect(isElsewhere('30天内有质量问题包换')).toBe(false);
    expect(isElsewhere('1年内有质量问题都包换新的')).toBe(false);
    expect(isElsewhere('签收7天内质量问题换新')).toBe(false);
  });
});
