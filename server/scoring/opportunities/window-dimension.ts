/** Which dimension a window belongs to (docs/trade.md §5). */
import type { WindowKind } from '#engine/model/content.ts';
import type { Dimension } from '#engine/model/rubric.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/** These windows belong to 服务素养, the others to 销售转化. */
const MANNER: readonly WindowKind[] = ['goodbye', 'return', 'recognise-regular'];
/** Windows in which something is sold: a case that has one has something to sell. */
const SELLING: readonly WindowKind[] = ['order-prompt', 'payment-reminder', 'cross-sell'];

/** With more customers than this, others may buy, and 销售转化 is theirs. */
const FEW_CUSTOMERS = 3;

type WithCase = Pick<ConversationFacts, 'caseFacts'>;
type WithDrill = WithCase & Pick<ConversationFacts, 'history'>;

/**
 * Whether nothing can be sold to a customer: they come about what they have ordered and paid, nothing of theirs is unpaid, and
 * their story has neither an offer nor a purchase (RULES M250).
 */
const buysNothing = ({ caseFacts: { stage, scenario } }: WithCase): boolean =>
  (stage === 'during' || stage === 'after') &&
  scenario.orders.length > 0 &&
  scenario.orders.every(({ status }) => status !== 'unpaid') &&
  scenario.endings.every(({ outcome }) => outcome !== 'paid') &&
  scenario.beats.every(({ window }) => window === null || !SELLING.includes(window.kind));

/** Whether a window is a pause of who buys nothing, one of many customers: a word there is good service, and no sale. */
export const isServicePause = (facts: WithDrill, kind: WindowKind): boolean =>
  kind === 'follow-up' && facts.history.conversations.length > FEW_CUSTOMERS && buysNothing(facts);

export const windowDimension = (facts: WithDrill, kind: WindowKind): Dimension =>
  MANNER.includes(kind) || isServicePause(facts, kind) ? 'manner' : 'sales';
