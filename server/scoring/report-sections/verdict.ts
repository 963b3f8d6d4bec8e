/**
 * The verdict: what a customer met and what was rightly done, in two or three sentences. The fault is the report's main fault
 * (main-fault.ts).
 */
import type { Report, ReportFinding } from '#contract/report.ts';
import { type Language, language } from '#i18n/language.ts';
import { joined, say } from '#i18n/say.ts';
import { codeList } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import { secondsText, shortened } from '#scoring/log/phrasing.ts';
import type { MainFault } from '#scoring/marks/main-fault.ts';
import type { ReplyCounts } from '#scoring/marks/next-goal.ts';
import { draftOf, type PricedFinding } from '#scoring/marks/report-findings.ts';
import { MAX_MARKS, type Scorecard } from '#scoring/marks/scorecard.ts';
import { isLost } from '#scoring/opportunities/unfinished.ts';
import { isOfSameThing, praiseBeside, praisedQuotes } from './praised-quotes.ts';
import { countsLateReplies, storyOf } from './story.ts';

type VerdictParts = {
  allFacts: readonly ConversationFacts[];
  card: Scorecard;
  /** Nothing was asked of the trainee, or too little in a role play (RULES J96, J118). */
  unmarked: Pick<Report, 'unjudged' | 'askedLittle'>;
  findings: readonly ReportFinding[];
  priced: readonly PricedFinding[];
  mainFault: MainFault | null;
  replies: ReplyCounts;
  /** Questions that findings are about (praised-quotes.ts). */
  faultedQuestions: ReadonlySet<string>;
};

/** Longest verdict in characters: nobody reads a longer one, so it is cut to the fault. */
const MAX_CHARS: Readonly<Record<Language, number>> = { zh: 88, en: 260 };
/** Merits with an effect on the customer. A fault put right still costs half, so correcting it isn't praised here. */
const PRAISED_MERITS = codeList('merit:asked-first', 'merit:calmed', 'merit:kept-promise');
/** Longest quote of the customer's words, in characters. */
const MAX_QUOTE_CHARS = 18;

export const verdictOf = (parts: VerdictParts): string => {
  const { allFacts, mainFault } = parts;
  const { unjudged, askedLittle } = parts.unmarked;
  if (allFacts.length === 0) return sentences([say('page:verdict.nobody')]);
  if (askedLittle !== undefined) {
    const why = sentences([say('page:verdict.asked-little', askedLittle)]);
    return mainFault === null ? why : joined([why, judgedVerdict(parts)]);
  }
  if (unjudged) return sentences([say(`page:verdict.${isPassedOn(allFacts) ? 'passed-on' : 'nothing-due'}`)]);
  return judgedVerdict(parts);
};

const judgedVerdict = (parts: VerdictParts): string => {
  const { allFacts, card, mainFault } = parts;
  if (
    allFacts.every((facts) => facts.conversation.traineeMessages.length === 0 && facts.conversation.clicks.length === 0)
  )
    return silentVerdict(parts);
  const praise = praisePart(parts);
  const praiseParts = praise === null ? [] : [praise];
  if (mainFault === null) {
    const rest = nothingToChange(allFacts, card);
    const verdict = sentences([...praiseParts, rest]);
    return verdict.length <= MAX_CHARS[language()] ? verdict : sentences([rest]);
  }
  const fault = faultPart(parts, mainFault);
  const facts = factsOf(allFacts, mainFault.fault);
  // Where the customer is lost, the fault comes first: what was right doesn't make up for it.
  const verdict = sentences(facts !== undefined && isLost(facts) ? [fault, ...praiseParts] : [...praiseParts, fault]);
  return verdict.length <= MAX_CHARS[language()] ? verdict : sentences([fault]);
};

const isPassedOn = (allFacts: readonly ConversationFacts[]): boolean =>
  allFacts.every(({ conversation }) => conversation.closed?.by === 'transfer');

/** The sentence for a drill without a fault. Where a customer's story was broken off, it speaks only of what was reached. */
const nothingToChange = (allFacts: readonly ConversationFacts[], card: Scorecard): string => {
  const endings = allFacts.map(({ storyPath }) => storyPath.endedBy);
  if (endings.includes('trainee')) return say('page:verdict.nothing.cut-self');
  if (endings.some((endedBy) => endedBy !== null)) return say('page:verdict.nothing.cut');
  if (card.range[0] < card.score) return say('page:verdict.nothing.unsure');
  return lostMost(card) ?? say('page:verdict.nothing.clean');
};

/** What took most where marks were lost by no fault that has a name of its own, however little; null where all were given (RULES M241). */
const lostMost = ({ score, dimensions }: Scorecard): string | null => {
  const [most] = dimensions.flatMap(({ lost }) => lost).toSorted((a, b) => b.marks - a.marks);
  return score === MAX_MARKS || most === undefined || toTenth(most.marks) === 0
    ? null
    : say('page:verdict.nothing.little', { what: most.text.replace(DETAIL, ''), marks: toTenth(most.marks) });
};
/** The detail behind a row of lost marks, which stands there again: which rounds, and how the trainee could have known. */
const DETAIL = /\s?[（(][^（()）]*[)）]$/;

const sentences = (parts: readonly string[]): string =>
  joined(parts.map((part) => (language() === 'zh' ? withStop(part) : asSentence(part))));

const withStop = (part: string): string => (/[。？！]$/.test(part) ? part : `${part}。`);

/** A clause as a sentence. A quote inside keeps its own end mark. */
const asSentence = (part: string): string =>
  `${part.charAt(0).toUpperCase()}${part.slice(1)}${/[.?!]$/.test(part) ? '' : '.'}`;

const factsOf = (
  allFacts: readonly ConversationFacts[],
  { conversation }: ReportFinding,
): ConversationFacts | undefined => allFacts.find((facts) => facts.conversation.key === conversation);

const silentVerdict = (parts: VerdictParts): string => {
  const story =
    parts.mainFault === null
      ? []
      : [withDeparture(parts.allFacts, parts.mainFault.fault, storyIn(parts, parts.mainFault.fault))];
  return sentences([say('page:verdict.silent'), ...story]);
};

const faultPart = (parts: VerdictParts, { fault, sameKind }: MainFault): string => {
  const { allFacts, card } = parts;
  const storyOfFault = storyIn(parts, fault);
  const story = namesCustomer(parts, fault) ? withCustomer(allFacts, fault, storyOfFault) : storyOfFault;
  // The main fault may be an unanswered round where the cap is for the customer who left: they are one kind, so its cap is told too.
  const isCapping = sameKind.some(({ code }) => code === card.cap?.by) && (card.cap?.costs ?? 0) > 0;
  return withDeparture(
    allFacts,
    fault,
    isCapping ? say('page:verdict.capped', { story, n: card.cap?.ceiling ?? 0 }) : story,
  );
};

/** One customer alone needs no name, and replies counted over all customers have none. */
const namesCustomer = ({ allFacts, replies }: Pick<VerdictParts, 'allFacts' | 'replies'>, fault: ReportFinding) =>
  allFacts.length > 1 && !countsLateReplies(fault, replies);

const withCustomer = (allFacts: readonly ConversationFacts[], finding: ReportFinding, story: string): string =>
  say('page:verdict.with', { name: factsOf(allFacts, finding)?.caseFacts.scenario.customer.name ?? '', story });

const storyIn = ({ priced, replies }: VerdictParts, fault: ReportFinding): string => {
  const draft = priced.find(({ finding }) => finding === fault)?.draft ?? null;
  return storyOf(fault, replies, { draft });
};

/** The story, and how a lost customer went, as the log has it: told only where the fault came before that. */
const withDeparture = (allFacts: readonly ConversationFacts[], fault: ReportFinding, story: string): string => {
  const facts = factsOf(allFacts, fault);
  const ending = facts?.conversation.endings.at(-1);
  if (!facts || !ending || !isLost(facts) || fault.at > ending.at) return story;
  // The order is the rule: the gravest way to go comes first.
  const deeds = facts.conversation.customerDeeds.map(({ deed }) => deed.deed);
  if (deeds.includes('open-complaint')) return say('page:verdict.went.complaint', { story });
  if (deeds.includes('bad-review')) return say('page:verdict.went.bad-review', { story });
  // Who was answered again and went later didn't go because of it, as far as anybody knows (RULES M189).
  const wasAnsweredAgain = facts.conversation.turns.some(
    ({ judgement }) => judgement.text !== '' && judgement.firstAt > fault.at && judgement.lastAt < ending.at,
  );
  if (ending.outcome === 'lost') return wasAnsweredAgain ? story : say('page:verdict.went.lost', { story });
  // Who reports it up themselves, as the case wants, has given no cause for it to go there (RULES M90).
  const hasReported = facts.conversation.clicks.some(({ action }) => action.startsWith('escalate-'));
  if (ending.outcome === 'escalated') return hasReported ? story : say('page:verdict.went.escalated', { story });
  return say('page:verdict.went.rated', { story, rating: ending.rating });
};

/** What was done well: a merit with what came of it, else the points told rightly; null where there is neither. */
const praisePart = (parts: VerdictParts): string | null => {
  const { allFacts, findings, faultedQuestions, priced, mainFault } = parts;
  const fault = mainFault?.fault ?? null;
  const merit = PRAISED_MERITS.flatMap((code) =>
    findings.filter(
      (finding) =>
        finding.code === code && finding.quoteAt !== null && !(fault !== null && isOfSameThing(finding, fault)),
    ),
  )[0];
  if (merit) {
    const told = meritPart(merit, draftOf(priced, merit));
    // Beside a fault told of one customer by name, 客户 would be read as that customer (RULES M173).
    const isOfNamed = fault !== null && namesCustomer(parts, fault) && merit.conversation === fault.conversation;
    return allFacts.length > 1 && !isOfNamed ? withCustomer(allFacts, merit, told) : told;
  }
  const draft = fault === null ? null : (draftOf(priced, fault) ?? null);
  const [first, second, ...more] = praiseBeside(
    praisedQuotes(allFacts, faultedQuestions, findings),
    draft,
    // With one customer, the questions that findings hold are left out already.
    allFacts.length > 1 ? allFacts : [],
  );
  if (first === undefined) return null;
  if (second === undefined) return say('page:verdict.right.one', { first });
  return say(`page:verdict.right.${more.length > 0 ? 'more' : 'two'}`, { first, second });
};

/** The merit with what came of it; the rubric's own sentence where this case shows nothing particular. */
const meritPart = ({ quote: words, why }: ReportFinding, draft: FindingDraft | null): string => {
  const quote = shortened(words);
  const { customerAnswer, pictureText, promisedS, backS } = draft?.detailParts ?? {};
  if (promisedS !== undefined && backS !== undefined) {
    const [promised, back] = [secondsText(promisedS), secondsText(backS)];
    return say('page:verdict.merit.kept', { quote, promised, back });
  }
  if (pictureText !== undefined) return say('page:verdict.merit.sent', { quote, picture: pictureText });
  if (customerAnswer === undefined) return say('page:verdict.merit.bare', { quote, why });
  const isAskedFirst = draft?.code === 'merit:asked-first';
  return say(`page:verdict.merit.${isAskedFirst ? 'asked' : 'calmed'}`, {
    quote,
    answer: shortened(customerAnswer, MAX_QUOTE_CHARS),
  });
};
