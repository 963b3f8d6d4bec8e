/** The trade's year as a catalog has it: its promotions, and the drills that belong before and after each. */

/** `days`: from the promotion, negative before it. One of `cases` and `rush` is there; `profile`: an id of `scenarios/rush.yaml`. */
export type TradeStep = {
  readonly id: string;
  readonly name: string;
  readonly days: number;
  readonly cases?: readonly string[] | undefined;
  readonly rush?: { readonly profile: string; readonly level: 1 | 2 | 3; readonly minutes: number } | undefined;
};
/** `day`: month and day, 06-18; or `spring`: days from the Spring Festival, negative before it. */
export type TradeEvent = {
  readonly id: string;
  readonly name: string;
  readonly day?: string | undefined;
  readonly spring?: number | undefined;
  readonly steps: readonly TradeStep[];
};
/** `source`: where days and drills come from, in words for its reader. Spring Festivals: 2027-02-06, one a year. */
export type TradeYear = {
  readonly source: string;
  readonly springFestivals: { readonly source: string; readonly days: readonly string[] };
  readonly events: readonly TradeEvent[];
};
