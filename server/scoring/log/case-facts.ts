/** What the content says about one conversation, looked up by id: else every finding would search for itself. */
import type { Beat, ContentData, CustomerPicture, Persona, Point, Question, Scenario } from '#engine/model/content.ts';
import { pictureOf } from '#engine/model/customer-pictures.ts';
import type { ActionSpec, PolicyCard, Product, Shop } from '#engine/model/shop.ts';
import { calledAt } from '#engine/prepare/prepare.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';

/** An id as the log or a card gives it; looked up, one that is missing finds nothing. */
type MaybeId = string | null | undefined;

export type CaseFacts = {
  scenario: Scenario;
  shop: Shop;
  /** What its goods are called, the same array for one shop; words are judged with them (RULES T56). */
  goodsNames: readonly string[];
  persona: Persona | null;
  /** When its kind of customer comes: before they order, until it is there, or after. Null: a kind that is no more. */
  stage: ContentData['types'][number]['stage'] | null;
  beat(id: MaybeId): Beat | null;
  question(id: MaybeId): Question | null;
  /** A point by id, of a question or of a window. */
  point(id: MaybeId): { point: Point; question: Question | null } | null;
  product(id: MaybeId): Product | null;
  card(id: MaybeId): PolicyCard | null;
  action(id: MaybeId): ActionSpec | null;
  /** What a customer's picture shows; null for a name without a drawing. */
  picture(id: string): CustomerPicture | null;
};

const goodsNamesByShop = new WeakMap<Shop, readonly string[]>();

const goodsNamesIn = (shop: Shop): readonly string[] => {
  const names = goodsNamesByShop.get(shop) ?? goodsNamesOf(shop.products);
  goodsNamesByShop.set(shop, names);
  return names;
};

/** Throws when the drill's content isn't the one the log was made with. */
export const caseFactsOf = (content: ContentData, scenarioId: string): CaseFacts => {
  const scenario = content.scenarios.find(({ id }) => id === scenarioId);
  const shop = content.shops.find(({ id }) => id === scenario?.shop);
  if (!scenario || !shop) throw new Error(`content lacks ${scenarioId} or its shop`);
  const questions = scenario.beats.flatMap(({ asks }) => asks);
  const points = [
    ...questions.flatMap((question) => question.points.map((point) => ({ point, question }))),
    ...scenario.beats.flatMap((beat) => beat.points.map((point) => ({ point, question: null }))),
  ];
  return {
    scenario,
    shop,
    goodsNames: goodsNamesIn(shop),
    persona: content.personas.find(({ id }) => id === scenario.customer.persona) ?? null,
    stage: content.types.find(({ id }) => id === scenario.type)?.stage ?? null,
    beat: (id) => scenario.beats.find((beat) => beat.id === id) ?? null,
    question: (id) => questions.find((question) => question.id === id) ?? null,
    point: (id) => points.find(({ point }) => point.id === id) ?? null,
    product: (id) => shop.products.find((product) => product.id === id) ?? null,
    card: (id) => shop.policies.find((card) => card.id === id) ?? null,
    action: (id) => {
      const action = content.actions.find((spec) => spec.id === id);
      return action ? calledAt(content, shop, action) : null;
    },
    picture: (id) => pictureOf(content, id),
  };
};
