import '#client/features/report/model/discussion-strings.ts';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { loadDiscussion, refreshReport } from '#client/features/report/model/report-discussion.ts';
import { DiscussionContext, type DiscussionState } from '#client/features/report/model/use-discussion.ts';
import { type Answer, isTransport, type Trouble } from '#client/lib/api.ts';
import type { Discussion } from '#contract/discussion.ts';
import type { Report } from '#contract/report.ts';

type Props = {
  drillId: string;
  report: Report;
  /** Whether the drill belongs to a run. Nobody else reads a trainee's own practice, so it has no comments. */
  isInRun: boolean;
  children: ReactNode;
};

/** Loads the comments and appeals of the whole page, again after a ruling has changed the report. */
export const ReportDiscussion = ({ drillId, report, isInRun, children }: Props) => {
  const [discussion, setDiscussion] = useState<Discussion | null>(null);
  const [error, setError] = useState<Trouble | null>(null);
  const [requestCount, setRequestCount] = useState(0);
  const drafts = useRef(new Map<string, string>());
  const reload = useCallback(() => setRequestCount((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new report, or another try, asks again
  useEffect(() => {
    if (!isInRun) return;
    const controller = new AbortController();
    loadDiscussion(drillId, controller.signal).then((answer) => {
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setDiscussion(answer.value);
    });
    return () => controller.abort();
  }, [drillId, report, isInRun, requestCount]);

  const send = useCallback(
    async (request: Promise<Answer<Discussion>>): Promise<Trouble | null> => {
      const answer = await request;
      if (answer.ok) {
        setDiscussion(answer.value);
        return null;
      }
      // Somebody else settled the appeal first: their decision is shown beside the words that weren't stored.
      if (answer.error.code === 'appeal-settled') void refreshReport(drillId);
      else if (!isTransport(answer.error.code)) reload();
      return answer.error;
    },
    [drillId, reload],
  );
  const discussionState = useMemo<DiscussionState>(
    () => ({ drillId, discussion, error, reload, send, drafts: drafts.current }),
    [drillId, discussion, error, reload, send],
  );
  useAppealOfAddress(discussion);
  return <DiscussionContext value={isInRun ? discussionState : null}>{children}</DiscussionContext>;
};

/** `#appeal-…` in the address: brings it into view and puts the focus there, once it is known. */
const useAppealOfAddress = (discussion: Discussion | null): void => {
  const { hash, key } = useLocation();
  const visitedKey = useRef('');
  useEffect(() => {
    if (discussion === null || visitedKey.current === key || !hash.startsWith('#appeal-')) return;
    visitedKey.current = key;
    const element = document.getElementById(hash.slice(1));
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  }, [discussion, hash, key]);
};
