/** Makes a point's wordings ready for judging, once, when content loads. */

import { distinct, sameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';
import type { CompiledPoint, PointWordings } from '#language/terms/verdicts.ts';
import { goodsOfPoint } from './clause-goods.ts';
import type { Compiled, WrongWording } from './compiled.ts';
import { signedClauses } from './opposite.ts';
import { typedValue } from './typed-value.ts';
import { apart, type Wording, wordingOf } from './wording.ts';

const COMES_BACK = /回[您你复话信]|答[复您你]|告诉|给[您你个].{0,3}[信话]|来[说信]|有信|通知|联系[您你]/;

/** Never throws. */
export function compilePoint(point: PointWordings): CompiledPoint {
  const right = [point.says, ...(point.also ?? [])].map(wordingOf);
  const wrong: WrongWording[] = [
    ...(point.contradicts ?? []).map((text) => ({ id: undefined, wording: wordingOf(text) })),
    ...(point.wrongs ?? []).flatMap(({ id, says }) => says.map((text) => ({ id, wording: wordingOf(text) }))),
  ];
  const against = wrong.map(({ wording }) => wording);
  const typed = point.value ? typedValue(point.value.kind, point.value.is) : null;
  const stated = right.flatMap(assertedIn);
  const allowed = distinct(typed ? [typed, ...stated] : stated);
  const compiled: Compiled = {
    id: point.id,
    right,
    wrong,
    exemplars: {
      yes: [...(point.examples?.yes ?? []), ...(point.exemplars ?? [])].map(wordingOf),
      no: (point.examples?.no ?? []).map(wordingOf),
    },
    signs: signedClauses([
      point.says,
      ...(point.also ?? []),
      ...(point.examples?.yes ?? []),
      ...(point.exemplars ?? []),
    ]),
    about: (point.about ?? []).map(wordingOf),
    yes: (point.yes ?? []).map(wordingOf),
    no: (point.no ?? []).map(wordingOf),
    unless: (point.unless ?? []).map(wordingOf),
    plus: apart(right, against, '+'),
    minus: apart(against, right, '-'),
    essential: typed ? [typed] : essentials(right),
    allowed,
    misled: distinct(against.flatMap(assertedIn).filter((value) => !stated.some((right) => sameValue(right, value)))),
    typed,
    answersBy: right.filter(({ folded }) => COMES_BACK.test(folded)).length * 2 >= right.length,
    figure: point.value?.is ?? figureOf(right),
    payer: payerOf(right),
    split: right.filter(({ split }) => split).length * 2 >= right.length,
    side: point.value?.kind === 'side' ? typedSide(point.value.is) : null,
    answer: point.value?.kind === 'yes-no' ? typedAnswer(point.value.is) : null,
    things: goodsOfPoint(right, against),
  };
  return { ...point, compiled };
}

/** The side an author types: 商家 or shop; any other word is the customer. */
function typedSide(typed: string): Party {
  return /商|卖|我|店|seller|shop/.test(typed) ? 'shop' : 'customer';
}

/** The answer an author types: 不可以 or no; any other word is a yes. */
function typedAnswer(typed: string): 'yes' | 'no' {
  return /^(?:no|不|否|没|无)/.test(typed.trim()) ? 'no' : 'yes';
}

function assertedIn({ values }: Wording): Value[] {
  return values.filter((value) => !(value.explicit && value.sign < 0));
}

function payerOf(right: readonly Wording[]): Party | null {
  const shop = right.filter(({ payer }) => payer === 'shop').length;
  const customer = right.filter(({ payer }) => payer === 'customer').length;
  if (shop * 2 >= right.length && customer === 0) return 'shop';
  return customer * 2 >= right.length && shop === 0 ? 'customer' : null;
}

/** The right value as the author writes it: 八点 of 今晚八点前; a day only where there is no other value. */
function figureOf(right: readonly Wording[]): string {
  const all = right.flatMap((wording) =>
    assertedIn(wording).map(({ kind, start, end }) => ({ kind, text: wording.folded.slice(start, end) })),
  );
  return (all.find(({ kind }) => kind !== 'date') ?? all[0])?.text ?? '';
}

function essentials(right: readonly Wording[]): Value[] {
  const found: Value[] = [];
  for (const value of distinct(right.flatMap(assertedIn))) {
    if (found.some((known) => sameValue(known, value))) continue;
    const holders = right.filter((other) => assertedIn(other).some((right) => sameValue(right, value))).length;
    if (holders * 2 >= right.length) found.push(value);
  }
  return found;
}
