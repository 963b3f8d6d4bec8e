import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import type { Suggestion } from '#contract/portfolio.ts';

/** What to practise next: cases never done, easiest first; then the ones with the lowest best score. */
export const byUsefulness = (cards: readonly ScenarioCard[]): ScenarioCard[] => {
  const suggestionRank = (card: ScenarioCard): number => (card.done === 0 ? card.level : 100 + (card.best ?? 0));
  return cards.toSorted((a, b) => suggestionRank(a) - suggestionRank(b));
};

/** Cases that no exam keeps from practice. */
const unsealed = (cards: readonly ScenarioCard[]): ScenarioCard[] => cards.filter(({ sealed }) => sealed === null);

/** What the server chose from the weak spots, then the others in order of use. */
export const suggestedFirst = (
  cards: readonly ScenarioCard[],
  today: Pick<Suggestion, 'scenario'> | null,
): ScenarioCard[] => {
  const sortedCards = byUsefulness(unsealed(cards));
  return [
    ...sortedCards.filter(({ id }) => id === today?.scenario),
    ...sortedCards.filter(({ id }) => id !== today?.scenario),
  ];
};

/** A pair is served at one desk, so both cases come from one shop; their types differ, so that they don't ask the same. */
export const pairsByUsefulness = (cards: readonly ScenarioCard[]): [ScenarioCard, ScenarioCard][] => {
  const pairs: [ScenarioCard, ScenarioCard][] = [];
  const remaining = byUsefulness(unsealed(cards));
  while (remaining.length > 0) {
    const first = remaining.shift();
    if (first === undefined) break;
    const index = remaining.findIndex((card) => card.shop === first.shop && card.type !== first.type);
    const second = index === -1 ? undefined : remaining.splice(index, 1)[0];
    if (second !== undefined) pairs.push([first, second]);
  }
  return pairs;
};

/** The drill to continue: a running one before one only opened, the newest of each. Replay tasks are left to the seat's page. */
export const unfinishedDrill = (drills: readonly DrillSummary[]): DrillSummary | null => {
  const newest = drills
    .filter((drill) => drill.state !== 'ended' && drill.run?.redo !== true)
    .toSorted((a, b) => b.openedAt - a.openedAt);
  return newest.find((drill) => drill.state === 'running') ?? newest[0] ?? null;
};

export type CaseType = {
  id: string;
  name: string;
  /** What a case of the type practises. */
  trains: string;
  stage: ScenarioCard['stage'];
  cards: ScenarioCard[];
  doneCount: number;
  best: number | null;
  /** Scores of this type's drills, oldest first. */
  scores: number[];
};

/** Types in the order the library gives them; only those with cases. */
export const caseTypes = (cards: readonly ScenarioCard[], drills: readonly DrillSummary[]): CaseType[] => {
  const types = new Map<string, CaseType>();
  for (const card of cards) {
    const type = types.get(card.type) ?? {
      id: card.type,
      name: card.typeName,
      trains: card.trains,
      stage: card.stage,
      cards: [],
      doneCount: 0,
      best: null,
      scores: [],
    };
    type.cards.push(card);
    type.doneCount += card.done;
    if (card.best !== null) type.best = Math.max(type.best ?? 0, card.best);
    types.set(card.type, type);
  }
  for (const type of types.values()) {
    const caseIds = new Set(type.cards.map((card) => card.id));
    type.scores = drills
      .filter((drill) => drill.rush === null && drill.scenarios.some((scenario) => caseIds.has(scenario.id)))
      .toSorted((a, b) => a.openedAt - b.openedAt)
      .flatMap((drill) => drill.score ?? []);
  }
  return [...types.values()];
};

export const startPath = (cards: readonly Pick<ScenarioCard, 'id'>[]): string =>
  `/start?scenarios=${cards.map((card) => card.id).join(',')}`;
