/** 时机: taken 1, late or lighter half, missed or spoiled 0, void not offered, doubtful 待核 (RULES V2, V4, M8). */
import type { WindowKind } from '#engine/model/content.ts';
import type { Dimension } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { WindowHistory } from '#scoring/log/conversation-history.ts';
import { windowInDoubt } from './in-doubt.ts';
import { type Opportunity, windowKey } from './opportunity.ts';

/** docs/trade.md §5: these windows belong to 服务素养, the others to 销售转化. */
const MANNER: readonly WindowKind[] = ['goodbye', 'return', 'recognise-regular'];
export const windowDimension = (kind: WindowKind): Dimension => (MANNER.includes(kind) ? 'manner' : 'sales');

/** What a window is called in a table: 跟进, 催付. */
export const windowName = (kind: WindowKind): string => say(`opportunities:window.${kind}`);

/** For words said too late, or a missing goodbye of which little was left to say (RULES M26). */
const LATE_CREDIT = 0.5;

const creditOf = ({ closed, lateAt, lighterReason }: WindowHistory): number => {
  if (closed?.how === 'taken') return 1;
  const reasons = Number(lateAt !== undefined) + Number(lighterReason !== undefined);
  return 1 - LATE_CREDIT ** reasons;
};

export const windowOpportunities = ({ conversation, rubric, caseFacts }: ConversationFacts): Opportunity[] => {
  return conversation.windows.flatMap((window): Opportunity[] => {
    if (!window.closed || window.closed.how === 'void') return [];
    return [
      {
        key: windowKey(conversation.key, window.window),
        dimension: windowDimension(window.kind),
        at: window.fromAt,
        worth: rubric.offers.window,
        credit: rubric.offers.window * creditOf(window),
        unsure: window.isDoubtful ?? false,
        ...(window.isDoubtful && { inDoubt: windowInDoubt(conversation, window, windowName(window.kind)) }),
        windowKind: window.kind,
        text: say('opportunities:windowLost', {
          name: caseFacts.scenario.customer.name,
          window: windowName(window.kind),
        }),
      },
    ];
  });
};
