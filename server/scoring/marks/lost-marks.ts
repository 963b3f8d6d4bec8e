/** What a dimension lost, row by row, and by which finding (RULES M8); all doubts are one row (RULES M2). */
import { language } from '#i18n/language.ts';
import { listed, say } from '#i18n/say.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { conversationOf, type LossPlace, type Opportunity } from '#scoring/opportunities/opportunity.ts';
import { type DimensionPart, doubtsInMark, doubtWeighed, pointsInDoubt, sum, weighed, worths } from './shares.ts';

/** A doubt that counts in the mark: the marks it takes, and the unsure finding about it. */
export type Doubt = { draft: FindingDraft | null; marks: number; place: LossPlace };
/**
 * `draft`: the finding that lost the marks. `near`: without one, where a finding behind the loss would be. `place`:
 * where it was lost. `doubts`: the doubts that the row sums up.
 */
export type LostMark = {
  text: string;
  marks: number;
  draft: FindingDraft | null;
  nearKeys: readonly string[];
  place: LossPlace | null;
  doubts?: readonly Doubt[];
};

/** At most this many parts are named after a row's text; of more, their number is told. */
const PARTS_SHOWN = 4;

/** The rows of a dimension, in marks of the total before scaling. */
export function lostMarksOf(part: DimensionPart, weight: number, drafts: readonly FindingDraft[]): LostMark[] {
  const offered = worths(part.sure) + worths(doubtsInMark(part));
  const denominator =
    offered > 0
      ? 100
      : Math.max(1, sum([...part.deducted, ...pointsInDoubt(part)].map((deduction) => deduction.points)));
  const faults = drafts.filter((draft) => !draft.code.startsWith('merit:'));
  const byDraft = new Map<FindingDraft, LostMark>();
  const byText = new Map<string, LostMark & { parts: NonNullable<Opportunity['part']>[] }>();
  const addToDraft = (draft: FindingDraft, text: string, marks: number): void => {
    const known = byDraft.get(draft);
    if (known) known.marks += marks;
    else byDraft.set(draft, { text, marks, draft, nearKeys: [], place: null });
  };
  for (const opportunity of part.sure) {
    if (opportunity.credit >= opportunity.worth) continue;
    const marks = (weight * weighed(part, opportunity)) / offered;
    const draft = faults.find((draft) => !draft.unsure && draft.covers.includes(opportunity.key));
    if (draft) {
      addToDraft(draft, opportunity.text, marks);
      continue;
    }
    const place = placeOf(opportunity);
    const row = byText.get(opportunity.text) ?? {
      text: opportunity.text,
      marks: 0,
      draft: null,
      nearKeys: opportunity.near ?? [],
      place,
      parts: [],
    };
    row.marks += marks;
    if (opportunity.part !== undefined) row.parts.push(opportunity.part);
    byText.set(opportunity.text, row);
  }
  for (const { draft, points } of part.deducted)
    addToDraft(draft, draft.seen, (part.severity * weight * points) / denominator);
  const rows = [...byText.values()].map(({ parts, ...row }) => ({ ...row, text: withParts(row.text, parts) }));
  const doubts = doubtsOf(part, weight, { offered, denominator }, faults);
  return [...byDraft.values(), ...rows, ...rowOfDoubts(part.doubted, doubts)];
}

const placeOf = (opportunity: Opportunity): LossPlace => ({
  conversation: conversationOf(opportunity.key),
  at: opportunity.at,
});

/** Chances in doubt, and unsure findings with their deductions: a chance and a finding about it are one doubt. */
function doubtsOf(
  part: DimensionPart,
  weight: number,
  { offered, denominator }: { offered: number; denominator: number },
  faults: readonly FindingDraft[],
): Doubt[] {
  if (part.doubted === null) return [];
  const doubts = doubtsInMark(part).map((opportunity): Doubt => {
    const own = faults.filter((draft) => draft.covers.includes(opportunity.key));
    // A chance that a sure fault explains too stays in doubt when the unsure finding is dismissed.
    const draft = own.every((draft) => draft.unsure) ? (own[0] ?? null) : null;
    return { draft, marks: (weight * doubtWeighed(part, opportunity)) / offered, place: placeOf(opportunity) };
  });
  for (const { draft, points } of pointsInDoubt(part)) {
    const marks = (part.severity * weight * points) / denominator;
    const same = doubts.find((doubt) => doubt.draft === draft);
    if (same) same.marks += marks;
    else doubts.push({ draft, marks, place: { conversation: draft.conversation, at: draft.at } });
  }
  return doubts;
}

const DIGITS = '零一二三四五六七八九';

/** 0.7 is 七成, 0.75 七成五; in English 70% and 75%. */
function tenthsText(share: number): string {
  const percent = Math.round(share * 100);
  if (language() !== 'zh') return `${percent}%`;
  const [tens, ones] = [Math.floor(percent / 10), percent % 10];
  return percent === 100 ? '十成' : `${DIGITS.charAt(tens)}成${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

/** The row that tells how many doubts there are and leads to the first; none where they take nothing. */
export function rowOfDoubts(doubted: number | null, all: readonly Doubt[]): LostMark[] {
  const doubts = all.filter((doubt) => doubt.marks > 0).toSorted((a, b) => a.place.at - b.place.at);
  const [first] = doubts;
  if (doubted === null || first === undefined) return [];
  const text = say('marks:lost.doubts', { n: doubts.length, share: tenthsText(doubted) });
  return [
    { text, marks: sum(doubts.map((doubt) => doubt.marks)), draft: null, nearKeys: [], place: first.place, doubts },
  ];
}

function withParts(text: string, parts: readonly NonNullable<Opportunity['part']>[]): string {
  if (parts.length === 0) return text;
  const shown = parts.slice(0, PARTS_SHOWN);
  const named = listed(
    shown.map(({ of, what }, i) =>
      shown[i - 1]?.of === of ? what : say('opportunities:response.of', { name: of, what }),
    ),
  );
  return parts.length > PARTS_SHOWN
    ? say('marks:lost.parts-of-more', { text, parts: named, n: parts.length })
    : say('marks:lost.parts', { text, parts: named });
}
