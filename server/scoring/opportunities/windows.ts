/** 时机: taken 1, late or lighter half, soon after three quarters, missed or spoiled 0, void not offered, doubtful 待核 (RULES V2, V4, M8). */
import type { WindowKind } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { WindowHistory } from '#scoring/log/conversation-history.ts';
import { lostShareOf } from '#scoring/log/late-windows.ts';
import { windowInDoubt } from './in-doubt.ts';
import { type Opportunity, windowKey } from './opportunity.ts';
import { windowDimension } from './window-dimension.ts';

/** What a window is called in a table: 跟进, 催付. */
export const windowName = (kind: WindowKind): string => say(`opportunities:window.${kind}`);

/** Something is left of words said too late, and of a missing goodbye of which little was left to say (RULES M26, M251). */
const creditOf = (window: WindowHistory): number => (window.closed?.how === 'taken' ? 1 : 1 - lostShareOf(window));

export const windowOpportunities = (facts: ConversationFacts): Opportunity[] => {
  const { conversation, rubric, caseFacts } = facts;
  return conversation.windows.flatMap((window): Opportunity[] => {
    if (!window.closed || window.closed.how === 'void') return [];
    return [
      {
        key: windowKey(conversation.key, window.window),
        dimension: windowDimension(facts, window.kind),
        at: window.fromAt,
        worth: rubric.offers.window,
        credit: rubric.offers.window * creditOf(window),
        creditIfLost: rubric.offers.window * creditOf(window),
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
