import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { QuickReplyRemark } from '#library/view/quick-reply-remarks.ts';

/** A case that doesn't ship, with the hash of its version. */
export type Besides = { version: string; scenario: Scenario };

/** All content that stands ready to be drilled, as the library read it. */
export type Catalog = {
  data: ContentData;
  /** Which quick replies fit and which are traps, for the self-test alone: no drill's content holds it. */
  marks: readonly QuickReplyRemark[];
  /**
   * What a drill of these scenarios needs, and its hash. Ids must exist, here or among `besides`, which stand in for
   * shipped ones of the same id.
   */
  contentFor(
    scenarioIds: readonly string[],
    besides?: readonly Besides[],
  ): Promise<{ data: ContentData; hash: string }>;
};

/** Whose cases a drill may be opened from besides the shipped ones, and which versions of them; left out: the published. */
export type From = { school: string | null; versions: readonly { scenario: string; version: string }[] };
/** Only what ships. */
export const SHIPPED: From = { school: null, versions: [] };

/** What one school may drill: the shipped content with its own published cases in `data`. */
export type SchoolCatalog = Pick<Catalog, 'data'> & {
  /** Its own cases that are published, with their versions. */
  own: readonly Besides[];
  /** A case by its id: also one of the school's that is withdrawn or was never published, for the titles of drills. */
  find(id: string): Scenario | null;
};

/** The shipped content, and what every school has beside it. All content of drills comes from here. */
export type Catalogs = Catalog & {
  /** `school` null: nobody's, the shipped alone. */
  of(school: string | null): SchoolCatalog;
  /** The same with the named versions in place of the published ones: what a run was planned with. */
  planned(from: From): SchoolCatalog;
  /** What a drill of these scenarios pins. Ids must be `of` the school, or be named with a version. */
  contentFrom(from: From, scenarioIds: readonly string[]): Promise<{ data: ContentData; hash: string }>;
  /** The school's cases have changed: they are read again when they are next wanted. */
  changed(school: string): void;
};
