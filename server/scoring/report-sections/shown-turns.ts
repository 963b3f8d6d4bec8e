/** Turns as they are shown side by side in a debrief: what was asked, what was said, how long it took, what was wrong. */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { ContentData, OpenPlace, Question, WindowKind } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { type ConversationFacts, conversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { historyOf } from '#scoring/log/history.ts';
import { bubbleText, customerBefore } from '#scoring/log/phrasing.ts';
import { withDoubts } from '#scoring/marks/doubts.ts';
import { ruledHistory } from '#scoring/marks/ruled-points.ts';
import { type GivenRuling, rulingsInForce } from '#scoring/marks/rulings.ts';
import { placeAt } from './transcript.ts';

export type JudgedTurn = {
  conversation: string;
  scenario: string;
  turn: number;
  /** The beat in which the turn was said. */
  beat: string;
  at: number;
  /** The public place where others could read the turn; absent in private. */
  place?: OpenPlace;
  /** The customer's bubbles it answers. */
  customer: string[];
  /** The trainee's messages of the turn, a line each. */
  reply: string;
  /** Where each message begins in `reply`. */
  starts: { message: string; at: number }[];
  /** Seconds of the round that the turn answered; null when it answered none. */
  seconds: number | null;
  /** Questions waiting in it, with their answers. */
  questions: TurnJudgement['questions'];
  tookWindows: WindowKind[];
  tone: TurnJudgement['tone'];
  /** Faults on the turn, dismissed ones left out. */
  faults: ReportFinding[];
  points: TurnJudgement['points'];
  /** The customer's words in reaction to the turn. */
  reaction: string;
};

/** All turns of a drill in which words were said, in order of time, as judged or ruled. */
export const shownTurns = (
  content: ContentData,
  events: readonly DrillEvent[],
  report: Report,
  rulings: readonly GivenRuling[] = [],
): JudgedTurn[] => {
  const history = ruledHistory(content, withDoubts(content, historyOf(events)), rulingsInForce(rulings).onPoints);
  return history.conversations
    .filter((conversation) => conversation.arrivals.length > 0)
    .map((conversation) => conversationFacts(content, history, conversation))
    .flatMap((facts) => facts.conversation.turns.flatMap((turn) => shownTurn(facts, turn, report) ?? []))
    .sort((a, b) => a.at - b.at);
};

const shownTurn = (facts: ConversationFacts, turn: TurnHistory, report: Report): JudgedTurn | null => {
  const { conversation, caseFacts, rounds } = facts;
  const { judgement } = turn;
  const messages = conversation.traineeMessages.filter((message) => judgement.messages.includes(message.id));
  const firstMessage = messages[0];
  if (!firstMessage) return null;
  const round = rounds.find((round) => round.replyId !== null && judgement.messages.includes(round.replyId));
  let textLength = 0;
  const starts = messages.map(({ id, text }) => {
    const at = textLength;
    textLength += text.length + 1;
    return { message: id, at };
  });
  return {
    conversation: conversation.key,
    scenario: conversation.scenarioId,
    turn: judgement.turn,
    beat: judgement.beat,
    at: judgement.firstAt,
    ...placeAt(conversation, firstMessage.index),
    customer: customerBefore(conversation, caseFacts, firstMessage.index).split('\n'),
    reply: messages.map((message) => message.text).join('\n'),
    starts,
    seconds: round ? round.waitedS : null,
    questions: judgement.questions,
    tookWindows: windowsTaken(facts, turn),
    tone: judgement.tone,
    faults: report.findings.filter(
      (finding) =>
        finding.conversation === conversation.key &&
        finding.severity !== 'merit' &&
        finding.ruling?.verdict !== 'dismissed' &&
        [finding, ...finding.again].some(
          ({ turn: at, quoteAt }) => at === judgement.turn || judgement.messages.includes(quoteAt?.message ?? ''),
        ),
    ),
    points: judgement.points,
    reaction: conversation.customerMessages
      .filter((line) => line.why.kind === 'reaction' && line.why.turn === judgement.turn)
      .map((message) => bubbleText(message.bubble, caseFacts))
      .join(' '),
  };
};

/** Windows closed as taken between this turn's judgement and the next one's. */
const windowsTaken = ({ conversation }: ConversationFacts, turn: TurnHistory): WindowKind[] => {
  const nextIndex = conversation.turns.find((other) => other.index > turn.index)?.index ?? Number.POSITIVE_INFINITY;
  return conversation.windows
    .filter(
      (window) =>
        window.closed?.how === 'taken' && window.closed.index >= turn.index && window.closed.index < nextIndex,
    )
    .map((window) => window.kind);
};

/** Questions of a case, or of one beat of it, for what a turn could have answered. */
export const questionsOf = (content: ContentData, scenario: string, beat: string | null = null): Question[] =>
  content.scenarios
    .find((other) => other.id === scenario)
    ?.beats.filter((other) => beat === null || other.id === beat)
    .flatMap((beat) => beat.asks) ?? [];

/** The range of `reply` that a finding quotes; null where its words stand in another turn. */
export const rangeIn = (turn: JudgedTurn, finding: ReportFinding): { start: number; end: number } | null => {
  const messageStart = turn.starts.find((start) => start.message === finding.quoteAt?.message);
  if (!messageStart || finding.quoteAt === null) return null;
  return { start: messageStart.at + finding.quoteAt.start, end: messageStart.at + finding.quoteAt.end };
};
