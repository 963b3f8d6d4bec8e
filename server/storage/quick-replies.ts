/** A school's own quick replies by shop, in versions: the newest is what drills are opened with. */
import type { SchoolQuickReply, VersionKind } from '#contract/quick-replies.ts';

/** One saving. `version` counts from 1 within a school's shop; `by`: a person's id; `at`: epoch milliseconds. */
export type StoredReplyVersion = {
  school: string;
  shop: string;
  version: number;
  kind: VersionKind;
  /** The version gone back to. */
  restores: number | null;
  count: number;
  added: number;
  changed: number;
  removed: number;
  by: string;
  at: number;
};

export type QuickRepliesStorage = {
  /** False when the version's number is taken: somebody else has saved meanwhile. */
  add(version: StoredReplyVersion, replies: readonly SchoolQuickReply[]): Promise<boolean>;
  /** Newest first. */
  versions(school: string, shop: string): Promise<StoredReplyVersion[]>;
  /** The newest version of each shop the school ever saved any for; by shop. */
  newest(school: string): Promise<StoredReplyVersion[]>;
  /** The quick replies of a version; null when there is no such version. */
  replies(school: string, shop: string, version: number): Promise<SchoolQuickReply[] | null>;
};
