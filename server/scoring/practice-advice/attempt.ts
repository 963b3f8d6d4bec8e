/** One attempt at a turn or at a silence: the first one and every retry are judged in the same way (RULES N7). */
import type { Attempt, AttemptQuestion, Silence, TurnPlace } from '#contract/retries.ts';
import type { ContentData, Outcome } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { conversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { restsOn } from '#scoring/facts/repeated.ts';
import { titleOfFinding } from '#scoring/facts/rubric-texts.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { turnGrade } from '#scoring/facts/turn-grade.ts';
import { findingsOf } from '#scoring/findings/all.ts';
import { silenceStart, turnAfter } from '#scoring/log/attempt-log.ts';
import { BEFORE_LOG } from '#scoring/log/conversation-history.ts';
import { historyOf } from '#scoring/log/history.ts';
import { bubbleText } from '#scoring/log/phrasing.ts';
import { ruledHistory } from '#scoring/marks/ruled-points.ts';
import { type GivenRuling, keyedDrafts, rulingsInForce } from '#scoring/marks/rulings.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { type AttemptPart, deedOpportunities, pointOpportunities, turnOpportunities } from './attempt-opportunities.ts';

/**
 * `waitingQuestions`: ids of the questions that the turn was to answer. `opportunities` and `faults`: what the rubric counts of this turn
 * alone, without its response time.
 */
export type JudgedAttempt = {
  attempt: Attempt;
  waitingQuestions: string[];
  opportunities: Opportunity[];
  faults: FindingDraft[];
};

const FAULTS_OF_OPEN_QUESTIONS: readonly FindingDraft['code'][] = ['ignored', 'answered-partly'];

/** The step of a silence at which the customer gives up; the steps before it are nudges. */
const GIVES_UP_STEP = 3;
/** Endings in which the customer goes without what they came for. */
const UNSERVED_OUTCOMES: readonly Outcome[] = ['lost', 'escalated'];

/**
 * `events`: the log up to the customer's reaction (`upToReaction`; a retry ends there by itself), or up to the end of
 * the silence (`silenceLog`). `questions`: those that waited in the first attempt. Null where the log has no such
 * customer.
 */
export const attemptAt = (
  content: ContentData,
  events: readonly DrillEvent[],
  place: TurnPlace,
  { rulings = [], questions = [] }: { rulings?: readonly GivenRuling[]; questions?: readonly string[] } = {},
): JudgedAttempt | null => {
  const inForce = rulingsInForce(rulings);
  const history = ruledHistory(content, historyOf(events), inForce.onPoints);
  const conversation = history.conversations.find(({ key }) => key === place.conversation);
  if (conversation === undefined || conversation.arrivals.length === 0) return null;
  const facts = conversationFacts(content, history, conversation);
  const { since } = place;
  const turnNumber = since === null ? place.turn : turnAfter(events, conversation.key, since);
  const turn = conversation.turns.find((turn) => turn.judgement.turn === turnNumber) ?? null;
  const indexBefore = conversation.turns.findLast((turn) => turn.judgement.turn < place.turn)?.index ?? BEFORE_LOG;
  const afterIndex = since === null ? indexBefore : silenceStart(events, conversation.key, since);
  const part: AttemptPart = { facts, place, turn, afterIndex };
  const { onFindings } = inForce;
  const faults = keyedDrafts(findingsOf(facts), [facts]).flatMap(({ draft, key }): FindingDraft[] => {
    if (!restsOn(draft, turnNumber ?? place.turn) || onFindings.get(key)?.verdict === 'dismissed') return [];
    const rule = content.rubric.findings.find(({ code }) => code === draft.code);
    // A retry can't change how long the customer had waited before.
    if (rule === undefined || rule.severity === 'merit' || rule.family === 'late') return [];
    // Of a fault made several times a retry can mend only this turn's.
    const attemptFault = {
      ...draft,
      turn: place.turn,
      costShare: draft.costShare / (1 + draft.repeats.length),
      repeats: [],
    };
    return [onFindings.get(key)?.verdict === 'upheld' ? { ...attemptFault, unsure: false } : attemptFault];
  });
  const attemptQuestions = questionsIn(part, questions);
  return {
    attempt: {
      silence: since === null || turn !== null ? null : silenceIn(part, since),
      ...attemptedWords(part),
      ...gradeOfAttempt(part, graveFaults(content.rubric, faults)),
      questions: attemptQuestions,
      faults: faultsShown(content, faults),
    },
    waitingQuestions: (turn?.judgement.questions ?? []).map(({ question }) => question),
    opportunities: [
      ...pointOpportunities(part, attemptQuestions),
      ...turnOpportunities(part),
      ...deedOpportunities(part),
    ],
    // A silence leaves every question open: these are counted by their points, not once more as a fault.
    faults: since === null ? faults : faults.filter(({ code }) => !FAULTS_OF_OPEN_QUESTIONS.includes(code)),
  };
};

const isWithin = ({ turn, afterIndex, facts }: AttemptPart, index: number): boolean =>
  index > afterIndex && index < (turn?.index ?? facts.history.eventCount);

const attemptedWords = (part: AttemptPart): Pick<Attempt, 'said' | 'did' | 'seconds' | 'reaction'> => {
  const { facts, turn } = part;
  const { conversation, caseFacts, rounds } = facts;
  const messages = conversation.traineeMessages.filter(({ index }) => isWithin(part, index));
  const clicks = conversation.clicks.filter(({ index }) => isWithin(part, index));
  const round = rounds.find(
    (round) => round.replyId !== null && [...messages, ...clicks].some(({ id }) => id === round.replyId),
  );
  const laterMessages =
    turn === null
      ? customerMessagesInSilence(part)
      : conversation.customerMessages.filter(({ index }) => index > turn.index);
  const reaction = laterMessages.filter(({ why }) => why.kind === 'reaction' && why.turn === turn?.judgement.turn);
  return {
    said: messages.map(({ text }) => text),
    did: clicks.map(({ action }) => titleOfDeed(caseFacts, action)),
    seconds: round === undefined ? null : Math.round(round.waitedS),
    // Where no line reacts to the words, the customer's next lines are shown.
    reaction: (reaction.length > 0 ? reaction : laterMessages)
      .map(({ bubble }) => bubbleText(bubble, caseFacts))
      .join(' '),
  };
};

/** What the customer said because no reply came, without the rest of the burst that was under way. */
const customerMessagesInSilence = ({
  facts: { conversation },
  place,
  afterIndex,
}: AttemptPart): typeof conversation.customerMessages => {
  if (place.since === null) return [];
  const isMidBurst = conversation.customerMessages.findLast(({ index }) => index <= afterIndex)?.last === false;
  const from = isMidBurst
    ? (conversation.customerMessages.find(({ index, last }) => index > afterIndex && last)?.index ?? afterIndex)
    : afterIndex;
  return conversation.customerMessages.filter(({ index }) => index > from);
};

const silenceIn = ({ facts: { conversation, history }, afterIndex }: AttemptPart, sinceMs: number): Silence => {
  const ending = conversation.endings.find(({ index }) => index > afterIndex);
  const hasLeft = ending !== undefined && (ending.silent || UNSERVED_OUTCOMES.includes(ending.outcome));
  const missedClosing = conversation.windows.findLast(
    (window) => window.closed?.how === 'missed' && window.closed.index > afterIndex,
  )?.closed;
  const nudges = conversation.customerMessages.filter(
    (line) => line.index > afterIndex && line.why.kind === 'silence' && line.why.step < GIVES_UP_STEP && line.last,
  ).length;
  const untilMs = ending?.at ?? missedClosing?.at ?? history.ended?.at ?? history.lastAt;
  const silence = { seconds: Math.round((untilMs - sinceMs) / 1000), nudges };
  // The order is the rule: what the customer did counts more than how the drill ended.
  if (hasLeft) return { ...silence, how: 'left' };
  if (missedClosing) return { ...silence, how: 'missed' };
  return { ...silence, how: history.ended?.why === 'trainee' ? 'ended' : 'waited' };
};

/** Faults beyond doubt that the rubric calls grave. */
export const graveFaults = ({ findings }: Rubric, faults: readonly FindingDraft[]): number =>
  faults.filter(
    (draft) => !draft.unsure && findings.some((rule) => rule.code === draft.code && rule.severity === 'grave'),
  ).length;

/** The grade of the turn's words (RULES M8): a grave fault fails it, even beside half an answer. */
const gradeOfAttempt = ({ facts, turn }: AttemptPart, grave: number): Pick<Attempt, 'grade' | 'unsure'> => {
  if (turn === null || grave > 0) return { grade: 'fail', unsure: false };
  const grade = turnGrade(facts.conversation, turn);
  return { grade: grade?.expression ?? null, unsure: grade?.unsure ?? false };
};

const faultsShown = ({ rubric }: ContentData, faults: readonly FindingDraft[]): Attempt['faults'] =>
  faults.map(({ code, detail, unsure }) => {
    const title = rubric.findings.find((rule) => rule.code === code)?.title ?? code;
    return { title: titleOfFinding({ code, title }, detail), unsure };
  });

/** The questions that waited, and any others that the words told something of. */
const questionsIn = ({ facts, turn }: AttemptPart, waited: readonly string[]): AttemptQuestion[] => {
  const { conversation, caseFacts } = facts;
  const judgement = turn?.judgement;
  const notes = judgement?.points ?? [];
  const listedQuestions = [...new Set([...waited, ...(judgement?.questions ?? []).map(({ question }) => question)])];
  const otherQuestions = notes.flatMap(({ question }) =>
    question === null || listedQuestions.includes(question) ? [] : [question],
  );
  const earlierPoints = conversation.turns
    .filter((other) => turn === null || other.index < turn.index)
    .flatMap((turn) => turn.judgement.points.flatMap((note) => (note.state === 'covered' ? [note.point] : [])));
  return [...listedQuestions, ...new Set(otherQuestions)].flatMap((id): AttemptQuestion[] => {
    const question = caseFacts.question(id);
    if (question === null) return [];
    const answer = judgement?.questions.find((outcome) => outcome.question === id)?.answer ?? null;
    const points = question.points.flatMap((point): AttemptQuestion['points'] => {
      const note = notes.findLast((note) => note.point === point.id);
      // An offer that opens another way of the story is no duty, and a point told before needn't be told again.
      if (
        note === undefined &&
        (point.leads !== null || earlierPoints.includes(point.id) || !listedQuestions.includes(id))
      )
        return [];
      const isDoubtful = note?.state === 'not-recognised' || (!note && point.must && answer === 'not-recognised');
      const stateBeyondDoubt = note === undefined || note.state === 'not-recognised' ? 'missed' : note.state;
      return [{ id: point.id, text: point.says, must: point.must, state: isDoubtful ? 'unsure' : stateBeyondDoubt }];
    });
    return [{ question: id, text: question.text, answer, points }];
  });
};
