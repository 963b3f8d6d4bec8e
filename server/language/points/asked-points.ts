/** What the points of a turn are judged by. */

import type { Heard as HeardQuestion } from '#language/points/wordings/question-context.ts';
import type { Reading } from '#language/reading/clause.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';

/** The trainee's own words between two offsets of the folded reply. */
export type Quote = (start: number, end: number) => string;

export type AskedPoints = {
  readonly points: readonly CompiledPoint[];
  readonly reading: Reading;
  readonly question: HeardQuestion;
  /** The reply takes something back. */
  readonly corrects: boolean;
  /** The points of open questions; null when all are. */
  readonly asked: ReadonlySet<string> | null;
  readonly quote: Quote;
};
