/** What the content says about one conversation, looked up by id: else every finding would search for itself. */
import type {
  ActionSpec,
  Beat,
  ContentData,
  CustomerPicture,
  Persona,
  Point,
  PolicyCard,
  Product,
  Question,
  Scenario,
  Shop,
} from '#engine/model/content.ts';
import { pictureOf } from '#engine/model/customer-pictures.ts';
import { calledAt } from '#engine/prepare/prepare.ts';

export type CaseFacts = {
  scenario: Scenario;
  shop: Shop;
  persona: Persona | null;
  beat(id: string | null): Beat | null;
  question(id: string): Question | null;
  /** A point by id, of a question or of a window. */
  point(id: string): { point: Point; question: Question | null } | null;
  product(id: string): Product | null;
  card(id: string): PolicyCard | null;
  action(id: string): ActionSpec | null;
  /** What a customer's picture shows; null for a name without a drawing. */
  picture(id: string): CustomerPicture | null;
};

/** Throws when the drill's content isn't the one the log was made with. */
export function caseFacts(content: ContentData, scenarioId: string): CaseFacts {
  const scenario = content.scenarios.find((s) => s.id === scenarioId);
  const shop = content.shops.find((s) => s.id === scenario?.shop);
  if (!scenario || !shop) throw new Error(`content lacks ${scenarioId} or its shop`);
  const questions = scenario.beats.flatMap((b) => b.asks);
  const points = [
    ...questions.flatMap((question) => question.points.map((point) => ({ point, question }))),
    ...scenario.beats.flatMap((b) => b.points.map((point) => ({ point, question: null }))),
  ];
  return {
    scenario,
    shop,
    persona: content.personas.find((p) => p.id === scenario.customer.persona) ?? null,
    beat: (id) => scenario.beats.find((b) => b.id === id) ?? null,
    question: (id) => questions.find((q) => q.id === id) ?? null,
    point: (id) => points.find((p) => p.point.id === id) ?? null,
    product: (id) => shop.products.find((p) => p.id === id) ?? null,
    card: (id) => shop.policies.find((p) => p.id === id) ?? null,
    action: (id) => {
      const action = content.actions.find((a) => a.id === id);
      return action ? calledAt(content, shop, action) : null;
    },
    picture: (id) => pictureOf(content, id),
  };
}
