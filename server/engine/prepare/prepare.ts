/** Content made ready for the engine: look-up tables, and each point's keys compiled once, when they are first judged. */

import type { Beat, ContentData, Point, Question, Scenario } from '#engine/model/content.ts';
import type { ActionSpec, Shop } from '#engine/model/shop.ts';
import { type AskableFact, compileRequestDetectors, type RequestDetectors } from '#language/asked/asked.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { compileQuickReplies, type QuickReplyIndex } from '#language/quick-replies/match-quick-replies.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';
import { type CaseTruth, caseTruthOf } from './case-truth.ts';
import { type LineFigures, lineFiguresOf } from './line-figures.ts';
import type { Content, PreparedCase, PreparedPoint, PreparedQuestion, TellingWords } from './prepared-content.ts';
import { sideFactsOf } from './side-facts.ts';
import { tellingWordsOf } from './telling-words.ts';
import { type AskCharsByPoint, askCharsOf } from './topics.ts';

/** Facts that a customer may be asked for in words. The model's question stands first: it is a whole sentence. */
const askableFactsOf = (scenario: Scenario): AskableFact[] =>
  scenario.customer.knows
    .filter(({ cues }) => cues.length > 0)
    .map(({ id, says, cues, model }) => ({
      id,
      says: says.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join('\n'),
      asks: [...(model ? [model] : []), ...cues],
      isSide: sideFactsOf(scenario).has(id),
    }));

/** Those of them that the case wants asked for. */
export const factsOf = (scenario: Scenario): AskableFact[] => askableFactsOf(scenario).filter(({ isSide }) => !isSide);

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

/** A class, as the two below: what they make on first use would take a function of its own in each of a case's points. */
class LazyPoint implements PreparedPoint {
  readonly #shop: Shop;
  readonly point: Point;
  readonly question: Question | null;
  readonly beat: Beat;
  constructor(shop: Shop, point: Point, question: Question | null, beat: Beat) {
    this.#shop = shop;
    this.point = point;
    this.question = question;
    this.beat = beat;
  }
  get compiled(): CompiledPoint {
    return compiledFor(this.#shop, this.point);
  }
}

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
class LazyReadings {
  readonly #scenario: Scenario;
  #requestDetectors: RequestDetectors | null = null;
  #lineFigures: LineFigures | null = null;
  #tellingWords: TellingWords | null = null;
  #askWords: AskCharsByPoint | null = null;
  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }
  get requestDetectors(): RequestDetectors {
    this.#requestDetectors ??= compileRequestDetectors(askableFactsOf(this.#scenario));
    return this.#requestDetectors;
  }
  get lineFigures(): LineFigures {
    this.#lineFigures ??= lineFiguresOf(this.#scenario);
    return this.#lineFigures;
  }
  get tellingWords(): TellingWords {
    this.#tellingWords ??= tellingWordsOf(this.#scenario);
    return this.#tellingWords;
  }
  get askWords(): AskCharsByPoint {
    this.#askWords ??= askCharsOf(this.#scenario);
    return this.#askWords;
  }
}

const readingsOf = new WeakMap<Scenario, LazyReadings>();

const lazyReadingsOf = (scenario: Scenario): LazyReadings => {
  const readings = readingsOf.get(scenario) ?? new LazyReadings(scenario);
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

/** By a list of operations: all cases of a library have the same. */
const unseenOnce = new WeakMap<ContentData['actions'], ReadonlyMap<string, string>>();

const unseenActionsOf = (actions: ContentData['actions']): ReadonlyMap<string, string> => {
  const unseen =
    unseenOnce.get(actions) ?? new Map(actions.filter(isUnseen).map((action) => [action.id, kindOf(action)]));
  unseenOnce.set(actions, unseen);
  return unseen;
};

type MadeAtOnce = Omit<PreparedCase, 'truth' | 'requestDetectors' | 'lineFigures' | 'tellingWords' | 'askWords'>;

class LazyCase implements PreparedCase {
  readonly scenario: Scenario;
  readonly persona: PreparedCase['persona'];
  readonly shop: Shop;
  readonly beats: PreparedCase['beats'];
  readonly endings: PreparedCase['endings'];
  readonly questions: PreparedCase['questions'];
  readonly points: PreparedCase['points'];
  readonly facts: PreparedCase['facts'];
  readonly quickReplies: QuickReplyIndex;
  readonly unseenActions: PreparedCase['unseenActions'];
  readonly wordsRemind: boolean;
  readonly #readings: LazyReadings;
  constructor(made: MadeAtOnce) {
    this.scenario = made.scenario;
    this.persona = made.persona;
    this.shop = made.shop;
    this.beats = made.beats;
    this.endings = made.endings;
    this.questions = made.questions;
    this.points = made.points;
    this.facts = made.facts;
    this.quickReplies = made.quickReplies;
    this.unseenActions = made.unseenActions;
    this.wordsRemind = made.wordsRemind;
    this.#readings = lazyReadingsOf(made.scenario);
  }
  get truth(): CaseTruth {
    return truthIn(this.scenario, this.shop);
  }
  get requestDetectors(): RequestDetectors {
    return this.#readings.requestDetectors;
  }
  get lineFigures(): LineFigures {
    return this.#readings.lineFigures;
  }
  get tellingWords(): TellingWords {
    return this.#readings.tellingWords;
  }
  get askWords(): AskCharsByPoint {
    return this.#readings.askWords;
  }
}

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
      for (const point of question.points) points.set(point.id, new LazyPoint(shop, point, question, beat));
    }
    for (const point of beat.points) points.set(point.id, new LazyPoint(shop, point, null, beat));
  }
  return new LazyCase({
    scenario,
    persona,
    shop,
    beats: new Map(scenario.beats.map((beat) => [beat.id, beat])),
    endings: new Map(scenario.endings.map((ending) => [ending.id, ending])),
    questions,
    points,
    facts: new Map(scenario.customer.knows.map((fact) => [fact.id, fact])),
    quickReplies: quickReplyIndexOf(shop),
    unseenActions: unseenActionsOf(data.actions),
    wordsRemind: data.platforms.find(({ id }) => id === shop.platform)?.remindsBy !== 'button',
  });
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
