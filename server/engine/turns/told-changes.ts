/** What the desks have been told of the shop's goods by now. */
import { type ChangedProduct, changesSoFar } from '#engine/model/shop-after.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { DecisionContext } from '#engine/state/decision-context.ts';

/** The rush's own changes, and those of the announcements that came with a customer (RULES J171). */
export const toldChanges = (context: Pick<DecisionContext, 'content' | 'drill'>): readonly ChangedProduct[] => [
  ...changesSoFar(context.drill.rush),
  ...context.drill.order.flatMap((key) => {
    const conversation = context.drill.conversations[key];
    if (!conversation?.isNoticeShown) return [];
    const { incident, shop } = preparedCaseIn(context.content, conversation.scenario).scenario;
    return incident?.changes ? [{ shop, ...incident.changes }] : [];
  }),
];
