/** What a customer met because of a fault, in one sentence of the verdict. Every word of it rests on the log. */
import type { ReportFinding } from '#contract/report.ts';
import { say } from '#i18n/say.ts';
import type { FaultCode } from '#scoring/facts/codes.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { asksSomething, secondsText, shortened, showsCard } from '#scoring/log/phrasing.ts';
import { timesOf } from '#scoring/marks/main-fault.ts';
import type { Replies } from '#scoring/marks/next-goal.ts';

/** What a finding was made from, where it is known. */
type Source = { draft: FindingDraft | null };
/** `you`: the trainee's words, '' where there are none; `what`: the detail that ends the finding's title. */
type FaultTold = Source & { finding: ReportFinding; customer: string; you: string; what: string; times: number };

/** The clause behind the customer's words, where they had said any. */
function afterCustomer({ customer }: FaultTold, then: string): string {
  if (customer === '') return then;
  // 那我等着吧 is no question, though it ends like one.
  const asks = asksSomething(customer) && !customer.endsWith('吧');
  return say(`page:story.after.${asks ? 'asked' : 'said'}`, { customer, then });
}
const heardStory = (told: FaultTold, then: (values: { you: string }) => string): string =>
  afterCustomer(told, told.you === '' ? told.finding.quote : then(told));

type Waited = 'unanswered' | 'no-follow-up' | 'no-return' | 'late';

/** A clause with the seconds of the wait, where they are known. */
const waitedClause = ({ finding: { seconds } }: FaultTold, kind: Waited, lineS = 0): string =>
  seconds === null
    ? say(`page:story.${kind}.later`, { lineS })
    : say(`page:story.${kind}.timed`, { wait: secondsText(seconds), lineS });

const saidStory = ({ you, what }: FaultTold): string =>
  what === '' ? say('page:story.said', { you }) : say('page:story.said-detail', { you, detail: what });

/** The operation it is about, by its name. */
const actionOf = ({ draft, what }: FaultTold): string => draft?.parts.action?.title ?? what;

/** An operation clicked after all was done too late; the sentence doesn't say never. */
function claimedStory(told: FaultTold): string {
  const { you, draft } = told;
  const [action, lateS] = [actionOf(told), draft?.parts.clickedAfterS];
  return lateS === undefined
    ? say('page:story.claimed.never', { you, action })
    : say('page:story.claimed.late', { you, action, wait: secondsText(lateS) });
}

/** The customer left. Their last words came late in the wait, not at its start, and a wait with 稍等 isn't called silent. */
function leftStory({ customer, draft, finding }: FaultTold): string {
  const wait = secondsText(draft?.seconds ?? finding.seconds ?? 0);
  const words = draft?.parts.heard ?? '';
  if (words === '')
    return customer === ''
      ? say('page:story.left.nothing', { wait })
      : say('page:story.left.nothing-said', { wait, customer });
  return customer === ''
    ? say('page:story.left.only', { wait, words })
    : say('page:story.left.only-said', { wait, customer, words });
}

function repeatedStory({ you, customer, times }: FaultTold): string {
  const n = times + 1;
  return customer === ''
    ? say('page:story.repeated', { you, n })
    : say('page:story.repeated-said', { you, n, customer });
}

const tonedStory = (told: FaultTold): string => heardStory(told, ({ you }) => say('page:story.tone', { you }));

const LATE = ['late-first', 'late-round', 'slow-handling'] as const;
type Late = (typeof LATE)[number];

/** One story for each fault: a fault without one does not compile. */
const STORIES: Readonly<Record<Exclude<FaultCode, Late>, (told: FaultTold) => string>> = {
  unanswered: (told) => afterCustomer(told, waitedClause(told, 'unanswered')),
  'customer-left': leftStory,
  'walked-out': (told) => afterCustomer(told, say('page:story.walked-out')),
  'ended-early': (told) => say('page:story.ended-early', { detail: told.what }),
  'canned-off-topic': (told) => heardStory(told, ({ you }) => say('page:story.off-topic', { you })),
  'canned-rigid': (told) => afterCustomer(told, say('page:story.rigid', { detail: told.what })),
  'canned-repeated': repeatedStory,
  'unfilled-variable': ({ you }) => say('page:story.unfilled', { you }),
  'no-follow-up': (told) => afterCustomer(told, waitedClause(told, 'no-follow-up')),
  'no-order-prompt': (told) => afterCustomer(told, say('page:story.no-order-prompt')),
  'no-payment-reminder': () => say('page:story.no-payment-reminder'),
  'regular-as-stranger': () => say('page:story.regular-as-stranger'),
  'no-goodbye': (told) => afterCustomer(told, say('page:story.no-goodbye')),
  'no-confirm-order': (told) => afterCustomer(told, say('page:story.no-confirm-order')),
  pestering: (told) => heardStory(told, ({ you }) => say('page:story.pestering', { you })),
  'too-early': (told) => heardStory(told, ({ you }) => say('page:story.too-early', { you })),
  'no-cross-sell': (told) => afterCustomer(told, say('page:story.no-cross-sell')),
  'no-return': (told) => waitedClause(told, 'no-return'),
  'bare-hold': ({ you }) => say('page:story.bare-hold', { you }),
  ignored: ({ draft, what }) => say('page:story.ignored', { question: draft?.parts.question ?? what }),
  evaded: (told) => heardStory(told, ({ you }) => say('page:story.evaded', { you })),
  vague: (told) => heardStory(told, ({ you }) => say('page:story.vague', { you })),
  'asked-again': ({ you }) => say('page:story.asked-again', { you }),
  'answered-partly': (told) => afterCustomer(told, say('page:story.answered-partly', { detail: told.what })),
  'wrong-fact': saidStory,
  'self-contradiction': ({ you }) => say('page:story.self-contradiction', { you }),
  'against-card': ({ you }) => say('page:story.against-card', { you }),
  'false-promise': ({ you }) => say('page:story.false-promise', { you }),
  'beyond-authority': ({ you }) => say('page:story.beyond-authority', { you }),
  'cross-talk': ({ you }) => say('page:story.cross-talk', { you }),
  stacking: (told) => afterCustomer(told, say('page:story.stacking')),
  'missing-action': (told) => afterCustomer(told, say('page:story.missing-action', { action: actionOf(told) })),
  'claimed-undone': claimedStory,
  'forbidden-action': (told) => (told.you === '' ? told.finding.quote : saidStory(told)),
  'unverified-action': (told) => say('page:story.unverified-action', { action: actionOf(told) }),
  'wrong-amount': (told) => say('page:story.wrong-amount', { action: actionOf(told) }),
  cold: tonedStory,
  impatient: tonedStory,
  hostile: tonedStory,
  'no-empathy': (told) => afterCustomer(told, say('page:story.no-empathy')),
};

const isLate = (code: string): boolean => LATE.some((late) => late === code);

export function storyOf(finding: ReportFinding, replies: Replies, source: Source = { draft: null }): string {
  const lines = finding.customer.split('\n').filter((line) => line !== '' && !showsCard(line));
  const told: FaultTold = {
    ...source,
    finding,
    customer: shortened(lines.at(-1) ?? ''),
    you: finding.quoteAt === null ? '' : shortened(finding.quote),
    what: source.draft?.detail ?? '',
    times: timesOf([finding]),
  };
  if (isLate(finding.code)) return lateStory(told, replies);
  if (finding.code.startsWith('red-line:'))
    return told.you === '' ? finding.quote : say('page:story.red-line', { quote: finding.quote, title: finding.title });
  const story = Object.entries(STORIES).find(([code]) => code === finding.code)?.[1];
  return story === undefined ? finding.title : story(told);
}

/** Whether the story counts the late replies of the whole drill: then it names no single customer. */
export const isCounted = ({ code }: ReportFinding, { all, late }: Replies): boolean =>
  isLate(code) && late > 1 && all > 0;

/** Several late replies are told once, by their number. */
function lateStory(told: FaultTold, replies: Replies): string {
  const { all, late, lineS } = replies;
  if (isCounted(told.finding, replies)) return say('page:story.late.counted', { all, late, lineS });
  return afterCustomer(told, waitedClause(told, 'late', lineS));
}
