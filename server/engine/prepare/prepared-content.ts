/** Content made ready for the engine: its shapes. */
import type { Beat, ContentData, Ending, Fact, Persona, Point, Question, Scenario } from '#engine/model/content.ts';
import type { ActionSpec, Shop } from '#engine/model/shop.ts';
import type { RequestDetectors } from '#language/asked/asked.ts';
import type { QuickReplyIndex } from '#language/quick-replies/match-quick-replies.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import type { CaseTruth } from './case-truth.ts';
import type { LineFigures } from './line-figures.ts';
import type { AskCharsByPoint } from './topics.ts';

export type PreparedQuestion = { question: Question; beat: Beat; pointIds: readonly string[] };

export type PreparedPoint = {
  point: Point;
  question: Question | null;
  beat: Beat;
  /** Compiled on first use, some milliseconds for a case: only the judge's thread uses it in a server. */
  readonly compiled: CompiledPoint;
};

/** One scenario with what it refers to. */
export type PreparedCase = {
  scenario: Scenario;
  persona: Persona;
  shop: Shop;
  beats: ReadonlyMap<string, Beat>;
  endings: ReadonlyMap<string, Ending>;
  questions: ReadonlyMap<string, PreparedQuestion>;
  points: ReadonlyMap<string, PreparedPoint>;
  facts: ReadonlyMap<string, Fact>;
  /** Detects in words which facts the trainee asks for; compiled on first use. */
  readonly requestDetectors: RequestDetectors;
  quickReplies: QuickReplyIndex;
  /** Operations the customer has no sign of (a report, a note, a ticket), each with its group. */
  unseenActions: ReadonlyMap<string, string>;
  /** Whether words remind of payment, or the platform's button alone. */
  wordsRemind: boolean;
  /** Promises and figures that are right here; compiled on first use, as points are. */
  readonly truth: CaseTruth;
  /** Figures of the shop's that the customer's lines repeat; read on first use. */
  readonly lineFigures: LineFigures;
  /** Pairs of characters that tell of each point; read on first use. */
  readonly tellingWords: TellingWords;
  /** Characters that tell what each point's `ask` is about; read on first use. */
  readonly askWords: AskCharsByPoint;
};

export type Content = {
  data: ContentData;
  cases: ReadonlyMap<string, PreparedCase>;
  actions: ReadonlyMap<string, ActionSpec>;
};

/** By point how much each pair of characters tells of it: the fewer points of the case have it, the more. */
export type TellingWords = ReadonlyMap<string, ReadonlyMap<string, number>>;
