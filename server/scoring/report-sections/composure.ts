/** 情绪调控: tone, answers and seconds against the number of customers waiting at that moment. Shown, never scored. */
import type { ReportFinding } from '#contract/report.ts';
import type { Composure, ReportMoment } from '#contract/report-figures.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { TONE_CODES } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { countedRounds, type Round } from '#scoring/facts/rounds.ts';
import { crowdAt } from '#scoring/facts/waiting.ts';
import { mean, toTenth } from '#scoring/log/arithmetic.ts';
import type { ConversationHistory, QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { isSettled } from '#scoring/log/history.ts';
import { customerBefore, lastQuote, quotedText, shortened } from '#scoring/log/phrasing.ts';
import { ledgerState } from '#scoring/marks/ledger.ts';
import { breakOf } from './composure-break.ts';

/** Groups by waiting customers: the last one is for four or more. */
const MAX_WAITING = 4;

type Group = Composure['groups'][number];
type AtCrowd<T> = T & { waiting: number };

/** `findings`: a lapse of tone whose finding was dismissed is none. Null when never more than one customer waited. */
export const composureOf = (
  allFacts: readonly ConversationFacts[],
  findings: readonly ReportFinding[],
): Composure | null => {
  const waitingCount = (facts: ConversationFacts, at: DrillMs): number =>
    Math.min(MAX_WAITING, crowdAt(allFacts, at, facts.conversation.key));
  const maxWaiting = Math.max(
    0,
    ...allFacts.flatMap((facts) => facts.rounds.map((round) => waitingCount(facts, round.from))),
  );
  if (maxWaiting < 2) return null;
  const dismissedTurns = dismissedTones(findings);
  const turns = allFacts.flatMap((facts) =>
    spokenTurns(facts.conversation).map((turn) => ({
      waiting: waitingCount(facts, turn.judgement.firstAt),
      lapse: isLapse(facts.conversation, turn, dismissedTurns) ? toneMoment(facts, turn) : null,
    })),
  );
  const questions = allFacts.flatMap((facts) =>
    facts.conversation.questions
      .filter(
        (entry) =>
          isSettled(facts.conversation, entry) &&
          !['provisional', 'unrecognised', 'void'].includes(ledgerState(facts, entry)),
      )
      .map((question) => ({
        waiting: waitingCount(facts, takenUpAt(facts.conversation, question)),
        missed: ledgerState(facts, question) === 'answered' ? null : questionMoment(facts, question),
      })),
  );
  const rounds = allFacts.flatMap((facts) =>
    countedRounds(facts.rounds).flatMap((round) =>
      round.to === null
        ? []
        : [
            {
              waiting: waitingCount(facts, round.to),
              seconds: round.seconds,
              late: isLate(round) ? lateMoment(facts, round) : null,
            },
          ],
    ),
  );
  const groups = Array.from({ length: maxWaiting }, (_, i) => groupOf(i + 1, turns, questions, rounds));
  return { ...breakOf(groups), groups };
};

const groupOf = (
  waiting: number,
  allTurns: readonly AtCrowd<{ lapse: ReportMoment | null }>[],
  allQuestions: readonly AtCrowd<{ missed: ReportMoment | null }>[],
  allRounds: readonly AtCrowd<{ seconds: number; late: ReportMoment | null }>[],
): Group => {
  const atThisCrowd = <T extends { waiting: number }>(all: readonly T[]): T[] =>
    all.filter((entry) => entry.waiting === waiting);
  const turns = atThisCrowd(allTurns);
  const questions = atThisCrowd(allQuestions);
  const rounds = atThisCrowd(allRounds);
  const lapses = turns.flatMap((turn) => turn.lapse ?? []);
  const unanswered = questions.flatMap((question) => question.missed ?? []);
  const seconds = mean(rounds.map((round) => round.seconds));
  return {
    waiting,
    turns: turns.length,
    goodTurns: turns.length - lapses.length,
    questions: questions.length,
    answered: questions.length - unanswered.length,
    rounds: rounds.length,
    meanSeconds: seconds === null ? null : toTenth(seconds),
    lapses,
    unanswered,
    late: rounds.flatMap((round) => round.late ?? []),
  };
};

const turnKeyOf = (conversation: string, turn: number | null): string => `${conversation} ${turn}`;

/** The turns whose cold tone a person has ruled to be none. */
export const dismissedTones = (findings: readonly ReportFinding[]): ReadonlySet<string> => {
  const dismissed = findings.filter(
    (finding) => TONE_CODES.includes(finding.code) && finding.ruling?.verdict === 'dismissed',
  );
  return new Set(dismissed.map((finding) => turnKeyOf(finding.conversation, finding.turn)));
};

/** The turns with words in them: a card has no tone. */
export const spokenTurns = (conversation: ConversationHistory): TurnHistory[] =>
  conversation.turns.filter((turn) =>
    conversation.traineeMessages.some((message) => turn.judgement.messages.includes(message.id)),
  );

/** Whether a turn was surely cold, impatient or hostile. */
export const isLapse = (
  conversation: ConversationHistory,
  { judgement }: TurnHistory,
  dismissed: ReadonlySet<string>,
): boolean => {
  const { tone, toneConfidence, turn } = judgement;
  return (
    TONE_CODES.includes(tone) &&
    toneConfidence >= VERDICT_THRESHOLDS.tone.told &&
    !dismissed.has(turnKeyOf(conversation.key, turn))
  );
};

const momentIn = ({ conversation, caseFacts }: ConversationFacts, at: DrillMs, text: string): ReportMoment => ({
  conversation: conversation.key,
  name: caseFacts.scenario.customer.name,
  at,
  text,
});

/** Where it was said, in the trainee's words. */
export const toneMoment = (facts: ConversationFacts, turn: TurnHistory): ReportMoment => {
  const { toneQuote, firstAt, text } = turn.judgement;
  const quote = toneQuote ?? lastQuote(facts.conversation, turn);
  return momentIn(facts, firstAt, (quote && quotedText(facts.conversation, quote)) ?? text);
};

/** Whether a reply came after the pass line of its tier. Who stepped away by their own word waited for none (RULES M201). */
const isLate = ({ grade, isAway }: Round): boolean => isAway !== true && (grade === 'weak' || grade === 'fail');

const lateMoment = (facts: ConversationFacts, { from, toIndex }: Round): ReportMoment =>
  momentIn(facts, from, shortened(customerBefore(facts.conversation, facts.caseFacts, toIndex)));

const questionMoment = (facts: ConversationFacts, question: QuestionHistory): ReportMoment =>
  momentIn(facts, question.openedAt, facts.caseFacts.question(question.question)?.text ?? question.question);

/** When the trainee first took the question up; when it was asked, if never. */
const takenUpAt = (conversation: ConversationHistory, { question, openedAt }: QuestionHistory): DrillMs => {
  const turn = conversation.turns.find(({ judgement }) =>
    judgement.questions.some(
      (outcome) => outcome.question === question && outcome.answer !== 'untouched' && outcome.answer !== 'held',
    ),
  );
  return turn?.judgement.firstAt ?? openedAt;
};
