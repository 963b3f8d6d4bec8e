/** The card of whoever plays a customer: an allow-list, written field by field. No answer to a question is on it. */
import type { PlayerCard } from '#contract/together/role-plays.ts';
import type { Beat, Burst, ContentData } from '#engine/model/content.ts';
import { productName } from './present-parts.ts';

const textsOf = (burst: Burst | null): string[] =>
  (burst ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

const linesOf = ({ says }: Beat): string[] => textsOf(says);

/**
 * Null where the case isn't in the content. The opening isn't among the goals: the case says it by itself. `aims`: what
 * is written of the case's customer alone.
 */
export const playerCard = (
  content: ContentData,
  scenarioId: string,
  aims: PlayerCard['aims'] = null,
): PlayerCard | null => {
  const scenario = content.scenarios.find(({ id }) => id === scenarioId);
  const shop = content.shops.find(({ id }) => id === scenario?.shop);
  if (scenario === undefined || shop === undefined) return null;
  const persona = content.personas.find(({ id }) => id === scenario.customer.persona);
  const later = scenario.beats.slice(1);
  return {
    title: scenario.title,
    shop: shop.name,
    customer: scenario.customer.name,
    nature: persona?.name ?? '',
    // In their own words: what they told the shop before.
    before: [...scenario.customer.said],
    orders: scenario.orders.map(({ no, status, total, items }) => ({
      ...{ no, status, total },
      items: items.map(({ product, qty }) => ({ name: productName(shop, product), qty })),
    })),
    aims: aims === null ? null : { wants: aims.wants, accepts: aims.accepts, leaves: aims.leaves },
    goals: later
      .filter(({ asks }) => asks.length > 0)
      .map((beat) => ({ beat: beat.id, asks: beat.asks.map(({ text }) => text), lines: linesOf(beat) })),
    more: later
      .filter((beat) => beat.asks.length === 0 && linesOf(beat).length > 0)
      .map((beat) => ({ beat: beat.id, lines: linesOf(beat) })),
    held: scenario.customer.knows.map(({ says }) => textsOf(says)).filter((texts) => texts.length > 0),
  };
};
