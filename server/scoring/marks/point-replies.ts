/** The trainee's turns that a point rests on: what the judge heard in each, and how people ruled on it since. */
import type { PointReply } from '#contract/report.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { sharesContent, wordingsOf } from '#scoring/facts/counted-notes.ts';
import type { PointResult } from '#scoring/facts/point-results.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { wasNotRecognised } from './doubts.ts';
import { placeKey, type RulingsInForce } from './rulings.ts';

/**
 * Turns with a verdict, a ruling or a doubt on the point; where there is none, the turns that took up its question.
 * `unruled`: the conversation before any ruling.
 */
export const pointReplies = (
  { conversation }: ConversationFacts,
  unruled: ConversationHistory,
  result: PointResult,
  onPoints: RulingsInForce['onPoints'],
): PointReply[] => {
  const rows = unruled.turns
    .filter((turn) => turn.judgement.text !== '')
    .map((turn) => {
      const { turn: number, firstAt, customer, text } = turn.judgement;
      const ruling = rulingOn(onPoints, { conversation: conversation.key, point: result.point.id, turn: number });
      const verdict = heardIn(turn, result);
      const ruledTurn = conversation.turns.find((other) => other.index === turn.index) ?? turn;
      const isDoubtful =
        verdict === 'unsure' &&
        ruling === null &&
        isInDoubt(ruledTurn, result) &&
        !wasSaidBefore(conversation, turn, result);
      const reply = {
        turn: number,
        at: firstAt,
        customer,
        words: text,
        heard: verdict,
        doubtful: isDoubtful,
        ruling,
        proposal: null,
      };
      return { reply, tookUp: takesUp(turn, result.question.id) };
    });
  const rowsWithVerdict = rows.filter(({ reply }) => reply.heard !== 'nothing' || reply.ruling !== null);
  return (rowsWithVerdict.length > 0 ? rowsWithVerdict : rows.filter((reply) => reply.tookUp)).map(
    ({ reply }) => reply,
  );
};

const rulingOn = (
  onPoints: RulingsInForce['onPoints'],
  place: Parameters<typeof placeKey>[0],
): PointReply['ruling'] => {
  const ruling = onPoints.get(placeKey(place));
  if (ruling === undefined) return null;
  const { id, verdict, by, at, reason } = ruling;
  return { id, verdict, by, at, reason };
};

const heardIn = (turn: TurnHistory, { point, question }: PointResult): PointReply['heard'] => {
  const note = turn.judgement.points.find((note) => note.point === point.id);
  if (note) return note.state === 'not-recognised' ? 'unsure' : note.state;
  const isGrounded =
    point.must && wasNotRecognised(turn, question.id) && sharesContent(turn.judgement.text, wordingsOf(point));
  return isGrounded ? 'unsure' : 'nothing';
};

/**
 * Whether a person still has to look at the turn. Once a later turn answers, only the question whether this one did
 * already is open.
 */
const isInDoubt = (turn: TurnHistory, { question, state }: PointResult): boolean =>
  state === 'unsure' || wasNotRecognised(turn, question.id);

/** Whether an earlier turn had told the point: a ruling on words that may repeat it would change nothing. */
const wasSaidBefore = (conversation: ConversationHistory, turn: TurnHistory, { point }: PointResult): boolean => {
  const notes = conversation.turns
    .filter((other) => other.index < turn.index)
    .flatMap((turn) =>
      turn.judgement.points.filter((note) => note.point === point.id && note.state !== 'not-recognised'),
    );
  return notes.at(-1)?.state === 'covered';
};

const takesUp = ({ judgement }: TurnHistory, question: string): boolean =>
  judgement.questions.some(
    (outcome) => outcome.question === question && outcome.answer !== 'untouched' && outcome.answer !== 'held',
  );
