/** Judges and plays an uploaded case that varies, card by card, as far as its time goes. */
import type { CardsChecked } from '#contract/authored.ts';
import { say } from '#i18n/say.ts';
import { checkCase } from '#library/checks/check-library.ts';
import { cardsToCheck, type FoundWhere, libraryWithVariant, mergedByPlace } from '#library/checks/variants.ts';
import type { Diagnostic } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import { authoredVariant, type VaryingCase } from '#library/reading/read-case.ts';
import { COMMON_DECK } from '#library/variations/card.ts';
import { type Layout, type Variant, variantAt } from '#library/variations/case-template.ts';
import { MODEL, runTestplans } from './testplan.ts';

/** What was found on a card. `left`: trainees who haven't played it; null: it is broken, and nobody can. */
type CheckedCard = { variant: Variant; diagnostics: readonly Diagnostic[]; left: readonly string[] | null };
/** Characters of one draw: a row of whole sentences would hide the rest. */
const LONGEST_DRAWN = 30;
type Subject = { varying: VaryingCase; layout: Layout; library: Library };

/** A school's trainees meet any card, and the library's own models have as much on each of theirs. */
const MODEL_LEAST = 95;

/** Whether less than this share of the time for all cards has passed; asked before each card. */
export type HasTime = (share: number) => boolean;
/** Writing a card out takes a hundredth of playing it, and an open slot on one would keep its drill from being opened. */
const WRITING_SHARE = 0.25;

/**
 * First the cards outside the covering set are written out. Then the covering cards are played: by all trainees the usual
 * one, by `model` and one more in turn the others, and then by the rest of the trainees (RULES K7).
 */
export const checkCards = (
  varying: VaryingCase,
  library: Library,
  hasTime: HasTime,
): { diagnostics: Diagnostic[]; cards: CardsChecked | null } => {
  const [layout] = varying.layouts;
  if (layout === undefined) return { diagnostics: [], cards: null };
  const subject = { varying, layout, library };
  const { covering, others } = cardsToCheck(layout);
  const isWriting = (): boolean => hasTime(WRITING_SHARE);
  const isPlaying = (): boolean => hasTime(1);
  const written = whileTime(others, isWriting, (card) => writtenOut(subject, card));
  const judged = whileTime(covering, isPlaying, (card, index) => judgedCard(subject, card, index), 1);
  const replayed = whileTime(judged, isPlaying, (card) => playedOut(subject, card));
  const played = [...replayed, ...judged.slice(replayed.length)];
  const found = mergedByPlace(played, onCards);
  const places = new Set(found.map(placeOf));
  return {
    diagnostics: [...found, ...mergedByPlace(written, onCards).filter((fault) => !places.has(placeOf(fault)))],
    cards: {
      ...{ all: layout.legal.length, covering: covering.length, judged: judged.length },
      allWritten: written.length === others.length,
      played: played.filter(({ left }) => left?.length === 0).length,
    },
  };
};

/** Diagnostics of one place and code are one. */
export const placeOf = ({ file, line, column, code }: Diagnostic): string => [file, line, column, code].join('\n');

/** Of the first `least` items in any case, of further ones until the time is up. */
const whileTime = <Item, Made>(
  items: readonly Item[],
  hasTime: () => boolean,
  make: (item: Item, index: number) => Made,
  least = 0,
): Made[] => {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    if (index >= least && !hasTime()) break;
    made.push(make(item, index));
  }
  return made;
};

const judgedCard = (subject: Subject, card: number, index: number): CheckedCard => {
  const variant = variantOn(subject, card);
  const made = libraryWithVariant(subject.varying, variant, subject.library);
  if (made === null) return writtenOut(subject, card);
  const { scenario, testplan } = made.files;
  const diagnostics = [
    ...scenario.diagnostics,
    ...(testplan?.diagnostics ?? []),
    ...checkCase({ pathId: null, ...made.files }, made.library),
  ];
  const isBroken = diagnostics.some(({ severity, code }) => severity === 'error' && code !== 'placeholder');
  if (isBroken) return { variant, diagnostics, left: null };
  const trainees = Object.keys(testplan?.value ?? {});
  const others = trainees.filter((name) => name !== MODEL);
  const first = new Set(index === 0 ? trainees : [MODEL, others[index % Math.max(others.length, 1)]]);
  const plays = playedBy(made.library, scenario.value?.id ?? '', (name) => first.has(name));
  return { variant, diagnostics: [...diagnostics, ...plays], left: trainees.filter((name) => !first.has(name)) };
};

/** With what the trainees found who hadn't played it. */
const playedOut = ({ varying, library }: Subject, card: CheckedCard): CheckedCard => {
  const { variant, diagnostics, left } = card;
  if (left === null || left.length === 0) return card;
  const made = libraryWithVariant(varying, variant, library);
  if (made === null) return card;
  const plays = playedBy(made.library, made.files.scenario.value?.id ?? '', (name) => left.includes(name));
  return { variant, diagnostics: [...diagnostics, ...plays], left: [] };
};

const playedBy = (library: Library, id: string, isWanted: (trainee: string) => boolean): Diagnostic[] =>
  runTestplans(library, id, undefined, { isWanted, modelLeast: MODEL_LEAST });

/** Whether the card has the shape of a case, no slot or choice left open in it. */
const writtenOut = (subject: Subject, card: number): CheckedCard => {
  const variant = variantOn(subject, card);
  const { scenario, testplan } = authoredVariant(subject.varying, variant);
  return { variant, diagnostics: [...scenario.diagnostics, ...(testplan?.diagnostics ?? [])], left: null };
};

const variantOn = ({ layout }: Subject, card: number): Variant => {
  const variant = variantAt(layout, { deck: COMMON_DECK, card });
  if (variant === null) throw new Error(`${layout.template.id} has no card ${card}`);
  return variant;
};

const onCards = ({ all, some, example: { mark } }: FoundWhere): string => {
  const drawn = Object.entries(mark.drawn).map(([name, value]) => `${name} ${value}`.slice(0, LONGEST_DRAWN));
  return say('school:cases.on-card', { all, some, card: mark.card, drawn: drawn.join(' · ') });
};
