/** Content made ready for the engine: look-up tables, and each point's keys compiled once, when they are first judged. */

import type { ActionSpec, Beat, ContentData, Point, Question, Scenario, Shop } from '#engine/model/content.ts';
import { type AskableFact, compileRequestDetectors, type RequestDetectors } from '#language/asked/asked.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { compileQuickReplies, type QuickReplyIndex } from '#language/quick-replies/match-quick-replies.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';
import { type CaseTruth, caseTruthOf } from './case-truth.ts';
import { type LineFigures, lineFiguresOf } from './line-figures.ts';
import { tellingWordsOf } from './maybe-told.ts';
import type { Content, PreparedCase, PreparedPoint, PreparedQuestion, TellingWords } from './prepared-content.ts';
import { type AskChars, askCharsOf } from './topics.ts';

/** Facts that a customer may be asked for in words. The model's question stands first: it is a whole sentence. */
export const factsOf = ({ customer }: Scenario): AskableFact[] =>
  customer.knows
    .filter(({ cues }) => cues.length > 0)
    .map(({ id, says, cues, model }) => ({
      id,
      says: says.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join('\n'),
      asks: [...(model ? [model] : []), ...cues],
    }));

/**
 * Points compiled already, by the goods of the shop they were compiled for: the names of goods are read in wordings. A
 * case's points are the same objects in whatever set of cases it is pinned with, and equal points of two shops are one.
 */
const compiledOnce = new WeakMap<Shop['products'], WeakMap<Point, CompiledPoint>>();

const compiledFor = ({ products }: Shop, point: Point): CompiledPoint => {
  const ofShop = compiledOnce.get(products) ?? new WeakMap<Point, CompiledPoint>();
  compiledOnce.set(products, ofShop);
  const compiled = ofShop.get(point) ?? compilePoint(point, goodsNamesOf(products));
  ofShop.set(point, compiled);
  return compiled;
};

const preparedPoint = (shop: Shop, point: Point, question: Question | null, beat: Beat): PreparedPoint => ({
  point,
  question,
  beat,
  get compiled() {
    return compiledFor(shop, point);
  },
});

/** Whether the customer has no sign of an operation: 报主管, 备注. A coupon or a changed size they can look for themselves. */
const isUnseen = ({ sends, fields }: ActionSpec): boolean => !sends && fields.some(({ name }) => name === 'note');
/** Operations of one kind serve the same end for a customer who can't see them: a note in the order and a ticket are both 记下. */
const kindOf = ({ id, group }: ActionSpec): string => (id === 'remark' || id === 'ticket' ? 'written' : group);

/** A case's ground by case, with the shop it was made for: in every set of cases both are the same objects. */
const groundOnce = new WeakMap<Scenario, { shop: Shop; ground: CaseTruth }>();

const truthIn = (scenario: Scenario, shop: Shop): CaseTruth => {
  const known = groundOnce.get(scenario);
  if (known?.shop === shop) return known.ground;
  const ground = caseTruthOf(scenario, shop);
  groundOnce.set(scenario, { shop, ground });
  return ground;
};

/** What is listened for in a case, each part made when it is first asked for. */
type LazyReadings = Pick<PreparedCase, 'requestDetectors' | 'lineFigures' | 'tellingWords' | 'askWords'>;
const readingsOf = new WeakMap<Scenario, LazyReadings>();

const lazyReadingsOf = (scenario: Scenario): LazyReadings => {
  let requestDetectors: RequestDetectors | null = null;
  let lineFigures: LineFigures | null = null;
  let tellingWords: TellingWords | null = null;
  let askWords: AskChars | null = null;
  const readings = readingsOf.get(scenario) ?? {
    get requestDetectors() {
      requestDetectors ??= compileRequestDetectors(factsOf(scenario));
      return requestDetectors;
    },
    get lineFigures() {
      lineFigures ??= lineFiguresOf(scenario);
      return lineFigures;
    },
    get tellingWords() {
      tellingWords ??= tellingWordsOf(scenario);
      return tellingWords;
    },
    get askWords() {
      askWords ??= askCharsOf(scenario);
      return askWords;
    },
  };
  readingsOf.set(scenario, readings);
  return readings;
};

/** By a shop's list of quick replies: variants of a case, and cases of a shop, have the same. */
const indexedOnce = new WeakMap<Shop['quickReplies'], QuickReplyIndex>();

const quickReplyIndexOf = ({ quickReplies }: Shop): QuickReplyIndex => {
  const index = indexedOnce.get(quickReplies) ?? compileQuickReplies([...quickReplies]);
  indexedOnce.set(quickReplies, index);
  return index;
};

const prepareCase = (scenario: Scenario, data: ContentData): PreparedCase => {
  const persona = data.personas.find(({ id }) => id === scenario.customer.persona);
  const shop = data.shops.find(({ id }) => id === scenario.shop);
  // The library checks both; content that reaches the engine without them is a bug there.
  if (!persona || !shop) throw new Error(`content of ${scenario.id} lacks its persona or shop`);
  const questions = new Map<string, PreparedQuestion>();
  const points = new Map<string, PreparedPoint>();
  for (const beat of scenario.beats) {
    for (const question of beat.asks) {
      questions.set(question.id, { question, beat, pointIds: question.points.map(({ id }) => id) });
      for (const point of question.points) points.set(point.id, preparedPoint(shop, point, question, beat));
    }
    for (const point of beat.points) points.set(point.id, preparedPoint(shop, point, null, beat));
  }
  const readings = lazyReadingsOf(scenario);
  return {
    scenario,
    persona,
    shop,
    get truth() {
      return truthIn(scenario, shop);
    },
    get requestDetectors() {
      return readings.requestDetectors;
    },
    get lineFigures() {
      return readings.lineFigures;
    },
    get tellingWords() {
      return readings.tellingWords;
    },
    get askWords() {
      return readings.askWords;
    },
    beats: new Map(scenario.beats.map((beat) => [beat.id, beat])),
    endings: new Map(scenario.endings.map((ending) => [ending.id, ending])),
    questions,
    points,
    facts: new Map(scenario.customer.knows.map((fact) => [fact.id, fact])),
    quickReplies: quickReplyIndexOf(shop),
    unseenActions: new Map(data.actions.filter(isUnseen).map((action) => [action.id, kindOf(action)])),
    wordsRemind: data.platforms.find(({ id }) => id === shop.platform)?.remindsBy !== 'button',
  };
};

/** The action by the name a shop's platform gives it. */
export const calledAt = (data: ContentData, shop: Shop | undefined, action: ActionSpec): ActionSpec => {
  const title = data.platforms.find(({ id }) => id === shop?.platform)?.titles?.[action.id];
  return title === undefined ? action : { ...action, title };
};

/** Compiles every point and card now, so that no turn waits for it. */
export const compileAll = ({ cases }: Content): void => {
  for (const preparedCase of cases.values()) {
    void preparedCase.truth;
    void preparedCase.requestDetectors;
    void preparedCase.lineFigures;
    void preparedCase.tellingWords;
    void preparedCase.askWords;
    for (const point of preparedCase.points.values()) void point.compiled;
  }
};

const madeReady = new WeakMap<ContentData, Content>();

/** Makes content ready once; the result may be shared by all drills pinned to the same hash. */
export const prepare = (data: ContentData): Content => {
  const content = madeReady.get(data) ?? {
    data,
    cases: new Map(data.scenarios.map((scenario) => [scenario.id, prepareCase(scenario, data)])),
    // All customers of a drill come to one shop.
    actions: new Map(data.actions.map((action) => [action.id, calledAt(data, data.shops[0], action)])),
  };
  madeReady.set(data, content);
  return content;
};

/** The prepared case of a conversation; throws when the drill's content isn't the one it was opened with. */
export const preparedCaseIn = (content: Content, scenario: string): PreparedCase => {
  const preparedCase = content.cases.get(scenario);
  if (!preparedCase) throw new Error(`no scenario ${scenario} in this content`);
  return preparedCase;
};
