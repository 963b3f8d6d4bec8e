/** What people ruled, put into the marks (RULES M2, M3): dismissed faults give theirs back, upheld unsure ones count. */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { PointPlace, Ruling } from '#contract/results.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Draft } from '#scoring/facts/draft.ts';
import { blame } from '#scoring/findings/all.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';

export type GivenRuling = Pick<
  Ruling,
  'id' | 'finding' | 'point' | 'verdict' | 'score' | 'reason' | 'by' | 'at' | 'undone'
>;
type OnFinding = Omit<NonNullable<ReportFinding['ruling']>, 'was'>;
export type OnPoint = PointPlace & {
  id: string;
  verdict: 'covered' | 'wrong' | 'not-said';
  by: string;
  at: number;
  reason: string;
};
export type InForce = {
  /** The latest on each finding, by its key. */
  onFindings: ReadonlyMap<string, OnFinding>;
  /** The latest on each point in a turn, by `placeKey`. */
  onPoints: ReadonlyMap<string, OnPoint>;
  total: Report['ruled'];
};

export const placeKey = ({ conversation, point, turn }: PointPlace): string => `${conversation}:${turn}:${point}`;

/** Undone rulings have no effect; of several on one thing the latest stands. `rulings` come oldest first. */
export function rulingsInForce(rulings: readonly GivenRuling[]): InForce {
  const onFindings = new Map<string, OnFinding>();
  const onPoints = new Map<string, OnPoint>();
  let total: InForce['total'] = null;
  for (const { id, finding, point, verdict, score, reason, by, at, undone } of rulings) {
    if (undone !== null) continue;
    if (verdict === 'score') total = score === null ? total : { id, score, by, at, reason };
    else if (verdict === 'dismissed' || verdict === 'upheld') {
      if (finding !== null) onFindings.set(finding, { id, verdict, by, at, reason });
    } else if (point !== null) onPoints.set(placeKey(point), { ...point, id, verdict, by, at, reason });
  }
  return { onFindings, onPoints, total };
}

export type Keyed = { draft: Draft; key: string };

/** In order of time, each with the key that rulings name it by. */
export function keyedDrafts(drafts: readonly Draft[], seens: readonly ConversationFacts[]): Keyed[] {
  const order = new Map(seens.map((s, i) => [s.c.key, i]));
  const used = new Map<string, number>();
  return drafts
    .map((draft, i) => ({ draft, i }))
    .sort(
      (a, b) =>
        a.draft.at - b.draft.at ||
        (order.get(a.draft.conversation) ?? 0) - (order.get(b.draft.conversation) ?? 0) ||
        a.i - b.i,
    )
    .map(({ draft }) => {
      const plain = `${draft.code}@${draft.conversation}:${draft.at}`;
      const nth = (used.get(plain) ?? 0) + 1;
      used.set(plain, nth);
      return { draft, key: nth === 1 ? plain : `${plain}#${nth}` };
    });
}

export type Ruled = {
  /** All of them, for the report; upheld ones are sure now. */
  keyed: Keyed[];
  /** Those that count. */
  standing: Draft[];
  opportunities: Opportunity[];
};

/**
 * Rulings on findings; those on points are in the log already (`ruledHistory`), and `all` was made from it.
 * Chances that only a dismissed fault explained come back whole. Where another fault on the same words or the same
 * question stands, the loss is now that one's.
 */
export function applyRulings(
  all: readonly Keyed[],
  opportunities: readonly Opportunity[],
  { onFindings }: InForce,
  seens: readonly ConversationFacts[],
): Ruled {
  const verdict = (key: string): 'dismissed' | 'upheld' | null => onFindings.get(key)?.verdict ?? null;
  const keyed = all.map(({ draft, key }) =>
    verdict(key) === 'upheld' ? { key, draft: { ...draft, unsure: false, covers: [...draft.covers] } } : { draft, key },
  );
  const dismissed = keyed.filter(({ key }) => verdict(key) === 'dismissed').map(({ draft }) => draft);
  const upheld = keyed.filter(({ key }) => verdict(key) === 'upheld').map(({ draft }) => draft);
  const standing = keyed.filter(({ key }) => verdict(key) !== 'dismissed').map(({ draft }) => draft);
  for (const seen of seens) {
    blame(
      seen,
      standing.filter((d) => d.conversation === seen.c.key),
    );
  }
  const covered = (drafts: readonly Draft[], key: string): boolean => drafts.some((d) => d.covers.includes(key));
  const faults = standing.filter((d) => !d.code.startsWith('merit:'));
  return {
    keyed,
    standing,
    opportunities: opportunities.map((chance) => {
      if (covered(dismissed, chance.key) && !covered(faults, chance.key)) {
        return { ...chance, credit: chance.worth, unsure: false };
      }
      return chance.unsure && covered(upheld, chance.key) ? { ...chance, unsure: false } : chance;
    }),
  };
}
