import type { StageRule } from '#contract/practice/learning-path.ts';
import type { TradeYear } from '#contract/terms/trade-year.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { Moment, Rush } from '#engine/model/rush.ts';
import type { ProjectTask } from '#library/load-projects.ts';
import type { TypingLibrary } from '#library/load-typing.ts';
import type { FactsByShop } from '#library/questions/draw-paper.ts';
import type { QuestionBank } from '#library/questions/question.ts';
import type { QuickReplyRemark } from '#library/reading/quick-reply-remarks.ts';
import type { ShopDay } from '#library/reading/shop-day.ts';
import type { LeadRules } from '#library/schema/rubric.ts';
import type { Card, DealsById } from '#library/variations/card.ts';
import type { CaseTemplate } from '#library/variations/case-template.ts';
import type { Staging } from '#library/variations/story-time.ts';

export type { ProjectTask } from '#library/load-projects.ts';

/** A case that doesn't ship, with the hash of its version; `template`: what its variants are made of, null where it is plain. */
export type SchoolCase = { version: string; scenario: Scenario; template: CaseTemplate | null };

/** All content that can be drilled, as the library read it. */
export type Catalog = {
  data: ContentData;
  /** Which quick replies fit and which are traps, for the self-test alone: no drill's content holds it. */
  marks: readonly QuickReplyRemark[];
  /** Customers with one short question: drilled several at a time, and in no list of cases. */
  short: readonly Scenario[];
  /** How customers come in a rush. */
  rush: Rush;
  /** Project tasks, and the cases that are parts of them: in no list of cases. */
  tasks: readonly ProjectTask[];
  parts: readonly Scenario[];
  /** What papers are drawn from, keys included: it never leaves the server whole. */
  bank: QuestionBank;
  /** What can be typed, and from which speed it passes. */
  typing: TypingLibrary;
  /** The stages of the learning path as they ship. */
  stages: readonly StageRule[];
  /** Promotions of the trade's year, and the drills before and after each. */
  tradeYear: TradeYear;
  /** How long a 班组长 has for an answer, and what its parts are worth. */
  lead: LeadRules;
  /** Goods, coupons and rules that questions' numbers are drawn from. */
  factsByShop: FactsByShop;
  /** Ids of the cases that vary, short ones aside. */
  varying: ReadonlySet<string>;
  /** The short customers a rush deals at a moment of the shop alone. */
  momentCases: readonly MomentCase[];
  /** What a shop offers on the day of a rush, and its variants of each moment, by the seed; `isSealed`: not to be dealt. */
  shopDay(shop: string, seed: number, isSealed: (scenario: string) => boolean): Promise<ShopDay>;
  /** Ids of the shop's cases that name one of these goods in any variant. */
  naming(shop: string, goods: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Those of these cases that can be played where a rush of that day and hour is, by their ids (RULES Q73).
   * `schoolCases`: those among them that don't ship.
   */
  playableOn(
    scenarios: readonly Scenario[],
    staging: Staging,
    schoolCases?: readonly SchoolCase[],
  ): Promise<ReadonlySet<string>>;
  /**
   * The content a drill of these scenarios needs, and its hash. Every id must exist here or among `schoolCases`,
   * which replace shipped ones of the same id. `card`: which variant of the cases that vary; left out, the usual one.
   * `deals`: how some of them are played otherwise.
   */
  contentFor(
    scenarioIds: readonly string[],
    schoolCases?: readonly SchoolCase[],
    card?: Card,
    deals?: DealsById,
  ): Promise<{ data: ContentData; hash: string }>;
};

export type MomentCase = { id: string; shop: string; moment: Moment };

/**
 * The school whose own cases a drill may use besides the shipped ones, and their versions; without one a case is used
 * as published.
 */
export type CaseSource = { school: string | null; versions: readonly { scenario: string; version: string }[] };
/** Only what ships. */
export const SHIPPED_ONLY: CaseSource = { school: null, versions: [] };

/** What one school may drill: the shipped content with its own published cases in `data`. */
export type SchoolCatalog = Pick<Catalog, 'data' | 'varying'> & {
  /** Its own cases that are published, with their versions. */
  ownCases: readonly SchoolCase[];
  /** The shipped short customers. */
  short: readonly Scenario[];
  /** The shipped rushes. */
  rush: Rush;
  /**
   * A case by its id, for the titles of drills: also a short one, and one of the school's that is withdrawn or was never
   * published.
   */
  find(id: string): Scenario | null;
};

/** The shipped content, and every school's own beside it. All content of drills comes from here. */
export type Catalogs = Catalog & {
  /** With `school` null: the shipped content alone. */
  of(school: string | null): Promise<SchoolCatalog>;
  /** The catalog with the versions that `source` names, such as those a run was planned with, instead of the published ones. */
  withVersions(source: CaseSource): Promise<SchoolCatalog>;
  /**
   * The content a drill of these scenarios pins, and its hash. Every id must be in the school's catalog or be named
   * with a version. `card`: which variant of the cases that vary; left out, the usual one. `deals`: how some are played otherwise.
   */
  contentFrom(
    source: CaseSource,
    scenarioIds: readonly string[],
    card?: Card,
    deals?: DealsById,
  ): Promise<{ data: ContentData; hash: string }>;
  /** To be called when a school's cases have changed (null: any school's may have): they are read again when next needed. */
  forgetSchool(school: string | null): void;
};
