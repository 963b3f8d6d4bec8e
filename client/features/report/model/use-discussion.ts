import { createContext, useContext } from 'react';
import type { Answer, Trouble } from '#client/lib/api.ts';
import type { Appeal, Discussion, DiscussionPlace } from '#contract/discussion.ts';
import { openAppealAt } from './report-discussion.ts';

/** Comments and appeals on the report, and the functions to send them. Null in a trainee's own practice: nobody else reads it. */
export type DiscussionState = {
  drillId: string;
  /** Null while it is asked for, and when that failed. */
  discussion: Discussion | null;
  error: Trouble | null;
  reload: () => void;
  /** Sends, and keeps what comes back; null when it was stored, else why not. */
  send: (ask: Promise<Answer<Discussion>>) => Promise<Trouble | null>;
  /** Text not sent yet, by its form: it must survive a change of the filter or a press elsewhere. */
  drafts: Map<string, string>;
};

export const DiscussionContext = createContext<DiscussionState | null>(null);
export const useDiscussion = (): DiscussionState | null => useContext(DiscussionContext);

/** The open appeal at a place, or null. */
export const useAppealAt = (place: DiscussionPlace): Appeal | null => {
  const discussion = useDiscussion()?.discussion ?? null;
  return discussion === null ? null : openAppealAt(discussion, place);
};
