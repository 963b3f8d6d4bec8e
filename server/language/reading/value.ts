/** A figure as it is said: what kind it is of, and where it stands. */

/** A number with its meaning, found in folded text. Offsets are into the folded text. */
export type Value = {
  kind: 'amount' | 'duration' | 'clock' | 'date' | 'percent' | 'size' | 'measure' | 'number';
  /** The near end of 1到3天 or 两三天; `is` is the far end, and the two are one for a plain number. */
  low: number;
  /** Yuan, seconds, minutes of the day, day of the month (or a code above 100 for 明天, 周三 …), a share, or the plain number. */
  is: number;
  /** The unit of a `measure`, folded to one writing: g, mm, ml or the classifier itself. */
  unit: string;
  /** A clock time without 上午/下午 can mean either half of the day; a date without a month any month. */
  loose: boolean;
  start: number;
  end: number;
  /** How many of the kind's own units the unit said stands for. */
  factor?: number | undefined;
};
