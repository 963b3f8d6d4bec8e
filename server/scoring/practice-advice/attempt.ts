/** One attempt at a turn or at a silence: the first one and every retry are judged in the same way (RULES N7). */
import type { Attempt, AttemptQuestion, Silence, TurnPlace } from '#contract/retries.ts';
import type { ContentData, Outcome } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { type ConversationFacts, conversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { dimensionOf } from '#scoring/facts/needs.ts';
import { restsOn } from '#scoring/facts/repeated.ts';
import { titleOfFinding } from '#scoring/facts/rubric-texts.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { turnGrade } from '#scoring/facts/turn-grade.ts';
import { findingsOf } from '#scoring/findings/all.ts';
import { silenceStart, turnAfter } from '#scoring/log/attempt-log.ts';
import { BEFORE_LOG, type TurnHistory } from '#scoring/log/conversation-history.ts';
import { historyOf } from '#scoring/log/history.ts';
import { bubbleText } from '#scoring/log/phrasing.ts';
import { ruledHistory } from '#scoring/marks/ruled-points.ts';
import { type GivenRuling, keyedDrafts, rulingsInForce } from '#scoring/marks/rulings.ts';
import { needKey, type Opportunity, pointKey, turnKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { windowDimension } from '#scoring/opportunities/windows.ts';

/**
 * `waited`: the questions that the turn was to answer. `chances` and `faults`: what the rubric counts of this turn
 * alone, without its response time.
 */
export type JudgedAttempt = { attempt: Attempt; waited: string[]; chances: Opportunity[]; faults: FindingDraft[] };

const LEFT_OPEN: readonly FindingDraft['code'][] = ['ignored', 'answered-partly'];

type AttemptPart = { facts: ConversationFacts; place: TurnPlace; turn: TurnHistory | null; after: number };

/** The step of a silence at which the customer gives up; the steps before it are nudges. */
const GIVES_UP_STEP = 3;
/** Endings in which the customer goes without what they came for. */
const GONE: readonly Outcome[] = ['lost', 'escalated'];

/**
 * `events`: the log up to the customer's reaction (`upToReaction`; a retry ends there by itself), or up to the end of
 * the silence (`silenceLog`). `questions`: those that waited in the first attempt. Null where the log has no such
 * customer.
 */
export function attemptAt(
  content: ContentData,
  events: readonly DrillEvent[],
  place: TurnPlace,
  { rulings = [], questions = [] }: { rulings?: readonly GivenRuling[]; questions?: readonly string[] } = {},
): JudgedAttempt | null {
  const inForce = rulingsInForce(rulings);
  const history = ruledHistory(content, historyOf(events), inForce.onPoints);
  const conversation = history.conversations.find(({ key }) => key === place.conversation);
  if (conversation === undefined || conversation.arrivals.length === 0) return null;
  const facts = conversationFacts(content, history, conversation);
  const { since } = place;
  const number = since === null ? place.turn : turnAfter(events, conversation.key, since);
  const turn = conversation.turns.find((turn) => turn.judgement.turn === number) ?? null;
  const before = conversation.turns.findLast((turn) => turn.judgement.turn < place.turn)?.index ?? BEFORE_LOG;
  const after = since === null ? before : silenceStart(events, conversation.key, since);
  const part: AttemptPart = { facts, place, turn, after };
  const { onFindings } = inForce;
  const faults = keyedDrafts(findingsOf(facts), [facts]).flatMap(({ draft, key }): FindingDraft[] => {
    if (!restsOn(draft, number ?? place.turn) || onFindings.get(key)?.verdict === 'dismissed') return [];
    const rule = content.rubric.findings.find(({ code }) => code === draft.code);
    // A retry can't change how long the customer had waited before.
    if (rule === undefined || rule.severity === 'merit' || rule.family === 'late') return [];
    // Of a deed done several times a retry can mend only this turn's.
    const own = { ...draft, turn: place.turn, share: draft.share / (1 + draft.again.length), again: [] };
    return [onFindings.get(key)?.verdict === 'upheld' ? { ...own, unsure: false } : own];
  });
  const asked = questionsIn(part, questions);
  return {
    attempt: {
      silence: since === null || turn !== null ? null : silenceIn(part, since),
      ...wordsIn(part),
      ...verdictOn(part, graveFaults(content.rubric, faults)),
      questions: asked,
      faults: faultsShown(content, faults),
    },
    waited: (turn?.judgement.questions ?? []).map(({ question }) => question),
    chances: [...pointChances(part, asked), ...turnChances(part), ...deedChances(part)],
    // A silence leaves every question open: these are counted by their points, not once more as a fault.
    faults: since === null ? faults : faults.filter(({ code }) => !LEFT_OPEN.includes(code)),
  };
}

const isWithin = ({ turn, after, facts }: AttemptPart, index: number): boolean =>
  index > after && index < (turn?.index ?? facts.history.length);

function wordsIn(part: AttemptPart): Pick<Attempt, 'said' | 'did' | 'seconds' | 'reaction'> {
  const { facts, turn } = part;
  const { conversation, caseFacts, rounds } = facts;
  const spoke = conversation.spoke.filter(({ index }) => isWithin(part, index));
  const acted = conversation.acted.filter(({ index }) => isWithin(part, index));
  const round = rounds.find(
    (round) => round.reply !== null && [...spoke, ...acted].some(({ id }) => id === round.reply),
  );
  const later = turn === null ? saidInto(part) : conversation.said.filter(({ index }) => index > turn.index);
  const reaction = later.filter(({ why }) => why.kind === 'reaction' && why.turn === turn?.judgement.turn);
  return {
    said: spoke.map(({ text }) => text),
    did: acted.map(({ action }) => titleOfDeed(caseFacts, action)),
    seconds: round === undefined ? null : Math.round(round.waitedS),
    // Where no line reacts to the words, the customer's next lines are shown.
    reaction: (reaction.length > 0 ? reaction : later).map(({ bubble }) => bubbleText(bubble, caseFacts)).join(' '),
  };
}

/** What the customer said because no reply came, without the rest of the burst that was under way. */
function saidInto({ facts: { conversation }, place, after }: AttemptPart): typeof conversation.said {
  if (place.since === null) return [];
  const isMidBurst = conversation.said.findLast(({ index }) => index <= after)?.last === false;
  const from = isMidBurst
    ? (conversation.said.find(({ index, last }) => index > after && last)?.index ?? after)
    : after;
  return conversation.said.filter(({ index }) => index > from);
}

function silenceIn({ facts: { conversation, history }, after }: AttemptPart, since: number): Silence {
  const ending = conversation.endings.find(({ index }) => index > after);
  const hasLeft = ending !== undefined && (ending.silent || GONE.includes(ending.outcome));
  const missed = conversation.windows.findLast(
    (window) => window.closed?.how === 'missed' && window.closed.index > after,
  )?.closed;
  const nudges = conversation.said.filter(
    (line) => line.index > after && line.why.kind === 'silence' && line.why.step < GIVES_UP_STEP && line.last,
  ).length;
  const until = ending?.at ?? missed?.at ?? history.ended?.at ?? history.lastAt;
  const silence = { seconds: Math.round((until - since) / 1000), nudges };
  // The order is the rule: what the customer did counts more than how the drill ended.
  if (hasLeft) return { ...silence, how: 'left' };
  if (missed) return { ...silence, how: 'missed' };
  return { ...silence, how: history.ended?.why === 'trainee' ? 'ended' : 'waited' };
}

/** Faults beyond doubt that the rubric calls grave. */
export const graveFaults = ({ findings }: Rubric, faults: readonly FindingDraft[]): number =>
  faults.filter(
    (draft) => !draft.unsure && findings.some((rule) => rule.code === draft.code && rule.severity === 'grave'),
  ).length;

/** The grade of the turn's words (RULES M8): a grave fault fails it, even beside half an answer. */
function verdictOn({ facts, turn }: AttemptPart, grave: number): Pick<Attempt, 'grade' | 'unsure'> {
  if (turn === null || grave > 0) return { grade: 'fail', unsure: false };
  const grade = turnGrade(facts.conversation, turn);
  return { grade: grade?.expression ?? null, unsure: grade?.unsure ?? false };
}

const faultsShown = ({ rubric }: ContentData, faults: readonly FindingDraft[]): Attempt['faults'] =>
  faults.map(({ code, detail, unsure }) => {
    const title = rubric.findings.find((rule) => rule.code === code)?.title ?? code;
    return { title: titleOfFinding({ code, title }, detail), unsure };
  });

/** The questions that waited, and any others that the words told something of. */
function questionsIn({ facts, turn }: AttemptPart, waited: readonly string[]): AttemptQuestion[] {
  const { conversation, caseFacts } = facts;
  const judged = turn?.judgement;
  const notes = judged?.points ?? [];
  const listed = [...new Set([...waited, ...(judged?.questions ?? []).map(({ question }) => question)])];
  const besides = notes.flatMap(({ question }) => (question === null || listed.includes(question) ? [] : [question]));
  const earlier = conversation.turns
    .filter((other) => turn === null || other.index < turn.index)
    .flatMap((turn) => turn.judgement.points.flatMap((note) => (note.state === 'covered' ? [note.point] : [])));
  return [...listed, ...new Set(besides)].flatMap((id): AttemptQuestion[] => {
    const question = caseFacts.question(id);
    if (question === null) return [];
    const answer = judged?.questions.find((outcome) => outcome.question === id)?.answer ?? null;
    const points = question.points.flatMap((point): AttemptQuestion['points'] => {
      const note = notes.findLast((note) => note.point === point.id);
      // An offer that opens another road is no duty, and a point told before needn't be told again.
      if (note === undefined && (point.leads !== null || earlier.includes(point.id) || !listed.includes(id))) return [];
      const isDoubtful = note?.state === 'not-recognised' || (!note && point.must && answer === 'not-recognised');
      const told = note === undefined || note.state === 'not-recognised' ? 'missed' : note.state;
      return [{ id: point.id, text: point.says, must: point.must, state: isDoubtful ? 'unsure' : told }];
    });
    return [{ question: id, text: question.text, answer, points }];
  });
}

/** Must 2, bonus 1, wrong 0 (RULES M8). */
const pointChances = ({ facts, place }: AttemptPart, asked: readonly AttemptQuestion[]): Opportunity[] =>
  asked.flatMap(({ question, points }) =>
    points.map(({ id, must, state, text }): Opportunity => {
      const worth = must ? facts.rubric.offers.must : facts.rubric.offers.bonus;
      return {
        key: pointKey(place.conversation, question, id),
        dimension: 'solving',
        at: 0,
        worth,
        credit: state === 'covered' ? worth : 0,
        unsure: state === 'unsure',
        text,
      };
    }),
  );

function turnChances({ facts, turn, place }: AttemptPart): Opportunity[] {
  const grade = turn === null ? null : turnGrade(facts.conversation, turn);
  if (grade === null) return [];
  const worth = facts.rubric.offers.turn;
  return (['expression', 'manner'] as const).map((dimension) => ({
    // One turn, two dimensions: the key tells them apart where two attempts are laid side by side.
    key: `${turnKey(place.conversation, place.turn)}:${dimension}`,
    dimension,
    at: 0,
    worth,
    credit: worth * facts.rubric.roundCredit[grade[dimension]],
    unsure: grade.unsure,
    text: '',
  }));
}

/** Needs met and windows taken, 1 each. Those missed are known only from another attempt that met or took them. */
function deedChances({ facts, after }: AttemptPart): Opportunity[] {
  const { conversation, caseFacts, rubric } = facts;
  const chance = (key: string, dimension: Opportunity['dimension'], worth: number): Opportunity => ({
    ...{ key, dimension, at: 0, worth, credit: worth, unsure: false, text: '' },
  });
  const needs = conversation.needsMet
    .filter(({ index }) => index > after)
    .flatMap(({ beat, need: number }) => {
      const need = (beat === null ? caseFacts.scenario.duties : caseFacts.beat(beat)?.needs)?.[number];
      const worth = beat === null ? rubric.offers.duty : rubric.offers.need;
      return need === undefined ? [] : [chance(needKey(conversation.key, beat, number), dimensionOf(need), worth)];
    });
  const windows = conversation.windows
    .filter((window) => window.closed?.how === 'taken' && window.closed.index > after)
    .map((window) =>
      chance(windowKey(conversation.key, window.window), windowDimension(window.kind), rubric.offers.window),
    );
  return [...needs, ...windows];
}
