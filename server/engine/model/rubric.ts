/** The shape of rubrics and platform rules: dated data by which a report is made. Types only. */

export type Dimension = 'response' | 'expression' | 'solving' | 'operation' | 'manner' | 'sales';
export type Severity = 'grave' | 'mild' | 'merit';
export type Tier = { upTo: number; excellentS: number; passS: number; failS: number };
export type FindingRule = {
  code: string;
  family: string;
  dimension: Dimension;
  severity: Severity;
  /** Marks taken off the dimension (0–100 scale of the dimension), on top of the lost opportunity. */
  deduct: number;
  title: string;
  /** Why it matters, with the family of error, a law's article or a card. */
  why: string;
  /** What to do, one sentence, for "change this first". */
  advice: string;
};
/** Thresholds from which the client's times say why somebody is slow. They decide a sentence of the report and no mark. */
export type AnatomyThresholds = {
  /** When the thresholds were set. */
  date: string;
  /** With fewer rounds that have times no cause is named. */
  fewestRounds: number;
  /** A cause must show in so many slow rounds at least; with fewer slow rounds none is named. */
  fewestSlow: number;
  /** Share of the slow rounds' seconds a cause takes at least, and its least lead over the next one (0–1). */
  share: number;
  ahead: number;
  /** Share of waiting with the message unopened while others waited too, above which nobody could have been quicker (0–1). */
  busyShare: number;
  /** Seconds from which a part of a round counts: message not opened, cards read, thought, a quick reply looked for. */
  unseenS: number;
  lookUpS: number;
  thinkS: number;
  phraseS: number;
  /** Typing below this speed is slow; it is told only from so many characters on. */
  charactersPerMinute: number;
  fewestCharacters: number;
  /** Characters deleted for each one typed, from which it is much (0–1). */
  deletedShare: number;
};
/**
 * How a measure earns stars: `lines` from best to worst, each met at its value or better; past the last one there is
 * one star.
 */
export type StarFigure = {
  /** Id of the report's measure. */
  measure: string;
  weight: number;
  better: 'less' | 'more';
  lines: readonly { line: number; stars: number }[];
};
export type StarRule = {
  of: number;
  step: number;
  /** The rating is at most this many stars above its lowest figure. */
  above: number;
  source: string;
  date: string;
  figures: readonly StarFigure[];
};
export type Rubric = {
  id: string;
  date: string;
  weights: Readonly<Record<Dimension, number>>;
  pass: number;
  excellent: number;
  /** A red line at high confidence caps the total here. */
  cap: number;
  /** Above this share of uncertain opportunities a dimension says 待核. */
  unsureShare: number;
  /** Share of a doubt that counts as taken until a person rules (RULES M2). Rubrics older than this leave doubts out of the mark. */
  doubted?: number | undefined;
  /** How much heavier a loss weighs than its share of the chances (RULES M20); 1 in rubrics that don't say. */
  severity?: number | undefined;
  tiers: readonly Tier[];
  /** 慢接待 and 长接待, which have no threshold common to all. Rubrics older than this have none of their own. */
  handling?: { slowS: number; longMinutes: number } | undefined;
  /** Seconds at which the desk's wait meter warns and urges, whatever the tier; absent in older rubrics. Marks nothing. */
  meter?: { warnS: number; urgeS: number } | undefined;
  /** Thresholds for a cause of slowness. Rubrics older than this have none, and then no cause is named. */
  anatomy?: AnatomyThresholds | undefined;
  /** 星级. Rubrics older than this have none. */
  stars?: StarRule | undefined;
  /**
   * Shares of the road and of the customers (RULES M12). Where less of the road than `reached` was reached, the drill
   * is 未完成; where the share `left` of the customers had nobody who spoke to them any more, the total is at most `most`.
   * Rubrics older than this have none: what a customer who left cut off isn't offered then. `spared`: the share of it that
   * is not lost where all that was reached was earned (RULES M48); none in rubrics that don't say.
   */
  road?: { reached: number; left: number; most: number; spared?: number | undefined } | undefined;
  /**
   * After `times` rude replies beyond doubt the total is at most `most` (RULES M13), after a single one at most `once`.
   * Rubrics older than this have none.
   */
  rude?: { times: number; most: number; once?: number | undefined } | undefined;
  roundCredit: { excellent: number; pass: number; weak: number; fail: number };
  offers: { must: number; bonus: number; need: number; duty: number; window: number; turn: number };
  findings: readonly FindingRule[];
};

export type PlatformFigure = {
  id: string;
  title: string;
  kind: 'mean-round' | 'share-rounds' | 'share-first' | 'share-no-gap';
  /** Rounds longer than this count as this; null = no cap. */
  capS: number | null;
  withinS: number | null;
  hours: readonly [string, string];
  target: number | null;
  formula: string;
  source: string;
  date: string;
};
export type Platform = {
  id: string;
  name: string;
  date: string;
  figures: readonly PlatformFigure[];
  /** Whether words remind of payment too, or the button alone (docs/trade.md §5). Content stored before it was known has none. */
  remindsBy?: 'words' | 'button' | undefined;
  /** What the platform calls an action, by its id, where it isn't the usual word. */
  titles?: Readonly<Record<string, string>> | undefined;
};
