/**
 * One deed, one price (RULES M15): what each deed of a drill costs, row by row, and in how many places. Rows belong to
 * one deed if one finding explains them, if they concern one turn or one wait, or if one is what the other left out.
 */
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { historyOf } from '#scoring/log/history.ts';
import { withDoubts } from '#scoring/marks/doubts.ts';
import { pricedOnce } from '#scoring/marks/one-price.ts';
import { conversationOf, type Opportunity, pointKey, roundKey, turnKey } from '#scoring/opportunities/opportunity.ts';
import { type Assessed, assess } from '#scoring/report.ts';

/** A row of marks lost: `place` says where in the score, `ties` the finding, turn or wait that it shares with other rows. */
type Row = { key: string; place: string; marks: number; ties: string[] };
/** What one deed costs, and where. */
export type Deed = { places: string[]; marks: number; beyond: number; rows: Row[] };

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Deeds of a drill that cost anything, the dearest first. */
export function deedsOf(content: ContentData, events: readonly DrillEvent[]): Deed[] {
  const assessed = assess(content, withDoubts(content, historyOf(events)));
  const rows = rowsOf(content, assessed);
  return joined(rows)
    .map((own) => {
      const byPlace = new Map<string, number>();
      for (const { place, marks } of own) byPlace.set(place, (byPlace.get(place) ?? 0) + marks);
      const marks = sum([...byPlace.values()]);
      return { places: [...byPlace.keys()].sort(), marks, beyond: marks - Math.max(...byPlace.values()), rows: own };
    })
    .toSorted((a, b) => b.marks - a.marks);
}

/** Every lost chance and every deduction, scaled so that together they make what their dimension lost. */
function rowsOf({ rubric }: ContentData, { allFacts, opportunities: all, keyed, card }: Assessed): Row[] {
  const drafts = keyed.map(({ draft }) => draft).filter((draft) => !draft.unsure && !draft.code.startsWith('merit:'));
  const opportunities = pricedOnce(rubric, allFacts, drafts, all).filter((opportunity) => !opportunity.elsewhere);
  const deduct = new Map(rubric.findings.map((rule) => [rule.code, rule]));
  return card.dimensions.flatMap((dimension) => {
    const { id, weight, offered } = dimension;
    const chances = opportunities.filter(
      (opportunity) => opportunity.dimension === id && !opportunity.unsure && opportunity.credit < opportunity.worth,
    );
    const lost = chances.map((opportunity): Row => {
      const owner = drafts.findIndex((draft) => draft.covers.includes(opportunity.key));
      const facts = allFacts.find((facts) => facts.conversation.key === conversationOf(opportunity.key));
      return {
        key: opportunity.key,
        place: `${id} ${kindOf(opportunity)}`,
        marks: (weight * (opportunity.worth - opportunity.credit)) / offered,
        ties: [...(owner < 0 ? [] : [`draft ${owner}`]), ...(facts ? tiesOf(facts, opportunity) : [])],
      };
    });
    const off = drafts.flatMap((draft, index): Row[] =>
      [{ code: draft.code, share: draft.share }, ...draft.absorbed].flatMap(({ code, share }): Row[] => {
        const rule = deduct.get(code);
        if (!rule || rule.dimension !== id || rule.deduct === 0) return [];
        const turn = draft.turn === null || rule.family === 'late' ? [] : [turnKey(draft.conversation, draft.turn)];
        const marks = (weight * rule.deduct * share) / 100;
        return [{ key: draft.code, place: `${id} ${draft.code}`, marks, ties: [`draft ${index}`, ...turn] }];
      }),
    );
    const all = [...lost, ...off];
    const claimed = sum(all.map((row) => row.marks));
    const scale = claimed > 0 ? Math.min(1, (weight - (dimension.marks ?? weight)) / claimed) : 0;
    return all.map((row) => ({ ...row, marks: row.marks * scale })).filter((row) => row.marks > 0.05);
  });
}

const kindOf = ({ key }: Opportunity): string => key.split(':')[0] ?? '';

/** What ties a chance to other rows besides its finding: its turn, its wait, the points that its turn left out. */
function tiesOf(facts: ConversationFacts, { key }: Opportunity): string[] {
  const { conversation: history } = facts;
  const [kind = '', , last = ''] = key.split(':');
  if (kind === 'owed') return [roundKey(history.key, Number(last))];
  if (kind === 'round') {
    const round = facts.rounds.find((round) => round.number === Number(last));
    const turn = history.turns.find((turn) => round?.reply && turn.judgement.messages.includes(round.reply));
    const late = round && (round.grade === 'weak' || round.grade === 'fail');
    return turn && !late ? [key, turnKey(history.key, turn.judgement.turn)] : [key];
  }
  if (kind !== 'turn') return [key];
  const turn = history.turns.find((turn) => turn.judgement.turn === Number(last));
  const half =
    turn?.judgement.questions.filter((outcome) => outcome.answer !== 'answered').map((outcome) => outcome.question) ??
    [];
  const missed = facts.points.filter(
    (result) => half.includes(result.question.id) && result.point.must && result.state === 'missed',
  );
  return [key, ...missed.map((result) => pointKey(history.key, result.question.id, result.point.id))];
}

/** Groups of rows that share a tie, directly or through other rows. */
function joined(rows: readonly Row[]): Row[][] {
  const groups: { ties: Set<string>; rows: Row[] }[] = [];
  for (const row of rows) {
    const ties = new Set([...row.ties, ...(row.ties.length === 0 ? [row.key] : [])]);
    const near = groups.filter((group) => [...ties].some((tie) => group.ties.has(tie)));
    const whole = {
      ties: new Set([...ties, ...near.flatMap((group) => [...group.ties])]),
      rows: [...near.flatMap((group) => group.rows), row],
    };
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(whole);
  }
  return groups.map((group) => group.rows);
}
