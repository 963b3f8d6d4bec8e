/** What a customer met because of a fault, in one sentence of the verdict. Every word of it rests on the log. */
import type { ReportFinding } from '#contract/report.ts';
import { say } from '#i18n/say.ts';
import type { FaultCode, FindingCode } from '#scoring/facts/codes.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { isAsking, secondsText, shortened, showsCard } from '#scoring/log/phrasing.ts';
import { timesOf } from '#scoring/marks/main-fault.ts';
import type { ReplyCounts } from '#scoring/marks/next-goal.ts';

/** What a finding was made from, where it is known. */
type Source = { draft: FindingDraft | null };
/** `you`: the trainee's words, '' where there are none; `detail`: what ends the finding's title; '' for none. */
type ToldFault = Source & { finding: ReportFinding; customer: string; you: string; detail: string; times: number };

/** The clause behind the customer's words, where they had said any. */
const afterCustomer = ({ customer }: ToldFault, clause: string): string => {
  if (customer === '') return clause;
  // 等我看下余额 wants a moment and 那我等着吧 nothing: neither asks (RULES M154).
  return say(`page:story.after.${isAsking(customer) ? 'asked' : 'said'}`, { customer, then: clause });
};
const heardStory = (fault: ToldFault, clauseOf: (values: { you: string }) => string): string =>
  afterCustomer(fault, fault.you === '' ? fault.finding.quote : clauseOf(fault));

type WaitStory = 'unanswered' | 'no-follow-up' | 'no-return' | 'late';

/** A clause with the seconds of the wait, where they are known. */
const waitedClause = ({ draft, finding }: ToldFault, kind: WaitStory, thresholdS = 0): string => {
  // The finding's own are rounded to tenths: 92.45 would be 93 here and 92 in the finding's words (RULES M182).
  const seconds = draft?.seconds ?? finding.seconds;
  return seconds === null
    ? say(`page:story.${kind}.later`, { lineS: thresholdS })
    : say(`page:story.${kind}.timed`, { wait: secondsText(seconds), lineS: thresholdS });
};

const saidStory = ({ you, detail }: ToldFault): string =>
  detail === '' ? say('page:story.said', { you }) : say('page:story.said-detail', { you, detail: detail });

/** The operation it is about, by its name. */
const actionOf = ({ draft, detail }: ToldFault): string => draft?.detailParts.action?.title ?? detail;

/** An operation clicked after all was done too late; the sentence doesn't say never. */
const claimedStory = (fault: ToldFault): string => {
  const { you, draft } = fault;
  const [action, lateS] = [actionOf(fault), draft?.detailParts.clickedAfterS];
  return lateS === undefined
    ? say('page:story.claimed.never', { you, action })
    : say('page:story.claimed.late', { you, action, wait: secondsText(lateS) });
};

/** The customer left. Their last words came late in the wait, not at its start, and a wait with 稍等 isn't called silent. */
const leftStory = ({ customer, draft, finding }: ToldFault): string => {
  const wait = secondsText(draft?.seconds ?? finding.seconds ?? 0);
  const words = draft?.detailParts.heardOnly ?? '';
  if (words === '')
    return customer === ''
      ? say('page:story.left.nothing', { wait })
      : say('page:story.left.nothing-said', { wait, customer });
  return customer === ''
    ? say('page:story.left.only', { wait, words })
    : say('page:story.left.only-said', { wait, customer, words });
};

const repeatedStory = ({ you, customer, times, draft }: ToldFault): string => {
  const n = times + 1;
  // Sent twice by a slip: the customer had said nothing in between (RULES M167).
  return customer === '' || draft?.isWholeWhy === true
    ? say('page:story.repeated', { you, n })
    : say('page:story.repeated-said', { you, n, customer });
};

const tonedStory = (fault: ToldFault): string => heardStory(fault, ({ you }) => say('page:story.tone', { you }));

const TIMED_CODES = ['late-first', 'late-round', 'slow-handling'] as const satisfies readonly FindingCode[];
type LateCode = (typeof TIMED_CODES)[number];

/** One story for each fault: a fault without one does not compile. */
const STORIES: Readonly<Record<Exclude<FaultCode, LateCode>, (fault: ToldFault) => string>> = {
  unanswered: (fault) => afterCustomer(fault, waitedClause(fault, 'unanswered')),
  'customer-left': leftStory,
  'walked-out': (fault) => afterCustomer(fault, say('page:story.walked-out')),
  'ended-early': (fault) => say('page:story.ended-early', { detail: fault.detail }),
  'canned-off-topic': (fault) => heardStory(fault, ({ you }) => say('page:story.off-topic', { you })),
  'canned-rigid': (fault) => afterCustomer(fault, say('page:story.rigid', { detail: fault.detail })),
  'canned-repeated': repeatedStory,
  'unfilled-variable': ({ you }) => say('page:story.unfilled', { you }),
  'no-follow-up': (fault) => afterCustomer(fault, waitedClause(fault, 'no-follow-up')),
  'no-order-prompt': (fault) => afterCustomer(fault, say('page:story.no-order-prompt')),
  'no-payment-reminder': () => say('page:story.no-payment-reminder'),
  'regular-as-stranger': () => say('page:story.regular-as-stranger'),
  // Who said something else meanwhile did answer, only without a goodbye.
  'no-goodbye': (fault) =>
    afterCustomer(fault, say(fault.draft?.turn ? 'page:story.no-farewell' : 'page:story.no-goodbye')),
  'no-confirm-order': (fault) => afterCustomer(fault, say('page:story.no-confirm-order')),
  pestering: (fault) => heardStory(fault, ({ you }) => say('page:story.pestering', { you })),
  'too-early': (fault) => heardStory(fault, ({ you }) => say('page:story.too-early', { you })),
  'invited-early': (fault) => afterCustomer(fault, say('page:story.invited-early')),
  'invited-again': () => say('page:story.invited-again'),
  'no-cross-sell': (fault) => afterCustomer(fault, say('page:story.no-cross-sell')),
  'no-return': (fault) => waitedClause(fault, 'no-return'),
  'bare-hold': ({ you }) => say('page:story.bare-hold', { you }),
  ignored: ({ draft, detail }) => say('page:story.ignored', { question: draft?.detailParts.questionText ?? detail }),
  evaded: (fault) => heardStory(fault, ({ you }) => say('page:story.evaded', { you })),
  vague: (fault) => heardStory(fault, ({ you }) => say('page:story.vague', { you })),
  'asked-again': ({ you }) => say('page:story.asked-again', { you }),
  'answered-partly': (fault) => afterCustomer(fault, say('page:story.answered-partly', { detail: fault.detail })),
  'wrong-fact': saidStory,
  'self-contradiction': ({ you }) => say('page:story.self-contradiction', { you }),
  'against-card': ({ you }) => say('page:story.against-card', { you }),
  'false-promise': ({ you }) => say('page:story.false-promise', { you }),
  'beyond-authority': ({ you }) => say('page:story.beyond-authority', { you }),
  'cross-talk': ({ you }) => say('page:story.cross-talk', { you }),
  stacking: (fault) => afterCustomer(fault, say('page:story.stacking')),
  'missing-action': (fault) => afterCustomer(fault, say('page:story.missing-action', { action: actionOf(fault) })),
  'claimed-undone': claimedStory,
  'forbidden-action': (fault) => (fault.you === '' ? fault.finding.quote : saidStory(fault)),
  'unverified-action': (fault) => say('page:story.unverified-action', { action: actionOf(fault) }),
  'wrong-amount': (fault) => say('page:story.wrong-amount', { action: actionOf(fault) }),
  cold: tonedStory,
  impatient: tonedStory,
  hostile: tonedStory,
  slighted: tonedStory,
  'no-empathy': (fault) => afterCustomer(fault, say('page:story.no-empathy')),
};

const isLate = (code: string): boolean => TIMED_CODES.some((lateCode) => lateCode === code);

export const storyOf = (finding: ReportFinding, replies: ReplyCounts, source: Source = { draft: null }): string => {
  const customerLines = finding.customer.split('\n').filter((line) => line !== '' && !showsCard(line));
  const fault: ToldFault = {
    ...source,
    finding,
    customer: shortened(customerLines.at(-1) ?? ''),
    you: finding.quoteAt === null ? '' : shortened(finding.quote),
    detail: source.draft?.detail ?? '',
    times: timesOf([finding]),
  };
  if (isLate(finding.code)) return lateStory(fault, replies);
  if (finding.code.startsWith('red-line:'))
    return fault.you === ''
      ? finding.quote
      : say('page:story.red-line', { quote: finding.quote, title: finding.title });
  const story = Object.entries(STORIES).find(([code]) => code === finding.code)?.[1];
  return story === undefined ? finding.title : story(fault);
};

/** Whether the story counts the late replies of the whole drill: then it names no single customer. */
export const countsLateReplies = ({ code }: ReportFinding, { total, late }: ReplyCounts): boolean =>
  isLate(code) && late > 1 && total > 0;

/** Several late replies are told once, by their number. */
const lateStory = (fault: ToldFault, replies: ReplyCounts): string => {
  const { total, late, thresholdS, hasSeveral } = replies;
  if (countsLateReplies(fault.finding, replies))
    return hasSeveral === true
      ? say('page:story.late.several', { all: total, late })
      : say('page:story.late.counted', { all: total, late, lineS: thresholdS });
  return afterCustomer(fault, waitedClause(fault, 'late', thresholdS));
};
