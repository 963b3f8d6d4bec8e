/**
 * People's rulings on points, put into the log as if the judge had heard it so (RULES M2, M3): notes, answers and the
 * ledger's states of the questions concerned. All scoring afterwards reads this log.
 */

import { type Answer, nextState } from '#engine/clocks/ledger.ts';
import { SETTLED } from '#engine/customer/open-needs.ts';
import type { ContentData, Question } from '#engine/model/content.ts';
import type { PointNote, QuestionState } from '#engine/model/events.ts';
import { type CaseFacts, caseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { noteOn } from './doubts.ts';
import type { OnPoint } from './rulings.ts';

/** `history`: with its doubts noted. Rulings on points or turns that aren't there change nothing. */
export function ruledHistory(
  content: ContentData,
  history: DrillHistory,
  onPoints: ReadonlyMap<string, OnPoint>,
): DrillHistory {
  if (onPoints.size === 0) return history;
  const all = [...onPoints.values()];
  return {
    ...history,
    conversations: history.conversations.map((conversation) => {
      const own = all.filter((r) => r.conversation === conversation.key);
      return own.length === 0
        ? conversation
        : ruledConversation(conversation, caseFacts(content, conversation.scenario), own);
    }),
  };
}

function ruledConversation(
  conversation: ConversationHistory,
  facts: CaseFacts,
  all: readonly OnPoint[],
): ConversationHistory {
  const rulings = all.flatMap((ruling) => {
    const question = facts.point(ruling.point)?.question ?? null;
    const turn = conversation.turns.some((t) => t.judgement.turn === ruling.turn && t.judgement.text !== '');
    return question === null || !turn ? [] : [{ ...ruling, question }];
  });
  const turns = conversation.turns.map((turn) => noted(conversation, turn, rulings));
  const touched = new Map(rulings.map(({ question }) => [question.id, question]));
  return [...touched.values()].reduce((ruled, question) => settled(ruled, question, rulings), {
    ...conversation,
    turns,
  });
}

type Ruled = OnPoint & { question: Question };
const inTurn = (rulings: readonly Ruled[], turn: TurnHistory, question: string | null = null): Ruled[] =>
  rulings.filter((r) => r.turn === turn.judgement.turn && (question === null || r.question.id === question));

/** Reactions to words that were no answer. Where a ruling says they were one, the reaction wasn't the trainee's fault. */
const REBUFFS: readonly string[] = ['evaded', 'vague', 'wrong', 'rephrase', 'partly'];

function noted(conversation: ConversationHistory, turn: TurnHistory, rulings: readonly Ruled[]): TurnHistory {
  const own = inTurn(rulings, turn);
  if (own.length === 0) return turn;
  const { judgement, closed } = turn;
  const points = [
    ...judgement.points.filter((n) => !own.some((r) => r.point === n.point)),
    ...own.flatMap(({ point, question, verdict }): PointNote[] => {
      if (verdict === 'not-said') return [];
      const heard =
        judgement.points.find((n) => n.point === point) ?? noteOn(conversation, turn, point, question.id, verdict);
      if (heard === null) return [];
      const wrongId = verdict === 'wrong' && heard.state === 'wrong' ? heard.wrongId : null;
      return [{ ...heard, state: verdict, wrongId, confidence: 1 }];
    }),
  ];
  const spared = closed !== null && REBUFFS.includes(closed.reaction) && own.every((r) => r.verdict === 'covered');
  return {
    ...turn,
    judgement: { ...judgement, points },
    closed: spared ? { ...closed, reaction: 'covered', bad: false } : closed,
  };
}

type Step = { turn: TurnHistory; answer: Answer | null; wrong: boolean; all: boolean };

/** Works out a question's turns and its ledger entry anew from the notes on its points. */
function settled(
  conversation: ConversationHistory,
  question: Question,
  rulings: readonly Ruled[],
): ConversationHistory {
  const musts = question.points.filter((p) => p.must);
  const standing = new Map<string, 'covered' | 'wrong'>();
  const complete = (): boolean => musts.every((p) => standing.get(p.id) === 'covered');
  const steps = conversation.turns.map((turn): Step => {
    const before = complete();
    const points = turn.judgement.points.map((note) => {
      if (note.question !== question.id || note.state === 'not-recognised') return note;
      const corrected = note.state === 'covered' && standing.get(note.point) === 'wrong';
      standing.set(note.point, note.state);
      return { ...note, corrected };
    });
    const judgement = { ...turn.judgement, points };
    const wrong = points.some((n) => n.question === question.id && n.state === 'wrong');
    const all = complete();
    const listed = judgement.questions.find((q) => q.question === question.id)?.answer ?? null;
    const ruled = inTurn(rulings, turn, question.id).length > 0;
    const answer = listed === null ? null : answerOf(points, question.id, listed, { before, wrong, all, ruled });
    if (answer === listed) return { turn: { ...turn, judgement }, answer, wrong, all };
    const questions = judgement.questions.flatMap((listed) =>
      listed.question !== question.id ? [listed] : answer === null ? [] : [{ ...listed, answer }],
    );
    // The customer asked again only because the program missed the first answer: no answer was owed any more.
    const owed = judgement.owed && questions.length > 0;
    return { turn: { ...turn, judgement: { ...judgement, questions, owed } }, answer, wrong, all };
  });
  return {
    ...conversation,
    turns: steps.map(({ turn }) => turn),
    questions: conversation.questions.map((entry) =>
      entry.question === question.id ? ledgerEntry(entry, steps) : entry,
    ),
  };
}

/** What a turn's words were to the question. Null: it had been answered before, and they add nothing. */
function answerOf(
  points: readonly PointNote[],
  question: string,
  listed: Answer,
  { before, wrong, all, ruled }: { before: boolean; wrong: boolean; all: boolean; ruled: boolean },
): Answer | null {
  const own = points.filter((n) => n.question === question);
  const judged = own.some((n) => n.state !== 'not-recognised');
  if (judged) return all && !wrong ? 'answered' : 'partial';
  if (before) return listed === 'clarifying' ? listed : null;
  if (!ruled) return listed;
  if (own.length > 0) return listed === 'answered' || listed === 'partial' ? 'not-recognised' : listed;
  // A person ruled that the point wasn't told: the words are on the topic and no more.
  return listed === 'answered' || listed === 'partial' || listed === 'not-recognised' ? 'vague' : listed;
}

const OVER: readonly QuestionState[] = [...SETTLED, 'wrong'];

/** The question's states as the engine would have them over the ruled turns (RULES T4, T6). */
function ledgerEntry(entry: QuestionHistory, steps: readonly Step[]): QuestionHistory {
  const changes: QuestionHistory['changes'] = [];
  let state: QuestionState = 'open';
  let rephrased = false;
  for (const { turn, answer, wrong, all } of steps) {
    if (turn.index < entry.openedIndex) continue;
    const pressed = entry.changes.some((one) => one.turn === turn.judgement.turn && one.to === 'provisional');
    const next = nextState({ state, rephrased }, { answer, wrong, complete: all, pressed });
    if (next === null || next === state) continue;
    changes.push({ at: turn.closedAt, to: next, turn: turn.judgement.turn, index: turn.index });
    state = next;
    rephrased ||= next === 'unrecognised';
  }
  if (OVER.includes(state)) return { ...entry, changes, state };
  const last = entry.changes.at(-1);
  const end = entry.changes.findLast((change) => change.turn === null);
  // The story went on as if the question had been answered, but by the rulings it wasn't.
  const closing = end ?? (last && OVER.includes(last.to) ? { ...last, to: 'unanswered' as const, turn: null } : null);
  return closing ? { ...entry, changes: [...changes, closing], state: closing.to } : { ...entry, changes, state };
}
