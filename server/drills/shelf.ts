import type { ContentData } from '#engine/content.ts';
import type { PhraseMark } from '#library/phrase-marks.ts';

/** All content that stands ready to be drilled, as the library read it. */
export type Shelf = {
  data: ContentData;
  /** Which phrases fit and which are traps, for the self-test alone: no drill's content holds it. */
  marks: readonly PhraseMark[];
  /** What a drill of these scenarios needs, and its hash. Ids must exist. */
  contentFor(scenarioIds: readonly string[]): Promise<{ data: ContentData; hash: string }>;
};
