/** 沟通表达 and 服务素养: 1 for every turn owed, given or not (RULES M8). */
import type { Dimension } from '#engine/rubric.ts';
import type { TurnHistory } from '../history.ts';
import type { Seen } from '../seen.ts';
import { turnGrade } from '../turn-grade.ts';
import { type Opportunity, owedKey, turnKey } from './opportunity.ts';

const DIMENSIONS: readonly Extract<Dimension, 'expression' | 'manner'>[] = ['expression', 'manner'];

export function turnOpportunities(seen: Seen): Opportunity[] {
  const { c, rubric, rounds, facts } = seen;
  const worth = rubric.offers.turn;
  const name = facts.scenario.customer.name;
  const given = c.turns.flatMap((turn) => {
    const grade = turnGrade(c, turn);
    if (!grade) return [];
    return DIMENSIONS.map(
      (dimension): Opportunity => ({
        key: turnKey(c.key, turn.judgement.turn),
        dimension,
        at: turn.judgement.firstAt,
        worth,
        credit: worth * rubric.roundCredit[grade[dimension]],
        unsure: grade.unsure,
        text: `${name}第 ${turn.judgement.turn} 句${shortOf(seen, turn)}`,
        near: [turnKey(c.key, turn.judgement.turn)],
      }),
    );
  });
  // A turn owed and never given is offered and lost: silence isn't good manners.
  const never = rounds
    .filter((r) => r.to === null && r.grade === 'fail')
    .flatMap((r) =>
      DIMENSIONS.map(
        (dimension): Opportunity => ({
          key: owedKey(c.key, r.number),
          dimension,
          at: r.from,
          worth,
          credit: 0,
          unsure: false,
          text: `${name}没等到回复`,
        }),
      ),
    );
  return [...given, ...never];
}

/** What a turn without a finding of its own still lacked. */
function shortOf({ facts, points }: Seen, turn: TurnHistory): string {
  const { questions, points: notes } = turn.judgement;
  const textOf = (id: string): string => facts.question(id)?.text ?? id;
  const half = questions.find((q) => q.answer === 'partial')?.question;
  if (half !== undefined) {
    const said = notes.filter((n) => n.state === 'covered').map((n) => n.point);
    const lacked = points.filter(
      ({ question, point, notes: all }) =>
        question.id === half &&
        point.must &&
        !said.includes(point.id) &&
        !all.some((n) => n.note.state === 'covered' && n.turn.index < turn.index),
    );
    const words = lacked.map((p) => `「${p.point.says}」`).join('');
    return `「${textOf(half)}」只答了一半${words === '' ? '' : `，缺${words}`}`;
  }
  const open = questions.find((q) => q.answer === 'vague' || q.answer === 'evaded' || q.answer === 'untouched');
  if (open !== undefined) return `「${textOf(open.question)}」${open.answer === 'vague' ? '没有说定' : '没有答到'}`;
  const said = turn.judgement.text;
  return said === '' ? '说的话没有用上' : `说的「${beginning(said)}」没有用上`;
}

const LONGEST = 14;
const beginning = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
