/**
 * Points that are asked for by a sum, a time or a size, and perhaps told by one that nobody made out (RULES M68): 两箱一起拍
 * 43块8 answers 两箱拢共付多少, whether it is right or not.
 */
import type { Burst, Point } from '#engine/model/content.ts';
import type { Touched } from '#engine/model/judge-request.ts';
import type { Reading, StatedValue } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { PreparedCase } from './prepared-content.ts';

type Span = { start: number; end: number };
type Kind = 'sum' | 'day' | 'hour' | 'size';
const KINDS: readonly Kind[] = ['sum', 'day', 'hour', 'size'];

/** What a customer's ask wants to hear. What wants two things (钱几天 信几点) wants none surely. */
const WANTS: Readonly<Record<Kind, RegExp>> = {
  sum: /(?:付|掏|交|给|退|补|收|差|要|是|到手|拢共|一共|合计)多少(?!天|小时|分钟|件|个|张|码)|多少钱|几块|合计|拢共/,
  day: /哪天|几号/,
  hour: /几点|钟点/,
  size: /几码|多大码|哪个码|什么码|啥码/,
};
const MIN_SUM = 10;
const SIZES = { from: 20, to: 60 };
const isOfKind: Readonly<Record<Kind, (value: Value) => boolean>> = {
  sum: ({ kind, quantity }) => kind === 'amount' || (kind === 'number' && quantity >= MIN_SUM),
  day: ({ kind }) => kind === 'date',
  hour: ({ kind }) => kind === 'clock',
  size: ({ kind, quantity }) =>
    kind === 'size' || (kind === 'number' && quantity >= SIZES.from && quantity <= SIZES.to),
};

const textOf = (burst: Burst): string => burst.map((bubble) => (bubble.kind === 'text' ? bubble.text : '')).join(' ');

/** The kind of figure that all of a point's asks want; undefined: none, or not the same. */
const kindWanted = ({ ask }: Point): Kind | undefined => {
  const lines = (ask?.bursts ?? []).map(textOf);
  const kinds = lines.map((line) => KINDS.filter((kind) => WANTS[kind].test(line)));
  const [first] = kinds;
  return first?.length === 1 && kinds.every((one) => one.length === 1 && one[0] === first[0]) ? first[0] : undefined;
};

/** `asked`: points of open questions that the turn didn't cover, those of the latest question last; `taken`: what other points were heard in. */
export type InKindInput = {
  preparedCase: PreparedCase;
  reply: ReadReply;
  customer: string;
  asked: readonly string[];
  taken: readonly (Span & { id: string; state: string })[];
};

const isStated = ({ clauses }: Reading, { clauseIndex, aside }: StatedValue): boolean => {
  const clause = clauses[clauseIndex];
  return (
    clause !== undefined &&
    ![clause.isQuestion, clause.isRetracted, clause.isOfOtherCase].includes(true) &&
    aside === undefined
  );
};

/** Whether a point's right wordings have this figure: 第二箱减4 has 4, and not the 43块8 that stands in the same sentence. */
const hasFigure = ({ points }: PreparedCase, id: string, value: Value): boolean => {
  const point = points.get(id)?.point;
  const wordings = point ? [point.says, ...(point.also ?? [])] : [];
  return wordings.some((wording) => valuesIn(folded(wording)).some((figure) => isSameValue(figure, value)));
};

/** The asked points that a figure of the kind they want perhaps tells, each with that figure where there is one. */
export const toldInKind = ({ preparedCase, reply, customer, asked, taken }: InKindInput): Touched[] => {
  const { text, normal, reading } = reply;
  const wanting = asked.flatMap((id) => {
    const point = preparedCase.points.get(id)?.point;
    const kind = point && kindWanted(point);
    return kind ? [{ id, kind, question: preparedCase.points.get(id)?.question?.id }] : [];
  });
  const theirs = valuesIn(folded(customer));
  return wanting.flatMap(({ id, kind, question }): Touched[] => {
    // Of two points that want a sum one may be the one that was told: the question asked last is answered first.
    const alike = wanting.filter((other) => other.kind === kind);
    const latest = alike.at(-1)?.question;
    if (question !== latest || alike.filter((other) => other.question === latest).length > 1) return [];
    const isTaken = (value: StatedValue): boolean => {
      const { start, end } = originalSpan(normal, value.start, value.end);
      return taken.some(
        (other) =>
          other.id !== id &&
          other.start < end &&
          start < other.end &&
          (other.state === 'wrong' || hasFigure(preparedCase, other.id, value)),
      );
    };
    // Of several figures nobody can say which one was meant.
    const told = reading.values.filter((value) => isOfKind[kind](value) && !isTaken(value));
    const last = told.at(-1);
    if (!last || told.some((value) => !isSameValue(value, last)) || !isStated(reading, last)) return [];
    // 还是拿42？ 对的就42: a size that the customer named is told by who agrees to it.
    if (kind !== 'size' && theirs.some((figure) => isSameValue(figure, last))) return [];
    const { start, end } = originalSpan(normal, last.start, last.end);
    return [{ id, figure: text.slice(start, end), other: true }];
  });
};
