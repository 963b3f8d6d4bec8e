/**
 * People's rulings on points, put into the log as if the judge had heard it so (RULES M2, M3): notes, answers and the
 * ledger's states of the questions concerned. All scoring afterwards reads this log.
 */

import { type Answer, nextState } from '#engine/clocks/ledger.ts';
import { SETTLED } from '#engine/customer/open-needs.ts';
import type { ContentData, Question } from '#engine/model/content.ts';
import type { QuestionState, ReactionKind } from '#engine/model/events.ts';
import type { PointNote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import { type CaseFacts, caseFactsOf } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { noteOn } from './doubts.ts';
import type { RulingOnPoint } from './rulings.ts';

/** Reactions to words that were no answer. Where a ruling says they were one, the reaction wasn't the trainee's fault. */
const REBUFFS: readonly ReactionKind[] = ['evaded', 'vague', 'wrong', 'rephrase', 'partly'];

/** States after which a question isn't open any more. */
const STATES_OVER: readonly QuestionState[] = [...SETTLED, 'wrong'];

type QuestionRuling = RulingOnPoint & { question: Question };

/** What the notes on a question's points say so far: the latest verdict on each point. */
type Verdicts = Map<string, 'covered' | 'wrong'>;

/** A turn as it counts for one question: its answer to it, and how the question's points stood after it. */
type RuledTurn = { turn: TurnHistory; answer: Answer | null; hasWrong: boolean; isComplete: boolean };

/**
 * The history as if the judge had heard each point as people ruled it. `history`: with its doubts noted. Rulings on
 * points or turns that aren't there change nothing.
 */
export const ruledHistory = (
  content: ContentData,
  history: DrillHistory,
  onPoints: ReadonlyMap<string, RulingOnPoint>,
): DrillHistory => {
  if (onPoints.size === 0) return history;
  const rulings = [...onPoints.values()];
  return {
    ...history,
    conversations: history.conversations.map((conversation) => {
      const ownRulings = rulings.filter((ruling) => ruling.conversation === conversation.key);
      if (ownRulings.length === 0) return conversation;
      return ruledConversation(conversation, caseFactsOf(content, conversation.scenarioId), ownRulings);
    }),
  };
};

const ruledConversation = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  onPoints: readonly RulingOnPoint[],
): ConversationHistory => {
  const rulings = onPoints.flatMap((ruling) => {
    const question = caseFacts.point(ruling.point)?.question ?? null;
    const hasSuchTurn = conversation.turns.some(
      ({ judgement }) => judgement.turn === ruling.turn && judgement.text !== '',
    );
    return question === null || !hasSuchTurn ? [] : [{ ...ruling, question }];
  });
  const turns = conversation.turns.map((turn) => withRuledNotes(conversation, turn, rulings));
  const ruledQuestions = new Map(rulings.map(({ question }) => [question.id, question]));
  return [...ruledQuestions.values()].reduce(
    (rejudged, question) => withQuestionRejudged(rejudged, question, rulings),
    { ...conversation, turns },
  );
};

const inTurn = (
  rulings: readonly QuestionRuling[],
  turn: TurnHistory,
  question: string | null = null,
): QuestionRuling[] =>
  rulings.filter(
    (ruling) => ruling.turn === turn.judgement.turn && (question === null || ruling.question.id === question),
  );

/** The turn with its notes as they were ruled. */
const withRuledNotes = (
  conversation: ConversationHistory,
  turn: TurnHistory,
  rulings: readonly QuestionRuling[],
): TurnHistory => {
  const rulingsOfTurn = inTurn(rulings, turn);
  if (rulingsOfTurn.length === 0) return turn;
  const { judgement, closed } = turn;
  const points = [
    ...judgement.points.filter((note) => !rulingsOfTurn.some((ruling) => ruling.point === note.point)),
    ...rulingsOfTurn.flatMap(({ point, question, verdict }): PointNote[] => {
      if (verdict === 'not-said') return [];
      const pointNote =
        judgement.points.find((note) => note.point === point) ?? noteOn(conversation, turn, point, question, verdict);
      if (pointNote === null) return [];
      const wrongId = verdict === 'wrong' && pointNote.state === 'wrong' ? pointNote.wrongId : null;
      return [{ ...pointNote, state: verdict, wrongId, confidence: 1 }];
    }),
  ];
  const isSpared =
    closed !== null && REBUFFS.includes(closed.reaction) && rulingsOfTurn.every(({ verdict }) => verdict === 'covered');
  return {
    ...turn,
    judgement: { ...judgement, points },
    closed: isSpared ? { ...closed, reaction: 'covered', bad: false } : closed,
  };
};

/** Works out a question's turns and its ledger entry anew from the notes on its points. */
const withQuestionRejudged = (
  conversation: ConversationHistory,
  question: Question,
  rulings: readonly QuestionRuling[],
): ConversationHistory => {
  const verdicts: Verdicts = new Map();
  const musts = question.points.filter(({ must }) => must);
  const isComplete = (): boolean => musts.every(({ id }) => verdicts.get(id) === 'covered');
  const ruledTurns: RuledTurn[] = [];
  // In the order of the log: a turn's notes are read by what the turns before it told.
  for (const turn of conversation.turns) {
    const wasComplete = isComplete();
    const points = notesCorrected(turn, question, verdicts);
    const notesOfQuestion = points.filter((note) => note.question === question.id);
    const hasWrong = notesOfQuestion.some(({ state }) => state === 'wrong');
    const judgement = { ...turn.judgement, points };
    const answerBefore = judgement.questions.find((entry) => entry.question === question.id)?.answer ?? null;
    const isRuled = inTurn(rulings, turn, question.id).length > 0;
    const standing = { wasComplete, isComplete: isComplete(), hasWrong, isRuled };
    const answer = answerBefore === null ? null : answerOf(notesOfQuestion, answerBefore, standing);
    ruledTurns.push({
      turn: { ...turn, judgement: answer === answerBefore ? judgement : withAnswerTo(judgement, question.id, answer) },
      answer,
      hasWrong,
      isComplete: standing.isComplete,
    });
  }
  return {
    ...conversation,
    turns: ruledTurns.map(({ turn }) => turn),
    questions: conversation.questions.map((entry) =>
      entry.question === question.id ? ledgerEntry(entry, ruledTurns) : entry,
    ),
  };
};

/** The turn's notes, those of the question marked where they correct an earlier one; `verdicts` takes them in. */
const notesCorrected = ({ judgement }: TurnHistory, question: Question, verdicts: Verdicts): PointNote[] =>
  judgement.points.map((note) => {
    if (note.question !== question.id || note.state === 'not-recognised') return note;
    const isCorrected = note.state === 'covered' && verdicts.get(note.point) === 'wrong';
    verdicts.set(note.point, note.state);
    return { ...note, corrected: isCorrected };
  });

/** The judgement with another answer to one question; null takes the question out of it. */
const withAnswerTo = (judgement: TurnJudgement, question: string, answer: Answer | null): TurnJudgement => {
  const questions = judgement.questions.flatMap((entry) => {
    if (entry.question !== question) return [entry];
    return answer === null ? [] : [{ ...entry, answer }];
  });
  // The customer asked again only because the program missed the first answer: no answer was owed any more.
  return { ...judgement, questions, owed: judgement.owed && questions.length > 0 };
};

/** How a question stood at a turn: all its must points told before it, and with it; a point told wrong in it; ruled on. */
type QuestionStanding = { wasComplete: boolean; isComplete: boolean; hasWrong: boolean; isRuled: boolean };

/**
 * What a turn's words were to the question, of which `notes` are the turn's on it. Null: it had been answered before, and
 * they add nothing. The order is the rule: verdicts on points count more than what the judge listed.
 */
const answerOf = (
  notes: readonly PointNote[],
  answerBefore: Answer,
  { wasComplete, isComplete, hasWrong, isRuled }: QuestionStanding,
): Answer | null => {
  const hasVerdict = notes.some(({ state }) => state !== 'not-recognised');
  if (hasVerdict) return isComplete && !hasWrong ? 'answered' : 'partial';
  if (wasComplete) return answerBefore === 'clarifying' ? answerBefore : null;
  return isRuled ? answerWithoutVerdict(notes, answerBefore) : answerBefore;
};

/** Words that people ruled on and that tell no point: still in doubt, or on the topic and no more. */
const answerWithoutVerdict = (notes: readonly PointNote[], answerBefore: Answer): Answer => {
  const wasAnswer = answerBefore === 'answered' || answerBefore === 'partial';
  if (notes.length > 0) return wasAnswer ? 'not-recognised' : answerBefore;
  return wasAnswer || answerBefore === 'not-recognised' ? 'vague' : answerBefore;
};

/** The question's states as the engine would have them over the ruled turns (RULES T4, T6). */
const ledgerEntry = (entry: QuestionHistory, ruledTurns: readonly RuledTurn[]): QuestionHistory => {
  const changes: QuestionHistory['changes'] = [];
  let state: QuestionState = 'open';
  let wasRephrased = false;
  for (const { turn, answer, hasWrong, isComplete } of ruledTurns) {
    if (turn.index < entry.openedIndex) continue;
    const wasPressed = entry.changes.some(
      (change) => change.turn === turn.judgement.turn && change.to === 'provisional',
    );
    const nextQuestionState = nextState(
      { state, rephrased: wasRephrased },
      { answer, wrong: hasWrong, complete: isComplete, pressed: wasPressed },
    );
    if (nextQuestionState === null || nextQuestionState === state) continue;
    changes.push({ at: turn.closedAt, to: nextQuestionState, turn: turn.judgement.turn, index: turn.index });
    state = nextQuestionState;
    wasRephrased ||= nextQuestionState === 'unrecognised';
  }
  if (STATES_OVER.includes(state)) return { ...entry, changes, state };
  const closing = closingChange(entry);
  return closing ? { ...entry, changes: [...changes, closing], state: closing.to } : { ...entry, changes, state };
};

/** How an entry still open by the rulings was closed: by the drill's end, or by a story that went on; null if it wasn't. */
const closingChange = ({ changes }: QuestionHistory): QuestionHistory['changes'][number] | null => {
  const changeAtEnd = changes.findLast((change) => change.turn === null);
  if (changeAtEnd) return changeAtEnd;
  const lastChange = changes.at(-1);
  // The story went on as if the question had been answered, but by the rulings it wasn't.
  return lastChange && STATES_OVER.includes(lastChange.to) ? { ...lastChange, to: 'unanswered', turn: null } : null;
};
