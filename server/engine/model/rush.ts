/** How customers come on a day of promotion. All figures are data (scenarios/rush.yaml). */

/** Customers who come in together: `count` of them within `over` seconds from second `at` on. */
export type RushBatch = { at: number; count: number; over: number };

export type RushProfile = {
  id: string;
  name: string;
  /** Story time at the start: `13:00` or `11-10 22:40`. */
  from: string;
  /** In this minute of the drill the story jumps to this time. */
  jump?: { minute: number; to: string } | undefined;
  /** Customers a minute at factor 1, a figure for each minute. */
  rate: readonly number[];
  batches: readonly RushBatch[];
  /** Share of long cases, percent. */
  long: number;
  /** Scenario type → its share, percent. */
  types: Readonly<Record<string, number>>;
};

export type Rush = {
  /** What the rates are multiplied by at levels 1, 2 and 3; rising. */
  levels: readonly number[];
  profiles: readonly RushProfile[];
};
