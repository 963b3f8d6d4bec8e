/** A table with a condition in each row (2到4人选3L，4到6人选4L): the row that fits the customer is the answer. */
import type { Scenario } from '#engine/model/content.ts';
import { valuesInAuthored } from '#engine/prepare/authored-texts.ts';
import { texts } from '#engine/prepare/known-figure-sources.ts';
import type { StatedValue } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import { numeralAt } from '#language/reading/numerals.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesOfClause } from '#language/reading/values-of.ts';

type Figure = Pick<Value, 'kind' | 'unit' | 'quantity'>;

const PEOPLE = /[\d一二两三四五六七八九十]+(?=口|个?人|个大人|位)/g;

/** People by any of their classifiers: 三口人, 一家五口, 六个人. */
const peopleIn = (text: string): Figure[] =>
  [...text.matchAll(PEOPLE)].flatMap(({ index }) => {
    const count = numeralAt(text, index)?.number;
    return count === undefined ? [] : [{ kind: 'measure', unit: '人', quantity: count }];
  });

/** What the customer says of themselves in figures, whether they have told it yet or wait to be asked. */
const figuresOf = ({ beats, customer }: Scenario, lastSaid: string): Figure[] =>
  [lastSaid, ...beats.flatMap(({ says }) => texts(says)), ...customer.knows.flatMap(({ says }) => texts(says))].flatMap(
    (text) => [...valuesInAuthored(text), ...peopleIn(folded(text))],
  );

const kindOf = ({ kind, unit }: Figure): string => `${kind} ${unit}`;
const shapeOf = (values: readonly StatedValue[]): string => values.map(kindOf).toSorted().join();

/** Whether a row holds for a customer with these figures; null where it names nothing they told of. */
const fits = (row: readonly StatedValue[], own: readonly Figure[]): boolean | null => {
  const conditions = row.filter((value) => own.some((figure) => kindOf(figure) === kindOf(value)));
  if (conditions.length === 0 || conditions.length === row.length) return null;
  return conditions.every((value) =>
    own.some(
      (figure) => kindOf(figure) === kindOf(value) && figure.quantity >= value.low && figure.quantity <= value.quantity,
    ),
  );
};

/**
 * The reply with the rows that hold for others marked as told of somebody else. Rows are clauses with figures of the
 * same kinds, a condition and an answer at least; where none or several fit, nothing is marked.
 */
export const withFittingRow = (reply: ReadReply, scenario: Scenario, customer: string): ReadReply => {
  const { reading } = reply;
  const rows = reading.clauses.flatMap((clause, index) => {
    const values = valuesOfClause(reading, index);
    return values.length < 2 || clause.isQuestion || clause.isRetracted ? [] : [{ index, values }];
  });
  if (rows.length < 2) return reply;
  const own = figuresOf(scenario, customer);
  const others = new Set<number>();
  for (const shape of new Set(rows.map(({ values }) => shapeOf(values)))) {
    const alike = rows
      .filter(({ values }) => shapeOf(values) === shape)
      .map(({ index, values }) => ({ index, fit: fits(values, own) }));
    if (alike.length < 2 || alike.filter(({ fit }) => fit === true).length !== 1) continue;
    for (const { index, fit } of alike) if (fit === false) others.add(index);
  }
  if (others.size === 0) return reply;
  const clauses = reading.clauses.map((clause, index) =>
    others.has(index) ? { ...clause, isRetracted: true } : clause,
  );
  return { ...reply, reading: { ...reading, clauses } };
};
