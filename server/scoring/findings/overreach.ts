/**
 * 越权答应 and 和卡上不一样: gifts the desk may not promise, and figures told otherwise than the shop's cards have them (RULES
 * M10, M11).
 */

import { HOURS } from '#engine/model/shop.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { language } from '#i18n/language.ts';
import { joined, say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { CORRECTED_SHARE, type DraftStart, draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { namesGuess } from '#scoring/log/hedges.ts';
import { clockText, quotedText, withEndMark } from '#scoring/log/phrasing.ts';
import { type Citation, citationOf } from '#scoring/suggestions/citation.ts';
import { doingLine } from '#scoring/suggestions/operations.ts';
import { isPutRight, isSameAnswer, misstatedOf, rightName } from './misstated.ts';

type Beyond = NonNullable<TurnJudgement['beyond']>[number];
type Against = NonNullable<TurnJudgement['against']>[number];

/** Each promise and each contradicted card or figure once: at its first sure words, or at its first words where none are sure. */
export const overreachFindings = (facts: ConversationFacts): FindingDraft[] => {
  const promises = firstNoted(
    facts,
    ({ beyond }) => beyond,
    ({ gift, amount }) => `${gift} ${amount}`,
  );
  const contradictions = firstNoted(
    facts,
    ({ against, points }) => against?.filter((note) => !isChargedAsAnswer(facts, points, note)),
    ({ card, right }) => (right === undefined ? card : rightName(right)),
  );
  return [
    ...promises.map(({ turn, note }) =>
      draftFinding({ ...draftStart(facts, turn, note), ...promiseFields(facts.caseFacts, note) }),
    ),
    ...contradictions.map(({ turn, note }) =>
      withLaterVows(facts, draftFinding(contradictionDraft(facts, turn, note)), turn, note),
    ),
  ];
};

/** A vow that a card leaves open (周六之前保证送到家), made again in a later turn, is told with the first (RULES M56). */
const withLaterVows = (
  { conversation }: ConversationFacts,
  draft: FindingDraft,
  turn: TurnHistory,
  { card, open }: Against,
): FindingDraft => {
  const later = conversation.turns.filter(
    ({ index, judgement }) =>
      index > turn.index && judgement.against?.some((note) => note.open === true && note.card === card && !note.unsure),
  );
  if (open !== true || draft.unsure || later.length === 0) return draft;
  const again = later.map(({ judgement }) => say('findings:wrong.said-again', { clock: clockText(judgement.firstAt) }));
  return { ...draft, because: joined([draft.because, ...again]) };
};

/** Whether the turn is wrong on a point of that card already: 不用买了，肯定能到 is told once, as the answer it was. */
const isWrongOnCard = (caseFacts: CaseFacts, points: TurnJudgement['points'], card: string): boolean =>
  points.some(({ state, point }) => state === 'wrong' && caseFacts.point(point)?.point.policy === card);

/**
 * Whether a wrong point is charged for this already: one of the same card in this turn, or one with the same right
 * figure in any turn.
 */
const isChargedAsAnswer = (
  { conversation, caseFacts }: ConversationFacts,
  points: TurnJudgement['points'],
  { card, right }: Against,
): boolean =>
  isWrongOnCard(caseFacts, points, card) ||
  (right !== undefined &&
    conversation.turns.some(({ judgement }) => isSameAnswer(caseFacts, judgement.points, { card, right })));

/** The finding for a contradiction. Put right in a later turn it costs half, and the report says so. */
const contradictionDraft = (facts: ConversationFacts, turn: TurnHistory, note: Against): DraftStart => {
  const start = draftStart(facts, turn, note);
  if (note.right === undefined)
    return {
      ...start,
      unsure: start.unsure || standsOnCard(facts, turn, note),
      costShare: start.costShare * (isOwnGuess(facts, note) ? GUESS_SHARE : 1),
      ...contradictionFields(facts.caseFacts, note),
    };
  const misstated = { ...note, right: note.right };
  const laterTurns = facts.conversation.turns.filter(({ index }) => index > turn.index);
  const costShare = isPutRight(misstated, laterTurns) ? CORRECTED_SHARE : start.costShare;
  return { ...start, ...misstatedOf(facts.caseFacts, misstated, laterTurns), costShare };
};

/** Share of a vow's cost that a guess has which says that it is one. */
const GUESS_SHARE = 0.5;

/** Whether words on what a card leaves open say that they are a guess (估计明天到), and vow nothing beside it (RULES M122). */
const isOwnGuess = ({ conversation }: ConversationFacts, { quote, open }: Against): boolean =>
  open === true && namesGuess(quotedText(conversation, quote) ?? '');

/**
 * Whether each figure of the words stands on the card itself, or is a multiple by a count that was named: 两箱净果9斤, with
 * 4.5斤 a box.
 */
const standsOnCard = (
  { conversation, caseFacts }: ConversationFacts,
  { judgement }: TurnHistory,
  { card, quote, open }: Against,
): boolean => {
  const figures = (text: string) => valuesIn(folded(text));
  const figuresTold = figures(quotedText(conversation, quote) ?? '').filter(({ kind }) => kind !== 'number');
  const figuresOnCard = figures(citationOf(caseFacts, card)?.text ?? '');
  const counts = figures(`${judgement.customer}\n${judgement.text}`).flatMap(({ kind, quantity }) =>
    (kind === 'number' || kind === 'measure') && Number.isInteger(quantity) && quantity > 1 && quantity < COUNT_LIMIT
      ? [quantity]
      : [],
  );
  const isWritten = (value: Value): boolean =>
    figuresOnCard.some((figure) =>
      [1, ...counts].some((times) => isSameValue(value, { ...figure, quantity: figure.quantity * times })),
    );
  // A clock time or span of time on the card may belong to something else: 主管30分钟, of 报组长30分钟内.
  const isSum = ({ kind }: Value): boolean => kind === 'amount' || kind === 'measure';
  return open !== true && figuresTold.length > 0 && figuresTold.every((value) => isSum(value) && isWritten(value));
};
/** A whole number from here on isn't taken for a count of boxes named in passing. */
const COUNT_LIMIT = 10;

type NoteWithQuote = Pick<Beyond, 'quote' | 'unsure'>;

const firstNoted = <T extends NoteWithQuote>(
  { conversation }: ConversationFacts,
  notes: (judgement: TurnJudgement) => readonly T[] | undefined,
  keyOf: (note: T) => string,
): { turn: TurnHistory; note: T }[] => {
  const firstByKey = new Map<string, { turn: TurnHistory; note: T }>();
  for (const turn of conversation.turns)
    for (const note of notes(turn.judgement) ?? []) {
      const firstSoFar = firstByKey.get(keyOf(note));
      if (firstSoFar === undefined || (firstSoFar.note.unsure && !note.unsure))
        firstByKey.set(keyOf(note), { turn, note });
    }
  return [...firstByKey.values()];
};

/** The parts that both kinds of finding share. Put right in a later turn, it costs half (RULES T4). */
const draftStart = (
  { conversation }: ConversationFacts,
  turn: TurnHistory,
  { quote, unsure }: NoteWithQuote,
): Omit<DraftStart, 'code'> & Pick<FindingDraft, 'unsure' | 'costShare'> => ({
  at: conversation.traineeMessages.find(({ id }) => id === quote.message)?.at ?? turn.judgement.firstAt,
  conversation: conversation.key,
  turn: turn.judgement.turn,
  quoteAt: quote,
  customerText: turn.judgement.customer,
  unsure,
  costShare: conversation.turns.some((later) => later.index > turn.index && later.judgement.corrects)
    ? CORRECTED_SHARE
    : 1,
});

const GIFTS: Readonly<Record<Beyond['gift'], (amount: number) => string>> = {
  money: (amount) => say('findings:gift.money', { amount }),
  coupon: (amount) => say('findings:gift.coupon', { amount }),
  // 8.5 折 is 15 % off.
  discount: (share) =>
    say('findings:gift.discount', {
      rate: language() === 'zh' ? Math.round(share * 100) / 10 : 100 - Math.round(share * 100),
    }),
  price: () => say('findings:gift.price'),
  loss: () => say('findings:gift.loss'),
  multiple: (times) => say('findings:gift.multiple', { times }),
};

const promiseFields = (
  caseFacts: CaseFacts,
  { gift, amount, by }: Beyond,
): Pick<FindingDraft, 'code' | 'detail' | 'because' | 'citation' | 'suggestion'> => {
  const report = caseFacts.shop.actions.find((id) => by !== null && caseFacts.action(id)?.reports === by);
  return {
    code: 'beyond-authority',
    detail: GIFTS[gift](amount),
    because:
      by === null
        ? say('findings:authority.nobody')
        : say('findings:authority.unasked', { level: say(`findings:authority.level.${by}`) }),
    citation: authorityBasis(caseFacts, by),
    suggestion: report === undefined ? null : doingLine({ do: report, with: {} }, caseFacts),
  };
};

/** The desk's own authority, and that of the level the promise is for, as a citation. */
const authorityBasis = ({ shop }: CaseFacts, by: Beyond['by']): Citation => {
  const lines = shop.authority.filter(({ level }) => level === 'A' || level === by);
  if (lines.length === 0) return null;
  const levelLines = lines.map(({ level, text }) =>
    say('findings:authority.line', { level: say(`findings:authority.level.${level}`), text }),
  );
  return {
    kind: 'card',
    id: 'authority',
    title: say('findings:authority.title'),
    text: levelLines.join(say('findings:authority.between')),
    source: say('findings:authority.source', { shop: shop.name }),
  };
};

/** Words by which a card says that nobody may vouch for something. */
const LEAVES_OPEN = /打包票|不保证|不承诺|不猜|不适用|为准|只给预计|认定/;

/** The sentence of a card that leaves a matter open; for any other card its whole text. */
const sentenceLeavingOpen = ({ text }: { text: string }, leavesOpen: boolean): string => {
  const sentences = leavesOpen ? text.split(/(?<=[。；])/).filter((sentence) => LEAVES_OPEN.test(sentence)) : [];
  return sentences.length === 0 ? text : sentences.join('').replace(/；$/, '');
};

const contradictionFields = (
  caseFacts: CaseFacts,
  { card, open }: Against,
): Pick<FindingDraft, 'code' | 'detail' | 'detailParts' | 'because' | 'citation' | 'suggestion'> => {
  const citation = card === HOURS ? hoursBasis(caseFacts) : citationOf(caseFacts, card);
  return {
    code: 'against-card',
    detail: citation === null ? null : say('findings:card.detail', { card: citation.title }),
    detailParts: citation === null ? {} : { cardTitle: citation.title },
    because:
      citation === null
        ? ''
        : say('findings:card.says', {
            card: citation.title,
            text: withEndMark(sentenceLeavingOpen(citation, open === true)),
          }),
    citation,
    suggestion: null,
  };
};

const hoursBasis = ({ shop }: CaseFacts): Citation => ({
  kind: 'card',
  id: HOURS,
  title: say('findings:hours.title'),
  text: shop.hours.join('–'),
  source: say('findings:hours.source', { shop: shop.name }),
});
