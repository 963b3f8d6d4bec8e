import type { ContentData } from '#engine/content.ts';

/** All content that stands ready to be drilled, as the library read it. */
export type Shelf = {
  data: ContentData;
  /** What a drill of these scenarios needs, and its hash. Ids must exist. */
  contentFor(scenarioIds: readonly string[]): Promise<{ data: ContentData; hash: string }>;
};
