/** One turn of a drill as it was taken: for its first try and every retry in the same way (RULES N7). */
import type { Attempt, TriedQuestion, TurnPlace } from '#contract/retries.ts';
import type { ContentData } from '#engine/content.ts';
import type { DrillEvent, DrillMs, EventOf } from '#engine/events.ts';
import type { Rubric } from '#engine/rubric.ts';
import { findingsOf } from './findings/all.ts';
import type { Draft } from './findings/draft.ts';
import { restsOn } from './findings/repeated.ts';
import { type ConversationHistory, historyOf, type TurnHistory } from './history.ts';
import { dimensionOf } from './needs.ts';
import { needKey, type Opportunity, pointKey, turnKey, windowKey } from './opportunities/opportunity.ts';
import { windowDimension } from './opportunities/windows.ts';
import { ruledHistory } from './ruled-points.ts';
import { type GivenRuling, keyedDrafts, rulingsInForce } from './rulings.ts';
import { type Seen, seenOf } from './seen.ts';
import { turnGrade } from './turn-grade.ts';
import { bubbleText } from './words.ts';

/** `waited`: questions that did in it. `chances` and `faults`: what the rubric counts of this turn alone, its response time left out. */
export type Taken = { attempt: Attempt; waited: string[]; chances: Opportunity[]; faults: Draft[] };

type Part = { seen: Seen; place: TurnPlace; turn: TurnHistory | null; after: number };

/**
 * `events`: up to the customer's reaction and no further (`upToReaction`; a retry ends there by itself). `questions`:
 * those that waited in the first try. Null where the log has no such customer.
 */
export function attemptAt(
  content: ContentData,
  events: readonly DrillEvent[],
  place: TurnPlace,
  { rulings = [], questions = [] }: { rulings?: readonly GivenRuling[]; questions?: readonly string[] } = {},
): Taken | null {
  const inForce = rulingsInForce(rulings);
  const history = ruledHistory(content, historyOf(events), inForce.onPoints);
  const c = history.conversations.find(({ key }) => key === place.conversation);
  if (c === undefined || c.arrivals.length === 0) return null;
  const seen = seenOf(content, history, c);
  const turn = c.turns.find((t) => t.judgement.turn === place.turn) ?? null;
  const after = c.turns.findLast((t) => t.judgement.turn < place.turn)?.index ?? -1;
  const part: Part = { seen, place, turn, after };
  const { onFindings } = inForce;
  const faults = keyedDrafts(findingsOf(seen), [seen]).flatMap(({ draft, key }): Draft[] => {
    if (!restsOn(draft, place.turn) || onFindings.get(key)?.verdict === 'dismissed') return [];
    const rule = content.rubric.findings.find(({ code }) => code === draft.code);
    // How long the customer had waited before isn't a retry's doing.
    if (rule === undefined || rule.severity === 'merit' || rule.family === 'late') return [];
    // Of what was done several times only this turn's is a retry's to mend.
    const own = { ...draft, turn: place.turn, share: draft.share / (1 + draft.again.length), again: [] };
    return [onFindings.get(key)?.verdict === 'upheld' ? { ...own, unsure: false } : own];
  });
  const asked = questionsIn(part, questions);
  return {
    attempt: {
      ...wordsIn(part),
      ...verdictOn(part, graveFaults(content.rubric, faults)),
      questions: asked,
      faults: faultsShown(content, faults),
    },
    waited: (turn?.judgement.questions ?? []).map(({ question }) => question),
    chances: [...pointChances(part, asked), ...turnChances(part), ...deedChances(part)],
    faults,
  };
}

/** Messages and cards of each turn that was judged, with the questions that waited in it. */
export const turnsOf = (
  c: ConversationHistory,
): { turn: number; at: DrillMs; messages: string[]; questions: string[] }[] =>
  c.turns.flatMap(({ judgement, index }, i) => {
    const after = c.turns[i - 1]?.index ?? -1;
    const own = [...c.spoke, ...c.acted].filter((one) => one.index > after && one.index < index);
    if (own.length === 0) return [];
    return [
      {
        turn: judgement.turn,
        at: judgement.firstAt,
        messages: own.map(({ id }) => id),
        questions: judgement.questions.map(({ question }) => question),
      },
    ];
  });

/**
 * A drill's log as it would stand had it been this turn's retry: this customer only, up to the last bubble of the
 * reaction. What came later isn't the turn's doing and would make the two unlike. Null where the turn isn't there.
 */
export function upToReaction(
  log: readonly DrillEvent[],
  drill: string,
  { conversation, turn }: TurnPlace,
): DrillEvent[] | null {
  const own = log.filter((e) => !('conversation' in e) || e.conversation === conversation);
  const closedAt = own.findIndex((e) => e.kind === 'turn-closed' && e.turn === turn);
  const closed = own[closedAt];
  if (closed === undefined) return null;
  const planned = own
    .slice(closedAt)
    .filter((e): e is EventOf<'burst-planned'> => e.kind === 'burst-planned' && e.at === closed.at)
    .flatMap((e) => e.bubbles);
  const until = Math.max(closed.at, ...planned.map(({ at }) => at));
  const last = own.findLastIndex((e) => e.kind === 'customer-said' && planned.some(({ id }) => id === e.id));
  const next = own.findIndex(
    (e, i) => i > Math.max(closedAt, last) && (last > closedAt || e.at > until || !isOfTheTurn(e)),
  );
  const kept = own
    .slice(0, next === -1 ? own.length : next)
    // Words said into the reaction belong to the next turn.
    .filter(
      (e, i) => e.kind !== 'drill-ended' && !(i > closedAt && (e.kind === 'trainee-said' || e.kind === 'action-done')),
    );
  return [
    ...kept.map((e) => (e.kind === 'drill-opened' ? { ...e, forkedFrom: drill } : e)),
    { kind: 'drill-ended', at: until, why: 'finished' },
  ];
}

/** Not the trainee's next words, nor what the drill's end settles in the very moment of a turn nobody reacts to. */
const isOfTheTurn = (e: DrillEvent): boolean =>
  e.kind !== 'trainee-said' &&
  e.kind !== 'action-done' &&
  e.kind !== 'conversation-closed' &&
  !(e.kind === 'window-closed' && e.why === 'drill-end') &&
  !(e.kind === 'question-changed' && e.turn === null);

const within = ({ turn, after, seen }: Part, index: number): boolean =>
  index > after && index < (turn?.index ?? seen.history.length);

function wordsIn(part: Part): Pick<Attempt, 'said' | 'did' | 'seconds' | 'reaction'> {
  const { seen, turn, place } = part;
  const { c, facts, rounds } = seen;
  const spoke = c.spoke.filter(({ index }) => within(part, index));
  const acted = c.acted.filter(({ index }) => within(part, index));
  const round = rounds.find((r) => r.reply !== null && [...spoke, ...acted].some(({ id }) => id === r.reply));
  const later = turn === null ? [] : c.said.filter(({ index }) => index > turn.index);
  const reaction = later.filter(({ why }) => why.kind === 'reaction' && why.turn === place.turn);
  return {
    said: spoke.map(({ text }) => text),
    did: acted.map(({ action }) => facts.action(action)?.title ?? action),
    seconds: round === undefined ? null : Math.round(round.seconds),
    // Where no line answers the words themselves, what the customer says next does.
    reaction: (reaction.length > 0 ? reaction : later).map(({ bubble }) => bubbleText(bubble, facts)).join(' '),
  };
}

/** Faults beyond doubt that the rubric calls grave. */
export const graveFaults = ({ findings }: Rubric, faults: readonly Draft[]): number =>
  faults.filter((d) => !d.unsure && findings.some((rule) => rule.code === d.code && rule.severity === 'grave')).length;

/** The grade of its words (RULES M8); half an answer with a grave fault in it is no pass. */
function verdictOn({ seen, turn }: Part, grave: number): Pick<Attempt, 'grade' | 'unsure'> {
  if (turn === null || grave > 0) return { grade: 'fail', unsure: false };
  const grade = turnGrade(seen.c, turn);
  return { grade: grade?.expression ?? null, unsure: grade?.unsure ?? false };
}

const faultsShown = ({ rubric }: ContentData, faults: readonly Draft[]): Attempt['faults'] =>
  faults.map(({ code, detail, unsure }) => {
    const title = rubric.findings.find((rule) => rule.code === code)?.title ?? code;
    return { title: detail === null ? title : `${title}：${detail}`, unsure };
  });

/** The questions that waited, and any other the words spoke to. */
function questionsIn({ seen, turn }: Part, waited: readonly string[]): TriedQuestion[] {
  const { c, facts } = seen;
  const judged = turn?.judgement;
  const notes = judged?.points ?? [];
  const listed = [...new Set([...waited, ...(judged?.questions ?? []).map(({ question }) => question)])];
  const besides = notes.flatMap(({ question }) => (question === null || listed.includes(question) ? [] : [question]));
  const earlier = c.turns
    .filter((t) => turn === null || t.index < turn.index)
    .flatMap((t) => t.judgement.points.flatMap((n) => (n.state === 'covered' ? [n.point] : [])));
  return [...listed, ...new Set(besides)].flatMap((id): TriedQuestion[] => {
    const question = facts.question(id);
    if (question === null) return [];
    const answer = judged?.questions.find((q) => q.question === id)?.answer ?? null;
    const points = question.points.flatMap((point): TriedQuestion['points'] => {
      const note = notes.findLast((n) => n.point === point.id);
      // A point that opens another road is an offer, and what was said before needn't be said again.
      if (note === undefined && (point.leads !== null || earlier.includes(point.id) || !listed.includes(id))) return [];
      const doubtful = note?.state === 'not-recognised' || (!note && point.must && answer === 'not-recognised');
      const told = note === undefined || note.state === 'not-recognised' ? 'missed' : note.state;
      return [{ id: point.id, text: point.says, must: point.must, state: doubtful ? 'unsure' : told }];
    });
    return [{ question: id, text: question.text, answer, points }];
  });
}

/** Must 2, bonus 1, wrong 0 (RULES M8). */
const pointChances = ({ seen, place }: Part, asked: readonly TriedQuestion[]): Opportunity[] =>
  asked.flatMap(({ question, points }) =>
    points.map(({ id, must, state, text }): Opportunity => {
      const worth = must ? seen.rubric.offers.must : seen.rubric.offers.bonus;
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

function turnChances({ seen, turn, place }: Part): Opportunity[] {
  const grade = turn === null ? null : turnGrade(seen.c, turn);
  if (grade === null) return [];
  const worth = seen.rubric.offers.turn;
  return (['expression', 'manner'] as const).map((dimension) => ({
    // One turn, two dimensions: the key tells them apart where two tries are laid side by side.
    key: `${turnKey(place.conversation, place.turn)}:${dimension}`,
    dimension,
    at: 0,
    worth,
    credit: worth * seen.rubric.roundCredit[grade[dimension]],
    unsure: grade.unsure,
    text: '',
  }));
}

/** Needs met and windows taken: 1 each. Those that weren't are known only beside a try that did. */
function deedChances({ seen, after }: Part): Opportunity[] {
  const { c, facts, rubric } = seen;
  const chance = (key: string, dimension: Opportunity['dimension'], worth: number): Opportunity => ({
    ...{ key, dimension, at: 0, worth, credit: worth, unsure: false, text: '' },
  });
  const needs = c.needsMet
    .filter(({ index }) => index > after)
    .flatMap(({ beat, need: number }) => {
      const need = (beat === null ? facts.scenario.duties : facts.beat(beat)?.needs)?.[number];
      const worth = beat === null ? rubric.offers.duty : rubric.offers.need;
      return need === undefined ? [] : [chance(needKey(c.key, beat, number), dimensionOf(need), worth)];
    });
  const windows = c.windows
    .filter((w) => w.closed?.how === 'taken' && w.closed.index > after)
    .map((w) => chance(windowKey(c.key, w.window), windowDimension(w.kind), rubric.offers.window));
  return [...needs, ...windows];
}
