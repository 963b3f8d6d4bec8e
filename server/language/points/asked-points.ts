/** What a turn's points are judged by. */

import type { QuestionContext } from '#language/points/wordings/question-context.ts';
import type { Reading } from '#language/reading/clause.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';

/** The trainee's own words between two offsets of the folded reply. */
export type QuoteOf = (start: number, end: number) => string;

export type AskedPoints = {
  readonly points: readonly CompiledPoint[];
  readonly reading: Reading;
  readonly question: QuestionContext;
  /** The reply corrects something it said. */
  readonly hasCorrection: boolean;
  /** The points of open questions; null when every point is asked for. */
  readonly askedPointIds: ReadonlySet<string> | null;
  readonly quote: QuoteOf;
};
