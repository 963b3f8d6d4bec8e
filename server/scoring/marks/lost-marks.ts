/** What a dimension lost, row by row, and by which finding (RULES M8); all doubts are one row (RULES M2). */

import { language } from '#i18n/language.ts';
import { percentText } from '#i18n/percent.ts';
import { listed, say } from '#i18n/say.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { sum } from '#scoring/log/arithmetic.ts';
import { conversationOf, isOfPoint, type LossPlace, type Opportunity } from '#scoring/opportunities/opportunity.ts';
import { type DimensionPart, doubtLoss, doubtsInMark, pointsInDoubt, totalWorth, weighedLoss } from './shares.ts';

/**
 * A doubt that counts in the mark: the unsure finding about it, the marks of the total that it takes, what is in doubt.
 * `isLoose`: neither a finding nor a point of the ledger stands for it.
 */
export type Doubt = {
  draft: FindingDraft | null;
  marks: number;
  place: LossPlace;
  words?: string | undefined;
  isLoose?: boolean;
  /** The turn of a loose one's words: it is no place of its own where the ledger has a doubt of them (RULES M129). */
  turn?: number | undefined;
};

/** One row of what a dimension lost. */
export type LostMark = {
  text: string;
  /** Marks of the total. */
  marks: number;
  /** The finding that lost the marks; null where none explains the loss. */
  draft: FindingDraft | null;
  /** Without a finding: keys of questions, windows and turns where one behind the loss would be. */
  nearKeys: readonly string[];
  /** Where it was lost; null where the finding says so. */
  place: LossPlace | null;
  /** Of several losses in one row: where each was. */
  places?: readonly LossPlace[];
  /** The doubts that the row sums up. */
  doubts?: readonly Doubt[];
};

/** At most this many parts are named after a row's text; of more, their number is told. */
const PARTS_SHOWN = 4;

/**
 * What marks of a dimension are shared out by: the worth that it offered, and the points of 100 that a deduction takes.
 * Without any worth the deductions share the whole weight among them.
 */
type Denominators = { worth: number; points: number };

const denominatorsOf = (part: DimensionPart): Denominators => {
  const worth = totalWorth(part.sure) + totalWorth(doubtsInMark(part));
  const deductedPoints = sum([...part.deductions, ...pointsInDoubt(part)].map((deduction) => deduction.points));
  return { worth, points: worth > 0 ? 100 : Math.max(1, deductedPoints) };
};

/** The rows of a dimension, in marks of the total before scaling. `weight`: the dimension's, in marks. */
export const lostMarksOf = (part: DimensionPart, weight: number, drafts: readonly FindingDraft[]): LostMark[] => {
  const denominators = denominatorsOf(part);
  const faults = drafts.filter((draft) => !draft.code.startsWith('merit:'));
  return [
    ...explainedLosses(part, weight, denominators, faults),
    ...unexplainedLosses(part, weight, denominators, faults),
    ...rowOfDoubts(part.doubted, doubtsOf(part, weight, denominators, faults)),
  ];
};

/** The sure fault that explains why an opportunity was lost. */
const explainingFault = (faults: readonly FindingDraft[], { key }: Opportunity): FindingDraft | undefined =>
  faults.find((draft) => !draft.unsure && draft.explainedKeys.includes(key));

const lostOpportunities = ({ sure }: DimensionPart): Opportunity[] =>
  sure.filter(({ credit, worth }) => credit < worth);

/** One row for each fault: what its opportunities lost, and its deduction. */
const explainedLosses = (
  part: DimensionPart,
  weight: number,
  denominators: Denominators,
  faults: readonly FindingDraft[],
): LostMark[] => {
  const rows = new Map<FindingDraft, LostMark>();
  const add = (draft: FindingDraft, text: string, marks: number): void => {
    const row = rows.get(draft) ?? { text, marks: 0, draft, nearKeys: [], place: null };
    rows.set(draft, { ...row, marks: row.marks + marks });
  };
  for (const opportunity of lostOpportunities(part)) {
    const fault = explainingFault(faults, opportunity);
    if (fault) add(fault, opportunity.text, (weight * weighedLoss(part, opportunity)) / denominators.worth);
  }
  for (const { draft, points } of part.deductions)
    add(draft, draft.observation, (part.severity * weight * points) / denominators.points);
  return [...rows.values()];
};

/** Losses that no fault explains: those with the same text are one row, which names its parts. */
const unexplainedLosses = (
  part: DimensionPart,
  weight: number,
  denominators: Denominators,
  faults: readonly FindingDraft[],
): LostMark[] => {
  const rows = new Map<string, { row: LostMark; parts: NonNullable<Opportunity['part']>[] }>();
  for (const opportunity of lostOpportunities(part)) {
    if (explainingFault(faults, opportunity)) continue;
    const { row, parts } = rows.get(opportunity.text) ?? { row: emptyRow(opportunity), parts: [] };
    const marks = row.marks + (weight * weighedLoss(part, opportunity)) / denominators.worth;
    rows.set(opportunity.text, {
      row: { ...row, marks, places: [...(row.places ?? []), placeOf(opportunity)] },
      parts: opportunity.part === undefined ? parts : [...parts, opportunity.part],
    });
  }
  return [...rows.values()].map(({ row, parts }) => ({ ...row, text: withParts(row.text, parts) }));
};

const emptyRow = (opportunity: Opportunity): LostMark => ({
  text: opportunity.text,
  marks: 0,
  draft: null,
  nearKeys: opportunity.nearKeys ?? [],
  place: placeOf(opportunity),
});

const placeOfDraft = ({ conversation, at, saidAt = at }: FindingDraft): LossPlace => ({ conversation, at: saidAt });

const placeOf = (opportunity: Opportunity): LossPlace => ({
  conversation: conversationOf(opportunity.key),
  at: opportunity.at,
});

/** Opportunities in doubt, and unsure findings with their deductions: an opportunity and a finding about it are one doubt. */
const doubtsOf = (
  part: DimensionPart,
  weight: number,
  denominators: Denominators,
  faults: readonly FindingDraft[],
): Doubt[] => {
  if (part.doubted === null) return [];
  const doubts = doubtsInMark(part).map((opportunity): Doubt => {
    const explaining = faults.filter((draft) => draft.explainedKeys.includes(opportunity.key));
    // An opportunity that a sure fault explains too stays in doubt when the unsure finding is dismissed.
    const draft = explaining.every(({ unsure }) => unsure) ? (explaining[0] ?? null) : null;
    const marks = (weight * doubtLoss(part, opportunity)) / denominators.worth;
    return {
      ...{ draft, marks, words: draft?.inDoubt ?? opportunity.inDoubt },
      // One date for one charge: the finding's, where there is one (RULES M115).
      place: draft === null ? placeOf(opportunity) : placeOfDraft(draft),
      isLoose: draft === null && !isOfPoint(opportunity.key),
      turn: opportunity.doubtTurn,
    };
  });
  for (const { draft, points } of pointsInDoubt(part)) {
    const marks = (part.severity * weight * points) / denominators.points;
    const doubtOfDraft = doubts.find((doubt) => doubt.draft === draft);
    if (doubtOfDraft) doubtOfDraft.marks += marks;
    else
      doubts.push({
        draft,
        marks,
        place: placeOfDraft(draft),
        words: draft.inDoubt,
      });
  }
  return doubts;
};

const DIGITS = '零一二三四五六七八九';

/** 0.7 is 七成, 0.75 七成五; in English 70% and 75%. */
const shareText = (share: number): string => {
  const percent = Math.round(share * 100);
  if (language() !== 'zh') return percentText(percent);
  const [tens, ones] = [Math.floor(percent / 10), percent % 10];
  return percent === 100 ? '十成' : `${DIGITS.charAt(tens)}成${ones === 0 ? '' : DIGITS.charAt(ones)}`;
};

/**
 * The row that tells how many doubts there are and leads to the first; none where they take nothing. `doubted`: the share
 * of a doubt that counts as taken.
 */
export const rowOfDoubts = (doubted: number | null, allDoubts: readonly Doubt[]): LostMark[] => {
  const doubts = allDoubts.filter((doubt) => doubt.marks > 0).toSorted((a, b) => a.place.at - b.place.at);
  const [first] = doubts;
  if (doubted === null || first === undefined) return [];
  const count = say('marks:lost.doubts', {
    n: doubts.length,
    share: shareText(doubted),
    rest: shareText(1 - doubted),
  });
  const text = withDoubtsNamed(count, doubts);
  return [
    {
      text,
      marks: sum(doubts.map((doubt) => doubt.marks)),
      draft: null,
      nearKeys: [],
      place: first.place,
      places: doubts.map((doubt) => doubt.place),
      doubts,
    },
  ];
};

/** The row's text with what is in doubt; doubts about the same words are named once. */
const withDoubtsNamed = (text: string, doubts: readonly Doubt[]): string => {
  const named = [...new Set(doubts.flatMap(({ words }) => words ?? []))];
  if (named.length === 0) return text;
  const parts = listed(named.slice(0, PARTS_SHOWN));
  return named.length > PARTS_SHOWN
    ? say('marks:lost.doubts-of-more', { text, parts })
    : say('marks:lost.doubts-named', { text, parts });
};

const withParts = (text: string, parts: readonly NonNullable<Opportunity['part']>[]): string => {
  if (parts.length === 0) return text;
  const shownParts = parts.slice(0, PARTS_SHOWN);
  const partsText = listed(
    shownParts.map(({ of, what }, i) =>
      shownParts[i - 1]?.of === of ? what : say('opportunities:response.of', { name: of, what }),
    ),
  );
  return parts.length > PARTS_SHOWN
    ? say('marks:lost.parts-of-more', { text, parts: partsText, n: parts.length })
    : say('marks:lost.parts', { text, parts: partsText });
};
