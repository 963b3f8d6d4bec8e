/** A better wording that begins with the trainee's own right words, so that the suggestion keeps what they did well. */

import type { Point, Question } from '#engine/model/content.ts';
import type { Quote } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type FindingDraft, type Steps, stepsOf } from '#scoring/facts/finding-draft.ts';
import { isAfterEnding, plainText } from '#scoring/facts/turn-grade.ts';
import { type Clause, clausesIn, withoutEnd } from '#scoring/log/clauses-of-text.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { messageText } from '#scoring/log/phrasing.ts';
import { isSendable } from '#scoring/suggestions/sendable.ts';
import { leansOnClauseBefore, waitsForClauseBehind } from './leaning.ts';
import { answeredBy, isOver, wantedFirst } from './model.ts';
import { answersAlone, clauseOfModel, promisesAlone } from './model-parts.ts';
import { openingKept } from './opening-kept.ts';

/** Longest wording in characters: a longer one is no reply any more, and the model alone is shown. */
const MAX_CHARS = 60;
/** The same run of this many characters in both parts means that a fact is told twice. */
const SHARED_RUN = 4;
/** Longest bonus in characters that may follow as one more sentence; a longer one is a reply of its own. */
const MAX_BONUS_CHARS = 30;
/** A question up to this many ms after the wait began still belongs to the burst. */
const SOON_MS = 20_000;
/** Fewer characters after the first right words are a 哦 or a 呢, with nothing left to type. */
const MIN_CHARS_AFTER = 4;

/** What becomes of a clause of the trainee's: the clause itself, if it was right; the right fact, if it was wrong. */
type Part = { words: string; points: readonly string[]; own: boolean };

/**
 * A better wording for `draft` that begins with the trainee's right words on its question and on questions asked along
 * with it. After them comes the right fact for what was wrong or missing, or the model where nothing on the question
 * itself was right. Null where nothing can be kept. `drafts`: all of the conversation. Words that a fault quotes are
 * never kept, nor words of red lines, quick replies and wrong answers.
 */
export function keptWording(
  facts: ConversationFacts,
  draft: FindingDraft,
  drafts: readonly FindingDraft[],
): string | null {
  const question = facts.caseFacts.question(draft.mends);
  const said = facts.conversation.turns.find((turn) => turn.judgement.turn === draft.turn);
  if (!question || !said || isOver(facts.conversation, question, said.index)) return null;
  const heard = said.judgement.customer;
  const isPartly = draft.code === 'answered-partly';
  const turns = facts.conversation.turns.filter((turn) =>
    isPartly ? turn.judgement.points.some((note) => note.question === question.id) : turn === said,
  );
  const marred = [...faultQuotes(isPartly ? draft : null, drafts), ...turns.flatMap(faultyQuotesIn)];
  const asked = isPartly ? [question] : askedWith(facts, question);
  const parts = turns.flatMap((turn) => partsOf(facts, turn, asked, question, marred));
  const own = parts.filter((part) => part.own);
  const words = own.map((part) => part.words);
  const isOnQuestion = own.some((part) => part.points.some((id) => question.points.some((point) => point.id === id)));
  // While a fact is still unknown the wording asks for it: any answer, right or wrong, was a guess.
  const wanted = wantedFirst(facts, question, said.index);
  const model = wanted ?? question.model;
  if (own.length === 0) {
    const opening = draft.code === 'vague' ? openingKept(facts, said, marred, model ?? '') : null;
    return opening && model ? oneMessage(heard, [opening], '。', [model]) : null;
  }
  if (wanted !== null) return isOnQuestion ? null : oneMessage(heard, words, '；', [wanted]);
  if (!isOnQuestion) return question.model ? oneMessage(heard, words, '；', [question.model]) : null;
  const told = new Set(parts.flatMap((part) => part.points));
  const lacked = pointsUntold(facts, question, draft, told).map((point) => point.says);
  if (lacked.length === 0 && own.length === parts.length) return null;
  return oneMessage(heard, words, '，', lacked, parts);
}

/**
 * For a reply that was right and only late: its first right words, to be sent before the rest is typed, and what more
 * could have been said. Null where nothing in it can be kept, or where it couldn't be known at `index` of the log.
 */
export function soonerWording(
  facts: ConversationFacts,
  draft: FindingDraft,
  drafts: readonly FindingDraft[],
  index: number,
): Steps | null {
  const { conversation, caseFacts } = facts;
  const turn = conversation.turns.find((turn) => turn.judgement.turn === draft.turn);
  const question = caseFacts.question(draft.mends);
  if (!turn || !question || wantedFirst(facts, question, index) !== null) return null;
  const marred = [...faultQuotes(draft, drafts), ...faultyQuotesIn(turn)];
  const first = partsOf(facts, turn, askedWith(facts, question), question, marred).find((part) => part.own);
  if (!first || promisesAlone(first.words, question.model ?? '')) return null;
  if (!first.points.some((id) => question.points.some((point) => point.id === id))) return null;
  // A question asked long after the wait began couldn't have been answered at its start.
  const opened = conversation.questions.find((entry) => entry.question === question.id)?.openedAt ?? 0;
  if (opened > draft.at + SOON_MS || !answersAlone(question, first.words, turn.judgement.customer)) return null;
  const isMoreUnsaid = plainText(turn.judgement.text).length > plainText(first.words).length + MIN_CHARS_AFTER;
  const said = conversation.turns
    .filter((other) => other.index <= turn.index)
    .flatMap((other) => other.judgement.points);
  const unsaid = question.points.find(
    (point) =>
      !point.must &&
      point.leads === null &&
      !point.unknown &&
      !said.some((note) => note.point === point.id && note.state === 'covered'),
  );
  const bonus = unsaid ? clauseOfModel(question, unsaid) : null;
  const isWorthAdding =
    bonus !== null &&
    // Quotation marks inside quotation marks read as somebody else's words.
    !bonus.includes('「') &&
    bonus.length <= MAX_BONUS_CHARS &&
    !saysTwice(turn.judgement.text, bonus) &&
    isSendable(`${first.words}。${bonus}`, turn.judgement.customer);
  const { words } = first;
  if (isWorthAdding) return stepsOf(() => say('suggestions:sooner.more', { words, more: bonus }));
  if (isMoreUnsaid) return stepsOf(() => say('suggestions:sooner.rest', { words }));
  // A short right reply could have been sent at once: the reader knows its words already.
  return answeredBy(conversation, question.id, index)
    ? stepsOf(() => say('suggestions:sooner.noWait', { words }))
    : null;
}

/**
 * Quotes of all faults. The draft of half an answer (`but`) is left out: it quotes all that was said as its place, not
 * as a fault.
 */
export const faultQuotes = (except: FindingDraft | null, drafts: readonly FindingDraft[]): Quote[] =>
  drafts
    .filter((draft) => !draft.code.startsWith('merit:') && draft !== except)
    .flatMap((draft) => draft.quoteAt ?? []);

/** Questions of the same beat are asked in one breath and answered in one. */
const askedWith = ({ caseFacts }: ConversationFacts, question: Question): readonly Question[] =>
  caseFacts.scenario.beats.find((beat) => beat.asks.some((other) => other.id === question.id))?.asks ?? [question];

/** Quotes of wrong or forbidden words: nobody should be shown these as their good part. */
export const faultyQuotesIn = ({ judgement }: TurnHistory): Quote[] => [
  ...judgement.points.flatMap((note) => (note.state === 'wrong' ? [note.quote] : [])),
  ...[...judgement.redLines, ...judgement.unfilled, ...judgement.forbiddenWords, ...judgement.askedAgain].map(
    ({ quote }) => quote,
  ),
];

/** The clauses of a turn that can stand in its better wording, in the order they were said. */
function partsOf(
  facts: ConversationFacts,
  turn: TurnHistory,
  asked: readonly Question[],
  question: Question,
  marred: readonly Quote[],
): Part[] {
  const { conversation, caseFacts } = facts;
  const { judgement } = turn;
  // A reply after the ending is no half of an answer, whatever it sounds like.
  if (judgement.stacking || judgement.crossTalk || isAfterEnding(conversation, turn)) return [];
  const done = new Set<string>();
  return judgement.messages.flatMap((message) => {
    const clauses = clausesIn(messageText(conversation, message) ?? '');
    const notesAt = (clause: Clause) =>
      judgement.points.filter(({ quote }) => quote.message === message && overlaps(quote, clause));
    const right = clauses.map((clause) => {
      if (clause.mark === '？' || isCanned(facts, message, clause.words)) return [];
      if (marred.some((quote) => quote.message === message && overlaps(quote, clause))) return [];
      return notesAt(clause).flatMap(({ point, question: askedIn, state, confidence, quote }) => {
        const fact = caseFacts.point(point)?.point;
        const isSure =
          state === 'covered' &&
          confidence >= VERDICT_THRESHOLDS.covered.told &&
          asked.some((question) => question.id === askedIn);
        // 没经您同意代收 is half of 没经您同意代收，店铺负责: a fact in two clauses needs words in two clauses.
        const isWhole =
          clausesIn(fact?.says ?? '').length < 2 || clauses.filter((clause) => overlaps(quote, clause)).length > 1;
        // An offer of another road (换 instead of 退) doesn't go with the answer on this one.
        return isSure && isWhole && !fact?.leads ? [point] : [];
      });
    });
    const canStand = (i: number): boolean =>
      (right[i]?.length ?? 0) > 0 &&
      !(leansOnClauseBefore(clauses[i]?.words ?? '') && i > 0 && !canStand(i - 1)) &&
      !(waitsForClauseBehind(clauses[i]?.words ?? '') && (right[i + 1]?.length ?? 0) === 0);
    return clauses.flatMap((clause, i): Part[] => {
      if (canStand(i)) return [{ words: clause.words, points: right[i] ?? [], own: true }];
      const wrong = notesAt(clause).filter((note) => note.state === 'wrong' && note.question === question.id);
      return wrong.flatMap(({ point }) => {
        const says = caseFacts.point(point)?.point.says;
        if (says === undefined || done.has(point)) return [];
        done.add(point);
        return [{ words: says, points: [point], own: false }];
      });
    });
  });
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Words that stand so in the shop's quick reply are the quick reply's, not the trainee's. */
function isCanned({ conversation, caseFacts }: ConversationFacts, message: string, words: string): boolean {
  const id = conversation.spoke.find((other) => other.id === message)?.made.quickReply ?? null;
  return caseFacts.shop.quickReplies.some((quickReply) => quickReply.id === id && quickReply.text.includes(words));
}

/** Must points of the question, other than those in `told`, that nobody had told rightly by then. */
function pointsUntold(
  { conversation }: ConversationFacts,
  question: Question,
  draft: FindingDraft,
  told: ReadonlySet<string>,
): Point[] {
  const said = new Map(
    conversation.turns
      .filter((turn) => draft.turn === null || turn.judgement.turn <= draft.turn)
      .flatMap((turn) => turn.judgement.points)
      .flatMap((note): [string, string][] => (note.state === 'not-recognised' ? [] : [[note.point, note.state]])),
  );
  return question.points.filter((point) => point.must && !told.has(point.id) && said.get(point.id) !== 'covered');
}

/** One message of the words kept and the words put after them; null where it would tell a fact twice or be too long. */
function oneMessage(
  customer: string,
  own: readonly string[],
  mark: string,
  rest: readonly string[],
  inOrder: readonly { words: string; own: boolean }[] = own.map((words) => ({ words, own: true })),
): string | null {
  const isCalled = own.some((words) => words.includes('亲'));
  const behind = rest.map((words) => withoutEnd(isCalled ? words.replace(/^亲+[，,\s]*/, '') : words)).join('，');
  const front = [...new Set(inOrder.map(({ words }) => words))].join('，');
  const others = [...inOrder.filter((part) => !part.own).map((part) => part.words), behind];
  const text = behind === '' ? front : `${front}${mark}${behind}`;
  if (text.length > MAX_CHARS || own.some((words) => others.some((other) => saysTwice(words, other)))) return null;
  return isSendable(text, customer) ? text : null;
}

function saysTwice(own: string, rest: string): boolean {
  const plain = (text: string): string => text.replace(/[\s，。！？；、]/g, '');
  const [ownText, restText] = [plain(own), plain(rest)];
  for (let i = 0; i + SHARED_RUN <= ownText.length; i++)
    if (restText.includes(ownText.slice(i, i + SHARED_RUN))) return true;
  return false;
}
