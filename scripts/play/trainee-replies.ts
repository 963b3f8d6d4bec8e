/** The replies of a testplan's trainee, on the variant that is played or with the words of another one. */
import type { ContentData, VariantMark } from '#engine/model/content.ts';
import { type Library, templateIn } from '#library/load.ts';
import { stagedTestplan } from '#library/reading/staged-scenario.ts';
import { plainOf, variantOn } from '#library/reading/variant-scenario.ts';
import type { Reply, Testplan } from '#library/schema/testplan.ts';
import { cardOfSeed, type Deal, type DealsById, NO_DEALS } from '#library/variations/card.ts';

/** A testplan of the variant on a seed's card, played as `deal` says; of a case that doesn't vary the only one there is. */
export const testplanOn = (library: Library, id: string, seed: number, deal: Deal = {}): Testplan | undefined => {
  const template = templateIn(library, id);
  if (template === undefined) return library.testplans.get(id);
  const { staging, card } = deal;
  if (staging !== undefined)
    return stagedTestplan(template, library.shopFacts, {
      ...{ staging, card: card ?? cardOfSeed(seed), isWanted: card !== undefined },
    });
  return plainOf(template, variantOn(template, library.shopFacts, cardOfSeed(seed))).testplan;
};

/**
 * All that the trainee of this name says to these cases, with the words of `seed`; with several cases each reply is
 * addressed to its own. `deals`: how a rush plays them. Null: one of them has no such trainee.
 */
export const traineeReplies = (
  library: Library,
  scenarioIds: readonly string[],
  name: string,
  seed: number,
  deals: DealsById = NO_DEALS,
): Reply[] | null => {
  const replies: Reply[] = [];
  for (const id of scenarioIds) {
    const plan = testplanOn(library, id, seed, deals.get(id));
    const trainee = plan !== undefined && Object.hasOwn(plan, name) ? plan[name] : undefined;
    if (trainee === undefined) return null;
    for (const reply of trainee.replies)
      replies.push(scenarioIds.length === 1 ? reply : { ...reply, to: `${id}/${reply.to}` });
  }
  return replies;
};

/** The same deals with the card that each customer of the content really has: who comes again, or shares a notice, has another. */
export const dealsIn = ({ scenarios }: ContentData, deals: DealsById = NO_DEALS): DealsById =>
  new Map(
    scenarios.flatMap(({ id, variant }) => {
      const deal = deals.get(id);
      return deal === undefined || variant === undefined
        ? []
        : [[id, { ...deal, card: { deck: variant.deck, card: variant.card } }] as const];
    }),
  );

/** Which variants were played, by case; null where none of them varies. */
export const variantsIn = ({ scenarios }: ContentData): Readonly<Record<string, VariantMark>> | null => {
  const marks = scenarios.flatMap(({ id, variant }) => (variant === undefined ? [] : [[id, variant] as const]));
  return marks.length === 0 ? null : Object.fromEntries(marks);
};
