/** People's rulings put into the marks (RULES M2, M3): dismissed faults give back their marks, upheld unsure ones count. */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { PointPlace, Ruling } from '#contract/results.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { explainMissedMarks } from '#scoring/findings/all.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';

export type GivenRuling = Pick<
  Ruling,
  'id' | 'finding' | 'point' | 'verdict' | 'score' | 'reason' | 'by' | 'at' | 'undone'
>;
type RulingOnFinding = Omit<NonNullable<ReportFinding['ruling']>, 'was'>;
export type RulingOnPoint = PointPlace & {
  id: string;
  verdict: 'covered' | 'wrong' | 'not-said';
  by: string;
  at: number;
  reason: string;
};
export type RulingsInForce = {
  /** The latest ruling on each finding, by its key. */
  onFindings: ReadonlyMap<string, RulingOnFinding>;
  /** The latest ruling on each point in a turn, by `placeKey`. */
  onPoints: ReadonlyMap<string, RulingOnPoint>;
  total: Report['ruled'];
};

export const placeKey = ({ conversation, point, turn }: PointPlace): string => `${conversation}:${turn}:${point}`;

/** The rulings that count: undone ones don't, and of several on one place the latest does. `rulings` come oldest first. */
export const rulingsInForce = (rulings: readonly GivenRuling[]): RulingsInForce => {
  const onFindings = new Map<string, RulingOnFinding>();
  const onPoints = new Map<string, RulingOnPoint>();
  let total: RulingsInForce['total'] = null;
  for (const { id, finding, point, verdict: verdictOn, score, reason, by, at, undone } of rulings) {
    if (undone !== null) continue;
    if (verdictOn === 'score') total = score === null ? total : { id, score, by, at, reason };
    else if (verdictOn === 'dismissed' || verdictOn === 'upheld') {
      if (finding !== null) onFindings.set(finding, { id, verdict: verdictOn, by, at, reason });
    } else if (point !== null) onPoints.set(placeKey(point), { ...point, id, verdict: verdictOn, by, at, reason });
  }
  return { onFindings, onPoints, total };
};

export type KeyedDraft = { draft: FindingDraft; key: string };

/** The drafts in order of time, each with the key by which rulings name it. */
export const keyedDrafts = (drafts: readonly FindingDraft[], allFacts: readonly ConversationFacts[]): KeyedDraft[] => {
  const order = new Map(allFacts.map((facts, index) => [facts.conversation.key, index]));
  const timesUsed = new Map<string, number>();
  return drafts
    .map((draft, index) => ({ draft, i: index }))
    .sort(
      (a, b) =>
        a.draft.at - b.draft.at ||
        (order.get(a.draft.conversation) ?? 0) - (order.get(b.draft.conversation) ?? 0) ||
        a.i - b.i,
    )
    .map(({ draft }) => {
      const plainKey = `${draft.code}@${draft.conversation}:${draft.at}`;
      const occurrence = (timesUsed.get(plainKey) ?? 0) + 1;
      timesUsed.set(plainKey, occurrence);
      return { draft, key: occurrence === 1 ? plainKey : `${plainKey}#${occurrence}` };
    });
};

export type RuledDrafts = {
  /** All drafts, for the report; upheld ones are sure now. */
  keyed: KeyedDraft[];
  /** The drafts that count. */
  standing: FindingDraft[];
  opportunities: Opportunity[];
};

/**
 * Applies rulings on findings; those on points are in the log already (`ruledHistory`), from which `all` was made. A
 * lost opportunity that only a dismissed fault explained comes back whole. Where another fault on the same words or question
 * counts, the loss is that one's now.
 */
export const applyRulings = (
  all: readonly KeyedDraft[],
  opportunities: readonly Opportunity[],
  { onFindings }: RulingsInForce,
  allFacts: readonly ConversationFacts[],
): RuledDrafts => {
  const verdictOn = (key: string): 'dismissed' | 'upheld' | null => onFindings.get(key)?.verdict ?? null;
  const keyed = all.map(({ draft, key }) =>
    verdictOn(key) === 'upheld'
      ? { key, draft: { ...draft, unsure: false, explainedKeys: [...draft.explainedKeys] } }
      : { draft, key },
  );
  const dismissed = keyed.filter(({ key }) => verdictOn(key) === 'dismissed').map(({ draft }) => draft);
  const upheld = keyed.filter(({ key }) => verdictOn(key) === 'upheld').map(({ draft }) => draft);
  const standing = keyed.filter(({ key }) => verdictOn(key) !== 'dismissed').map(({ draft }) => draft);
  for (const facts of allFacts) {
    explainMissedMarks(
      facts,
      standing.filter((draft) => draft.conversation === facts.conversation.key),
    );
  }
  const isCovered = (drafts: readonly FindingDraft[], key: string): boolean =>
    drafts.some((draft) => draft.explainedKeys.includes(key));
  const faults = standing.filter((draft) => !draft.code.startsWith('merit:'));
  return {
    keyed,
    standing,
    opportunities: opportunities.map((opportunity) => {
      if (isCovered(dismissed, opportunity.key) && !isCovered(faults, opportunity.key)) {
        return { ...opportunity, credit: opportunity.worth, unsure: false };
      }
      return opportunity.unsure && isCovered(upheld, opportunity.key) ? { ...opportunity, unsure: false } : opportunity;
    }),
  };
};
