/** Makes a point's wordings ready for judging, once, when content loads. */

import { distinctValues, isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';
import type { CompiledPoint, PointWordings, TypedValue } from '#language/terms/verdicts.ts';
import { goodsOfPoint } from './clause-goods.ts';
import type { CompiledWordings, TypedAnswer, WrongWording } from './compiled.ts';
import { signedClausesOf } from './opposite.ts';
import { rivalNamesOf } from './rival-names.ts';
import { typedValue } from './typed-value.ts';
import { distinguishing, type Wording, wordingOf } from './wording.ts';

/** Words that promise the customer an answer: 八点前回您, 有信了告诉您. */
const PROMISES_REPLY = /回[您你复话信]|答[复您你]|告诉|给[您你个].{0,3}[信话]|来[说信]|有信|通知|联系[您你]/;

/**
 * The point with all its wordings read, and with what most right wordings agree on (`CompiledWordings`). Never throws.
 * `goodsNames`, folded, are read in wordings as in replies.
 */
export const compilePoint = (point: PointWordings, goodsNames: readonly string[] = []): CompiledPoint => {
  const read = (text: string): Wording => wordingOf(text, goodsNames);
  const rightTexts = [point.says, ...(point.also ?? [])];
  const exemplarTexts = [...(point.examples?.yes ?? []), ...(point.exemplars ?? [])];
  const rightWordings = rightTexts.map(read);
  const wrongWordings = wrongWordingsOf(point, read);
  const saidWrong = wrongWordings.map(({ wording }) => wording);
  const typed = point.value ? typedAnswer(point.value) : null;
  const typedValues = typed?.kind === 'value' ? [typed.value] : [];
  const rightValues = rightWordings.flatMap(assertedValues);
  const isRightValue = (value: Value): boolean => rightValues.some((right) => isSameValue(right, value));
  const wrongValues = distinctValues(saidWrong.flatMap(assertedValues));
  const isReplyDeadline = isTrueOfMost(rightWordings, ({ folded }) => PROMISES_REPLY.test(folded));
  const compiled: CompiledWordings = {
    id: point.id,
    rightWordings,
    wrongWordings,
    exemplars: {
      covering: exemplarTexts.map(read),
      ruledOut: (point.examples?.no ?? []).map(read),
    },
    signedClauses: signedClausesOf([...rightTexts, ...exemplarTexts]),
    aboutWordings: (point.about ?? []).map(read),
    yesWordings: (point.yes ?? []).map(read),
    noWordings: (point.no ?? []).map(read),
    unlessWordings: (point.unless ?? []).map(read),
    onlyRight: distinguishing(rightWordings, saidWrong, '+'),
    onlyWrong: distinguishing(saidWrong, rightWordings, '-'),
    essentialValues: typedValues.length > 0 ? typedValues : valuesOfMost(rightWordings),
    allowedValues: distinctValues([...typedValues, ...rightValues]),
    sharedValues: wrongValues.filter(isRightValue),
    wrongOnlyValues: wrongValues.filter((value) => !isRightValue(value)),
    typed,
    isReplyDeadline,
    needsHour: isReplyDeadline && isTrueOfMost(rightWordings, (wording) => assertedValues(wording).some(isHour)),
    figureText: point.value?.is ?? figureTextOf(rightWordings),
    payer: payerOfMost(rightWordings),
    isCostSplit: isTrueOfMost(rightWordings, ({ isCostSplit }) => isCostSplit),
    goods: goodsOfPoint(rightWordings, saidWrong),
    rivalNames: rivalNamesOf(rightWordings, saidWrong),
  };
  return { ...point, compiled };
};

const wrongWordingsOf = (
  { contradicts = [], wrongs = [] }: PointWordings,
  read: (text: string) => Wording,
): WrongWording[] => {
  return [
    ...contradicts.map((text) => ({ id: undefined, wording: read(text) })),
    ...wrongs.flatMap(({ id, says }) => says.map((text) => ({ id, wording: read(text) }))),
  ];
};

/** The answer an author typed; null where it can't be read as its kind. Any word but a shop's names the customer, any but a no is a yes. */
const typedAnswer = ({ kind, is }: TypedValue): TypedAnswer | null => {
  if (kind === 'side') return { kind: 'payer', party: /商|卖|我|店|seller|shop/.test(is) ? 'shop' : 'customer' };
  if (kind === 'yes-no') return { kind, isYes: !/^(?:no|不|否|没|无)/.test(is.trim()) };
  const value = typedValue(kind, is);
  return value && { kind: 'value', value };
};

/** Whether at least half of the right wordings are so: then it belongs to the point and isn't one wording's extra. */
const isTrueOfMost = (wordings: readonly Wording[], isSo: (wording: Wording) => boolean): boolean => {
  return wordings.filter(isSo).length * 2 >= wordings.length;
};

/** The values a wording states without denying them. */
const assertedValues = ({ values }: Wording): Value[] => {
  return values.filter((value) => !(value.isExplicit && value.sign < 0));
};

/** Whether a value says by when or in how long, closer than a day: 八点, 10分钟. */
export const isHour = ({ kind }: Value): boolean => ['clock', 'duration'].includes(kind);

/** Who pays by most right wordings; null where they name nobody or both. */
const payerOfMost = (wordings: readonly Wording[]): Party | null => {
  const payers = new Set(wordings.flatMap(({ payer }) => payer ?? []));
  const [party] = payers;
  if (party === undefined || payers.size > 1) return null;
  return isTrueOfMost(wordings, ({ payer }) => payer === party) ? party : null;
};

/** The right value as the author writes it: 八点 of 今晚八点前; a day only where there is no other value; '' without any. */
const figureTextOf = (wordings: readonly Wording[]): string => {
  const figures = wordings.flatMap((wording) =>
    assertedValues(wording).map(({ kind, start, end }) => ({ kind, text: wording.folded.slice(start, end) })),
  );
  return (figures.find(({ kind }) => kind !== 'date') ?? figures[0])?.text ?? '';
};

/** The values that at least half of the wordings state, each once. */
const valuesOfMost = (wordings: readonly Wording[]): Value[] => {
  const shared: Value[] = [];
  for (const value of distinctValues(wordings.flatMap(assertedValues))) {
    const isSame = (other: Value): boolean => isSameValue(other, value);
    if (shared.some(isSame)) continue;
    if (isTrueOfMost(wordings, (wording) => assertedValues(wording).some(isSame))) shared.push(value);
  }
  return shared;
};
