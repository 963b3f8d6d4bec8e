/**
 * Whether the right answer of one card covers a point of another card whose answer is another: then an answer learnt by
 * heart passes (RULES M69). Each different answer of a point hears what the model trainee says to the others.
 */
import { withCalendarDays, withTimesFromNow } from '#engine/judge/times-from-now.ts';
import { say } from '#i18n/say.ts';
import { judgedPoints } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { keepsLimit } from '#language/points/wordings/window-values.ts';
import type { StatedValue } from '#language/reading/clause.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { CompiledPoint, PointWordings } from '#language/terms/verdicts.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { toBurst, wordsOf } from '#library/reading/lines.ts';
import { toPoint } from '#library/reading/normalise.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { type AuthoredTestplan, toReplies } from '#library/schema/testplan.ts';
import { type CaseView, type PointAt, pointsOf } from '#library/view/case-view.ts';

/** A card as the checks read it; `key` names what was drawn. */
export type CardFiles = Pick<CaseView, 'authored' | 'shop' | 'exemplars'> & {
  key: string;
  testplan: AuthoredTestplan;
};

/** A point on the first card that has this answer, with what the model trainee says to its question there. */
type Answer<Card extends CardFiles = CardFiles> = {
  card: Card;
  at: PointAt;
  wordings: PointWordings;
  compiled: CompiledPoint;
  lines: string[];
};

/** So many other answers are played on each: more would only repeat what these show. */
const MAX_OTHERS = 4;

/** Faults by card: where another card's right answer covers a point that it doesn't tell. */
export const otherCardFaults = <Card extends CardFiles>(cards: readonly Card[]): { card: Card; faults: Fault[] }[] => {
  const byPoint = new Map<string, Map<string, Answer<Card>>>();
  const goods = goodsNamesOf(cards[0]?.shop?.products ?? []);
  for (const card of cards)
    for (const at of pointsOf(card.authored)) {
      if (at.question === null) continue;
      const name = `${at.beat.id} ${at.point.id}`;
      const answers = byPoint.get(name) ?? new Map<string, Answer<Card>>();
      byPoint.set(name, answers);
      const answer = JSON.stringify([at.point.says, at.point.value?.is]);
      if (!answers.has(answer)) answers.set(answer, answerOn(card, at, goods));
    }
  const faults = new Map<Card, Fault[]>(cards.map((card) => [card, []]));
  for (const answers of byPoint.values())
    for (const own of answers.values())
      for (const other of nearest([...answers.values()], own))
        faults.get(own.card)?.push(...faultsOf(own, other, goods));
  return [...faults].map(([card, found]) => ({ card, faults: found }));
};

const answerOn = <Card extends CardFiles>(card: Card, at: PointAt, goods: readonly string[]): Answer<Card> => {
  const wordings = { ...toPoint(at.point), exemplars: card.exemplars.get(at.point.id) };
  const replies = (card.testplan.model?.replies ?? []).filter(({ to }) => to.split('/').at(-1) === at.beat.id);
  const said = toReplies(replies).flatMap(({ say: parts }) =>
    parts.flatMap((part) => ('text' in part ? [part.text] : [])),
  );
  const lines = [said.join('\n'), at.question?.model ?? ''].filter((line) => line !== '');
  return { card, at, wordings, compiled: compilePoint(wordings, goods), lines };
};

/** The answers behind this one in the order of cards, beginning again at the end. */
const nearest = <Other extends Answer>(answers: readonly Other[], own: Other): Other[] => {
  const index = answers.indexOf(own);
  return [...answers.slice(index + 1), ...answers.slice(0, index)].slice(0, MAX_OTHERS);
};

const faultsOf = (own: Answer, other: Answer, goods: readonly string[]): Fault[] => {
  if (own.at.point.otherwise === 'right' || keepsEachLimit(other.compiled, own.compiled)) return [];
  const line = other.lines.find(
    (text) =>
      covers(other.compiled, other, text, goods) &&
      covers(own.compiled, own, text, goods) &&
      !covers(compilePoint(agreed(own.wordings, other.wordings), goods), own, text, goods),
  );
  if (line === undefined) return [];
  const { id, says } = own.at.point;
  const values = { id, says, line, card: other.card.key, theirs: other.at.point.says };
  return [{ code: 'other-card-covers', path: own.at.path, message: say('checker:vary.other-card-covers', values) }];
};

const covers = (point: CompiledPoint, { card, at }: Answer, text: string, goods: readonly string[]): boolean => {
  const { story } = card.authored;
  const read = readReply(text, goods);
  const now = minuteOf(card.authored);
  const timed = now === null ? read : withTimesFromNow(read, now, story?.date);
  const verdicts = judgedPoints(
    {
      reply: text,
      customer: wordsOf(toBurst(at.beat.says ?? '')),
      goodsNames: goods,
      points: [point],
      questions: at.question ? [{ id: at.question.id, text: at.question.question, pointIds: [point.id] }] : [],
    },
    story === undefined ? timed : withCalendarDays(timed, story.date),
  );
  return verdicts[0]?.state === 'covered';
};

/** The minute of the day at which the story begins; null where the case names none. */
const minuteOf = ({ story }: AuthoredScenario): number | null => {
  const [hours, minutes] = (story?.time ?? '').split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
};

/** What both cards have for right: words that cover this tell what is true on either. */
const agreed = (own: PointWordings, other: PointWordings): PointWordings => {
  const both = (mine: readonly string[] = [], theirs: readonly string[] = []) =>
    mine.filter((text) => theirs.includes(text));
  const [says = '', ...also] = both([own.says, ...(own.also ?? [])], [other.says, ...(other.also ?? [])]);
  return {
    id: own.id,
    ...{ says, also },
    exemplars: both(own.exemplars, other.exemplars),
    examples: { yes: both(own.examples?.yes, other.examples?.yes) },
    about: own.about,
    yes: both(own.yes, other.yes),
    ...(own.value?.is === other.value?.is && { value: own.value }),
  };
};

/** Whether the other card's answer is an earlier limit: who answers sooner keeps this one, while that hour is to come. */
const keepsEachLimit = (other: CompiledPoint, own: CompiledPoint): boolean => {
  const [theirs, ours] = [other.compiled as CompiledWordings, own.compiled as CompiledWordings];
  return (
    ours.isReplyDeadline &&
    theirs.essentialValues.length > 0 &&
    theirs.essentialValues.every((value) =>
      ours.essentialValues.some(
        (limit) => isSameValue(limit, value) || keepsLimit(value as StatedValue, limit as StatedValue),
      ),
    )
  );
};
