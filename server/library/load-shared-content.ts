/** Shared content that cases stand on: types, actions, rubrics, platforms, personas, shops. */

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ContentData, CustomerPicture, Persona } from '#engine/model/content.ts';
import type { Platform, Rubric } from '#engine/model/rubric.ts';
import { NO_RUSH, type Rush } from '#engine/model/rush.ts';
import type { ActionSpec, PolicyCard, Shop } from '#engine/model/shop.ts';
import { say } from '#i18n/say.ts';
import { type Diagnostic, diagnose } from '#library/diagnostics/diagnostics.ts';
import type { QuestionBank } from '#library/questions/question.ts';
import { toPictures } from '#library/reading/customer-pictures.ts';
import { toPersona } from '#library/reading/normalise.ts';
import { type QuickReplyRemark, quickReplyRemarks } from '#library/reading/quick-reply-remarks.ts';
import { type AuthoredFile, listNames, readFile, yamlFiles } from '#library/reading/read-file.ts';
import { type AuthoredPicture, type AuthoredPlatform, picturesFile, platformFile } from '#library/schema/data.ts';
import type { AuthoredBlueprint, AuthoredQuestions } from '#library/schema/questions.ts';
import { DEFAULT_LEAD_RULES, type LeadRules } from '#library/schema/rubric.ts';
import { type AuthoredRush, rushFile } from '#library/schema/rush.ts';
import {
  type AuthoredPersona,
  type AuthoredProduct,
  type AuthoredQuickReply,
  type AuthoredRubric,
  type AuthoredShop,
  actionsFile,
  type LawRow,
  lawFile,
  personaFile,
  policiesFile,
  productsFile,
  quickRepliesFile,
  rubricFile,
  shopFile,
  typesFile,
} from '#library/schema/schema.ts';
import { type AuthoredStages, type PathStages, stagesFile } from '#library/schema/stages.ts';
import { type AuthoredTradeYear, NO_TRADE_YEAR, type TradeYear, tradeYearFile } from '#library/schema/trade-year.ts';
import { questionBank, questionFiles } from './load-questions.ts';
import { type TypingFiles, type TypingLibrary, typingFiles, typingLibrary } from './load-typing.ts';

export type ScenarioType = ContentData['types'][number];

export type ShopFiles = {
  /** The folder's name; the shop's id must be the same. */
  folder: string;
  shop: AuthoredFile<AuthoredShop>;
  products: AuthoredFile<AuthoredProduct[]>;
  policies: AuthoredFile<readonly PolicyCard[]>;
  quickReplies: AuthoredFile<AuthoredQuickReply[]>;
};

export type SharedContent = {
  types: readonly ScenarioType[];
  actions: readonly ActionSpec[];
  /** Newest first: the first is the default. */
  rubrics: readonly Rubric[];
  platforms: ReadonlyMap<string, Platform>;
  personas: ReadonlyMap<string, Persona>;
  shops: ReadonlyMap<string, Shop>;
  /** What authors remark on the shops' quick replies. Here, since reading it from the files reads the whole library anew. */
  remarks: readonly QuickReplyRemark[];
  /** Pictures that customers send. */
  pictures: readonly CustomerPicture[];
  /** How customers come on days of promotion. */
  rush: Rush;
  /** What papers are drawn from. */
  bank: QuestionBank;
  /** The stages of the learning path. */
  stages: PathStages;
  /** Promotions of the trade's year, and the drills before and after each. */
  tradeYear: TradeYear;
  /** How long a 班组长 has for an answer, and what its parts are worth. */
  lead: LeadRules;
  /** What can be typed, and how fast is fast. */
  typing: TypingLibrary;
};

export type SharedFiles = TypingFiles & {
  types: AuthoredFile<ScenarioType[]>;
  /** Rows of law that cases are sorted by; no drill pins them. */
  law: AuthoredFile<LawRow[]>;
  actions: AuthoredFile<readonly { id: string }[]>;
  pictures: AuthoredFile<AuthoredPicture[]>;
  rush: AuthoredFile<AuthoredRush>;
  stages: AuthoredFile<AuthoredStages>;
  /** Null where the library has none. */
  tradeYear: AuthoredFile<AuthoredTradeYear> | null;
  /** Null where the library has no questions. */
  blueprint: AuthoredFile<AuthoredBlueprint> | null;
  questions: AuthoredFile<AuthoredQuestions>[];
  personas: AuthoredFile<AuthoredPersona>[];
  rubrics: AuthoredFile<AuthoredRubric>[];
  shops: ShopFiles[];
};

/** Reads everything but the cases under `dir`. Files with errors are left out of it. */
export const loadSharedContent = (
  dir: string,
): {
  catalogue: SharedContent;
  files: SharedFiles;
  diagnostics: Diagnostic[];
} => {
  const types = readFile(join(dir, 'types.yaml'), typesFile);
  const law = readFile(join(dir, 'law.yaml'), lawFile);
  const actions = readFile(join(dir, 'actions.yaml'), actionsFile);
  const pictures = readFile(join(dir, 'pictures', 'pictures.yaml'), picturesFile);
  const rush = readFile(join(dir, 'rush.yaml'), rushFile);
  const stages = readFile(join(dir, 'stages.yaml'), stagesFile);
  const tradeYearPath = join(dir, 'trade-year.yaml');
  const tradeYear = existsSync(tradeYearPath) ? readFile(tradeYearPath, tradeYearFile) : null;
  const rubrics = yamlFiles(join(dir, 'rubrics')).map((file) => readFile(file, rubricFile));
  const platforms = yamlFiles(join(dir, 'platforms')).map((file) => readFile(file, platformFile));
  const personas = yamlFiles(join(dir, 'personas')).map((file) => readFile(file, personaFile));
  const shops = listNames(join(dir, 'shops'), 'folder').map((name) => loadShop(join(dir, 'shops', name)));
  const { blueprint, questions } = questionFiles(join(dir, 'questions'));
  const { phrases, typing } = typingFiles(join(dir, 'typing'));
  const shopsById = byId(shops.flatMap(({ shop }) => (shop ? [shop] : [])));
  const authoredRubrics = valuesOf(rubrics).sort(
    (a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id, 'en'),
  );
  const read = [
    ...(blueprint === null ? questions : [blueprint, ...questions]),
    ...(phrases === null ? typing : [phrases, ...typing]),
    ...(tradeYear === null ? [] : [tradeYear]),
    ...[types, law, actions, pictures, rush, stages, ...rubrics, ...platforms, ...personas],
    ...shops.flatMap(({ files }) => [files.shop, files.products, files.policies, files.quickReplies]),
  ];
  return {
    catalogue: {
      types: types.value ?? [],
      actions: actions.value ?? [],
      // How fast typing is fast and what a lead's answers are worth mark no drill, so no drill's content holds them.
      rubrics: authoredRubrics.map(({ typing: _, lead: __, ...rubric }) => rubric),
      platforms: byId(valuesOf(platforms).map(toPlatform)),
      personas: byId(valuesOf(personas).map(toPersona)),
      shops: shopsById,
      remarks: quickReplyRemarks(shops.map(({ files }) => files)),
      pictures: toPictures(pictures),
      rush: rush.value ?? NO_RUSH,
      stages: stages.value ?? [],
      tradeYear: tradeYear?.value ?? NO_TRADE_YEAR,
      bank: questionBank(valuesOf(questions), {
        shops: shopsById,
        law: law.value ?? [],
        trade: blueprint?.value?.trade ?? [],
      }),
      lead: authoredRubrics[0]?.lead ?? DEFAULT_LEAD_RULES,
      typing: typingLibrary({ phrases, typing }, shopsById, authoredRubrics[0]),
    },
    files: {
      ...{
        types,
        law,
        actions,
        pictures,
        rush,
        stages,
        tradeYear,
        blueprint,
        questions,
        phrases,
        typing,
        personas,
        rubrics,
      },
      shops: shops.map(({ files }) => files),
    },
    diagnostics: [
      ...read.flatMap(({ diagnostics }) => diagnostics),
      ...(rubrics.length > 0 ? [] : [missing(join(dir, 'rubrics'), say('checker:file.no-rubric'))]),
    ],
  };
};

const loadShop = (dir: string): { shop: Shop | null; files: ShopFiles } => {
  const files = {
    folder: basename(dir),
    shop: readFile(join(dir, 'shop.yaml'), shopFile),
    products: readFile(join(dir, 'products.yaml'), productsFile),
    policies: readFile(join(dir, 'policies.yaml'), policiesFile),
    quickReplies: readFile(join(dir, 'quick-replies.yaml'), quickRepliesFile),
  };
  const [shop, products, policies, quickReplies] = [
    files.shop.value,
    files.products.value,
    files.policies.value,
    files.quickReplies.value,
  ];
  if (!shop || !products || !policies || !quickReplies) return { shop: null, files };
  // What only cases that vary need is written into their variants, so no drill's content holds it.
  const { rules: _, ...kept } = shop;
  return {
    files,
    shop: {
      ...kept,
      products: products.map(({ called: _called, unit: _unit, ...product }) => ({
        ...product,
        stock: product.stock ?? null,
        picture: product.picture ?? null,
      })),
      policies,
      // The traps among the quick replies are part of the answer key, so they stay with the checker.
      quickReplies: quickReplies.map(({ id, code, group, title, text }) => ({ id, code, group, title, text })),
    },
  };
};

const toPlatform = (authored: AuthoredPlatform): Platform => {
  const figures = authored.figures.map((figure) => ({
    ...figure,
    capS: figure.capS ?? null,
    withinS: figure.withinS ?? null,
    target: figure.target ?? null,
  }));
  const { 'reminds-by': remindsBy, ...rest } = authored;
  return { ...rest, figures, remindsBy };
};

const valuesOf = <T>(files: readonly AuthoredFile<T>[]): T[] => {
  return files.flatMap(({ value }) => (value === null ? [] : [value]));
};

/** The first of two with one id stands; `checks/check-library.ts` reports the second. */
const byId = <T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> => {
  return new Map([...items].reverse().map((item) => [item.id, item]));
};

const missing = (file: string, message: string): Diagnostic => {
  return diagnose('missing-file', file, { line: 1, column: 1 }, message);
};
