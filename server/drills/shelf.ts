import type { ContentData } from '#engine/content.ts';
import type { PhraseMark } from '#library/phrase-marks.ts';

/** All content that stands ready to be drilled, as the library read it. */
export type Shelf = {
  data: ContentData;
  /** Which phrases fit and which are traps, for the self-test alone: no drill's content holds it. */
  marks: readonly PhraseMark[];
  /**
   * What a drill of these scenarios needs, and its hash. Ids must exist. `school`: whose own material stands beside the
   * shipped one (school-shelf.ts); null or none: nobody's.
   */
  contentFor(scenarioIds: readonly string[], school?: string | null): Promise<{ data: ContentData; hash: string }>;
};
