/** 待核: every doubt of the judge made a note on the point it is about, so that a person can rule on it (RULES T6, M2). */
import type { Report } from '#contract/report.ts';
import type { ContentData, Question } from '#engine/model/content.ts';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { sharesContent, statesOf, topicOf, withCountedNotes, wordingsOf } from '#scoring/facts/counted-notes.ts';
import { type CaseFacts, caseFactsOf } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { lastQuote, quotedText, wholeMessage } from '#scoring/log/phrasing.ts';

/**
 * The log as reports read it: with the notes that count (counted-notes.ts), and with a note for every doubt. In a
 * question accepted provisionally every must point without a verdict is in doubt. It gets a note in each turn that
 * wasn't recognised, and in each turn after which the customer didn't ask for it because the trainee had spoken of it.
 */
export const withDoubts = (content: ContentData, history: DrillHistory): DrillHistory => {
  return {
    ...history,
    conversations: history.conversations.map((loggedConversation) => {
      const caseFacts = caseFactsOf(content, loggedConversation.scenarioId);
      const conversation = withHalvesInDoubt(withCountedNotes(loggedConversation, caseFacts), caseFacts);
      return withRulableAnswers(
        conversation.questions.some((entry) => entry.state === 'provisional')
          ? withNotesOnDoubts(conversation, caseFacts)
          : conversation,
        caseFacts,
      );
    }),
  };
};

/**
 * An answer is no half answer where some points were told and all the others were perhaps told, in the same turn or
 * before: what people rule on these doubts decides what it is.
 */
const withHalvesInDoubt = (conversation: ConversationHistory, caseFacts: CaseFacts): ConversationHistory => {
  const stateByPoint = new Map<string, PointNote['state']>();
  return {
    ...conversation,
    turns: conversation.turns.map((turn) => {
      const { judgement } = turn;
      for (const { point, state } of judgement.points)
        if (state !== 'not-recognised' || stateByPoint.get(point) !== 'covered') stateByPoint.set(point, state);
      const questions = judgement.questions.map((outcome) => {
        const musts = (caseFacts.question(outcome.question)?.points ?? []).filter(({ must }) => must);
        const isWholeTold = musts.every(
          ({ id }) => stateByPoint.get(id) === 'covered' || stateByPoint.get(id) === 'not-recognised',
        );
        return outcome.answer === 'partial' && isWholeTold
          ? { ...outcome, answer: 'not-recognised' as const }
          : outcome;
      });
      return { ...turn, judgement: { ...judgement, questions } };
    }),
  };
};

/**
 * An unrecognised answer without a note to rule on is no doubt: nobody could rule on it, and the range would stay open
 * for ever (RULES M2).
 */
const withRulableAnswers = (conversation: ConversationHistory, caseFacts: CaseFacts): ConversationHistory => {
  const touches = (text: string, id: string): boolean => {
    const question = caseFacts.question(id);
    return question !== null && statesOf(text, topicOf(question));
  };
  return {
    ...conversation,
    turns: conversation.turns.map((turn) => {
      const { judgement } = turn;
      const hasNote = (id: string): boolean => judgement.points.some((note) => note.question === id);
      const questions = judgement.questions.map((question) =>
        question.answer === 'not-recognised' && !hasNote(question.question)
          ? {
              ...question,
              answer: 'vague' as const,
              ...(touches(judgement.text, question.question) && { touches: true as const }),
            }
          : question,
      );
      return { ...turn, judgement: { ...judgement, questions } };
    }),
  };
};

const withNotesOnDoubts = (conversation: ConversationHistory, caseFacts: CaseFacts): ConversationHistory => {
  const acceptedQuestions = conversation.questions.flatMap((entry) =>
    entry.state === 'provisional' ? (caseFacts.question(entry.question) ?? []) : [],
  );
  const judgedPoints = new Set(
    conversation.turns.flatMap((turn) =>
      turn.judgement.points.flatMap((note) => (note.state === 'not-recognised' ? [] : [note.point])),
    ),
  );
  return {
    ...conversation,
    turns: conversation.turns.map((turn) => {
      const points = acceptedQuestions.flatMap((question) =>
        wasNotRecognised(turn, question.id)
          ? missingNotes(conversation, turn, question, judgedPoints)
          : missingNotes(conversation, turn, onlySpokenPoints(turn, question), judgedPoints),
      );
      const { judgement } = turn;
      return points.length === 0
        ? turn
        : { ...turn, judgement: { ...judgement, points: [...judgement.points, ...points] } };
    }),
  };
};

export const wasNotRecognised = ({ judgement }: TurnHistory, question: string): boolean =>
  judgement.questions.some((outcome) => outcome.question === question && outcome.answer === 'not-recognised');

/** The question with only the points that the customer didn't ask for because the trainee had spoken of them (RULES T40). */
const onlySpokenPoints = ({ judgement: { spoken = [] } }: TurnHistory, question: Question): Question => ({
  ...question,
  points: question.points.filter(({ id }) => spoken.includes(id)),
});

const missingNotes = (
  conversation: ConversationHistory,
  turn: TurnHistory,
  question: Question,
  judgedPoints: ReadonlySet<string>,
): PointNote[] =>
  question.points
    .filter(
      (point) =>
        point.must && !judgedPoints.has(point.id) && !turn.judgement.points.some((note) => note.point === point.id),
    )
    .flatMap((point) => noteOn(conversation, turn, point.id, question, 'not-recognised') ?? []);

/**
 * The words that gave the doubt: the turn's last message that shares content with the point's wordings, else with those of
 * its question, else its last (RULES M87).
 */
const doubtedQuote = (
  conversation: ConversationHistory,
  turn: TurnHistory,
  pointId: string,
  question: Question,
): PointNote['quote'] | null => {
  const messages = turn.judgement.messages.flatMap((id) => wholeMessage(conversation, id) ?? []).toReversed();
  const sharing = (wordings: readonly string[]): PointNote['quote'] | undefined =>
    messages.find((quote) => sharesContent(quotedText(conversation, quote) ?? '', wordings));
  const point = question.points.find(({ id }) => id === pointId);
  return sharing(point ? wordingsOf(point) : []) ?? sharing(topicOf(question)) ?? lastQuote(conversation, turn);
};

/** A note on a point that rests on the words in doubt; null when no words were said. */
export const noteOn = (
  conversation: ConversationHistory,
  turn: TurnHistory,
  point: string,
  question: Question,
  state: PointNote['state'],
): PointNote | null => {
  const quote = doubtedQuote(conversation, turn, point, question);
  if (quote === null) return null;
  const wasAsked = conversation.questions.some(
    (entry) => entry.question === question.id && entry.openedIndex < turn.index,
  );
  return {
    point,
    question: question.id,
    state,
    wrongId: null,
    asked: wasAsked,
    corrected: false,
    confidence: 0,
    quote,
    rule: '',
  };
};

/**
 * How many places a person still has to look at. A late answer that is in doubt only because its words are isn't
 * counted where a ruling on the words settles it too; where nothing else of its turn is in doubt it is (RULES M98).
 */
export const doubtsIn = ({ ledger, findings }: Pick<Report, 'ledger' | 'findings'>): number => {
  const open = findings.filter(({ unsure, ruling }) => unsure && ruling === null);
  const ofWords = open.filter(({ family }) => family !== 'late');
  const points = ledger.flatMap((row) =>
    row.points.map(({ replies }) => ({ ...row, replies: replies.filter(({ doubtful }) => doubtful) })),
  );
  const isSettledByWords = ({ conversation, turn }: (typeof open)[number]): boolean =>
    ofWords.some((other) => other.conversation === conversation && other.turn === turn) ||
    points.some((row) => row.conversation === conversation && row.replies.some((reply) => reply.turn === turn));
  return (
    points.filter(({ replies }) => replies.length > 0).length +
    ofWords.length +
    open.filter((finding) => finding.family === 'late' && !isSettledByWords(finding)).length
  );
};
