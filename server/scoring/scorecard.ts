/**
 * Marks (RULES M1–M3, M8). A dimension = 100 × taken ÷ offered, less each finding's deduction, never below 0; the
 * total weighs the dimensions, and one without an opportunity gives its weight to the others.
 */
import type { Dimension, Rubric } from '#engine/rubric.ts';
import type { Draft } from './findings/draft.ts';
import { conversationOf, type Opportunity, type Place } from './opportunities/opportunity.ts';
import type { Kept } from './unfinished.ts';
import { baseOf, takenOver } from './weights.ts';

export const DIMENSIONS: readonly Dimension[] = ['response', 'expression', 'solving', 'operation', 'manner', 'sales'];
export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  response: '响应时效',
  expression: '沟通表达',
  solving: '问题解决',
  operation: '平台操作',
  manner: '服务素养',
  sales: '销售转化',
};

/** `draft`: the finding it is. `near`: where one that lies behind it would be, when it is none. `place`: where it was lost. */
export type Loss = { text: string; marks: number; draft: Draft | null; near: readonly string[]; place: Place | null };
export type DimensionScore = {
  id: Dimension;
  weight: number;
  marks: number | null;
  taken: number;
  offered: number;
  range: [number, number];
  unsure: boolean;
  lost: Loss[];
};
export type Scorecard = {
  score: number;
  /** The total before any ceiling, unrounded; `most`: the lowest ceiling, 100 where there is none. */
  raw: number;
  most: number;
  range: [number, number];
  grade: 'excellent' | 'pass' | 'fail';
  /** What caps the total, and at what; `capCosts`: the marks that it alone takes, 0 where the total is below the cap anyway. */
  cappedBy: string | null;
  capAt: number | null;
  capCosts: number;
  dimensions: DimensionScore[];
  /** Marks of the total each finding cost. */
  marksOf: ReadonlyMap<Draft, number>;
};

type Part = {
  id: Dimension;
  base: number;
  sure: Opportunity[];
  unsure: Opportunity[];
  deducted: { draft: Draft; points: number }[];
  deductedUnsure: number;
  /**
   * How much heavier a loss weighs than its share (RULES M20); seconds weigh as they are, or slow replies would soon have
   * nothing left to lose, and so does what was never reached, or who stopped after two right answers would keep nothing.
   */
  severity: number;
};
type View = 'sure' | 'low' | 'high';

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const worths = (list: readonly Opportunity[]): number => sum(list.map((o) => o.worth));
const credits = (list: readonly Opportunity[]): number => sum(list.map((o) => o.credit));

/** What a chance lost, times what a loss in its dimension weighs. */
const weighed = (part: Part, { ahead, worth, credit }: Opportunity): number =>
  (ahead ? 1 : part.severity) * (worth - credit);

/** The share of its weight a dimension earns, 0–1; null when it offered nothing in this view. */
function shareOf(part: Part, view: View): number | null {
  const doubtful = view === 'low' ? part.unsure.filter((o) => !o.extra) : part.unsure;
  const offered = worths(part.sure) + (view === 'sure' ? 0 : worths(doubtful));
  if (offered === 0) return null;
  const missed = sum(part.sure.map((o) => weighed(part, o))) + (view === 'low' ? part.severity * worths(doubtful) : 0);
  const off = sum(part.deducted.map((d) => d.points)) + (view === 'low' ? part.deductedUnsure : 0);
  return Math.max(0, 1 - missed / offered - (part.severity * off) / 100);
}

/**
 * Weight before redistribution. A dimension that offered nothing but in which faults were made weighs what they
 * deduct and earns nothing: else a forbidden action in a case without actions would cost nothing.
 */
function weightIn(part: Part, view: View): number {
  if (shareOf(part, view) !== null) return part.base;
  const off = sum(part.deducted.map((d) => d.points)) + (view === 'low' ? part.deductedUnsure : 0);
  return (part.base * Math.min(100, off)) / 100;
}

function total(parts: readonly Part[], view: View): number {
  const all = sum(parts.map((p) => weightIn(p, view)));
  if (all === 0) return 0;
  return sum(parts.map((p) => (weightIn(p, view) / all) * 100 * (shareOf(p, view) ?? 0)));
}

const tenth = (marks: number): number => Math.round(marks * 10) / 10;

export const gradeOf = (rubric: Rubric, score: number): Scorecard['grade'] =>
  score >= rubric.excellent ? 'excellent' : score >= rubric.pass ? 'pass' : 'fail';

/** `kept`: what keeps the total down (unfinished.ts). */
export function scorecardOf(
  rubric: Rubric,
  opportunities: readonly Opportunity[],
  drafts: readonly Draft[],
  kept: Kept | null = null,
): Scorecard {
  const rules = new Map(rubric.findings.map((r) => [r.code, r]));
  const parts = DIMENSIONS.map((id): Part => {
    const all = opportunities.filter((o) => o.dimension === id);
    const own = all.filter((o) => !o.elsewhere);
    const faults = drafts.flatMap((draft) =>
      [{ code: draft.code, share: draft.share }, ...draft.absorbed].flatMap(({ code, share }) => {
        const rule = rules.get(code);
        return rule && rule.dimension === id && rule.deduct > 0 ? [{ draft, points: rule.deduct * share }] : [];
      }),
    );
    return {
      id,
      base: baseOf(rubric.weights[id], id, own, all),
      sure: own.filter((o) => !o.unsure),
      unsure: own.filter((o) => o.unsure),
      deducted: faults.filter((f) => !f.draft.unsure),
      deductedUnsure: sum(faults.filter((f) => f.draft.unsure).map((f) => f.points)),
      severity: id === 'response' ? 1 : (rubric.severity ?? 1),
    };
  });
  const solving = parts.find((p) => p.id === 'solving');
  if (solving && solving.sure.length > 0) {
    const weighs = (id: Dimension): number => sum(parts.filter((p) => p.id === id).map((p) => weightIn(p, 'sure')));
    const taken = takenOver(rubric, solving, opportunities, weighs);
    solving.base = taken.base;
    solving.sure.push(...taken.lost);
  }
  const redLines = drafts.filter((d) => d.code.startsWith('red-line:'));
  const cap = (marks: number, most: number): number => Math.round(Math.min(marks, most));
  const most = kept?.most ?? 100;
  const score = cap(total(parts, 'sure'), most);
  const low = Math.min(score, cap(total(parts, 'low'), redLines.length > 0 ? Math.min(most, rubric.cap) : most));
  const high = Math.max(score, cap(total(parts, 'high'), most));
  const marksOf = new Map<Draft, number>();
  const weights = sum(parts.map((p) => weightIn(p, 'sure')));
  const dimensions = parts.map((part) => dimensionScore(rubric, part, weights, drafts, marksOf));
  return {
    score,
    raw: total(parts, 'sure'),
    most,
    range: [low, high],
    grade: gradeOf(rubric, score),
    cappedBy: kept?.by ?? null,
    capAt: kept?.most ?? null,
    capCosts: Math.max(0, total(parts, 'sure') - most),
    dimensions,
    marksOf,
  };
}

function dimensionScore(
  rubric: Rubric,
  part: Part,
  weights: number,
  drafts: readonly Draft[],
  marksOf: Map<Draft, number>,
): DimensionScore {
  const weight = weights === 0 ? 0 : (weightIn(part, 'sure') / weights) * 100;
  const share = shareOf(part, 'sure');
  const offered = worths(part.sure);
  const marks = share === null ? (weight > 0 ? 0 : null) : weight * share;
  const losses = lossesOf(part, weight, offered, drafts);
  // Deductions can't take more than there is: what is lost is shared out among what lost it.
  const claimed = sum(losses.map((l) => l.marks));
  const scale = claimed > 0 ? Math.min(1, (weight - (marks ?? weight)) / claimed) : 0;
  for (const loss of losses) {
    loss.marks *= scale;
    if (loss.draft) marksOf.set(loss.draft, (marksOf.get(loss.draft) ?? 0) + loss.marks);
  }
  const uncertain = worths(part.unsure);
  const edge = (view: View): number => tenth((weight > 0 ? weight : part.base) * (shareOf(part, view) ?? 0));
  const own = tenth(marks ?? 0);
  return {
    id: part.id,
    weight: tenth(weight),
    marks: marks === null ? null : own,
    taken: tenth(credits(part.sure)),
    offered: tenth(offered),
    range: [Math.min(own, edge('low')), Math.max(own, edge('high'))],
    unsure: uncertain > 0 && uncertain / (uncertain + offered) > rubric.unsureShare,
    lost: losses
      .map((l) => ({ ...l, marks: tenth(l.marks) }))
      .filter((l) => l.marks > 0)
      .sort((a, b) => b.marks - a.marks),
  };
}

/** Named behind a row's text; of more, how many there are. */
const PARTS_SHOWN = 4;

/** What was lost and to which finding, in marks of the total before scaling. */
function lossesOf(part: Part, weight: number, offered: number, drafts: readonly Draft[]): Loss[] {
  const byDraft = new Map<Draft, Loss>();
  const byText = new Map<string, Loss & { parts: NonNullable<Opportunity['part']>[] }>();
  const ofDraft = (draft: Draft, text: string, marks: number): void => {
    const known = byDraft.get(draft);
    if (known) known.marks += marks;
    else byDraft.set(draft, { text, marks, draft, near: [], place: null });
  };
  for (const o of part.sure) {
    if (o.credit >= o.worth) continue;
    const marks = (weight * weighed(part, o)) / offered;
    const draft = drafts.find((d) => !d.unsure && !d.code.startsWith('merit:') && d.covers.includes(o.key));
    if (draft) {
      ofDraft(draft, o.text, marks);
      continue;
    }
    const place = { conversation: conversationOf(o.key), at: o.at };
    const row = byText.get(o.text) ?? { text: o.text, marks: 0, draft: null, near: o.near ?? [], place, parts: [] };
    row.marks += marks;
    if (o.part !== undefined) row.parts.push(o.part);
    byText.set(o.text, row);
  }
  const denominator = offered > 0 ? 100 : Math.max(1, sum(part.deducted.map((d) => d.points)));
  for (const { draft, points } of part.deducted)
    ofDraft(draft, draft.seen, (part.severity * weight * points) / denominator);
  const rows = [...byText.values()].map(({ parts, ...row }) => ({ ...row, text: withParts(row.text, parts) }));
  return [...byDraft.values(), ...rows];
}

function withParts(text: string, parts: readonly NonNullable<Opportunity['part']>[]): string {
  if (parts.length === 0) return text;
  const shown = parts.slice(0, PARTS_SHOWN);
  const named = shown.map(({ of, what }, i) => (shown[i - 1]?.of === of ? what : `${of}${what}`));
  return `${text}（${named.join('、')}${parts.length > PARTS_SHOWN ? `等 ${parts.length} 次` : ''}）`;
}
