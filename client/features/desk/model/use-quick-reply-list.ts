import { type KeyboardEvent, useMemo, useState } from 'react';
import { continuesCode, findQuickReplies, type QuickReply } from '#client/drill/model/quick-replies.ts';
import { noteHintUse } from './desk-hints.ts';

type ListActions = { insert: (phrase: QuickReply) => void; send: (phrase: QuickReply) => void; close: () => void };
export type QuickReplyListState = {
  matches: readonly QuickReply[];
  totalCount: number;
  query: string;
  setQuery: (query: string) => void;
  activeIndex: number;
  actions: ListActions;
  rowId: (listId: string, index: number) => string;
  activeId: (listId: string) => string | undefined;
  /** True when the list used the key. */
  onKey: (event: KeyboardEvent<HTMLElement>) => boolean;
};

const MAX_NUMBERED_ROWS = 9;

/** Search and keys of the quick-reply list; `typedQuery` is what stands behind the slash, else its own field is searched. */
export const useQuickReplyList = (
  replies: readonly QuickReply[],
  typedQuery: string,
  actions: ListActions,
): QuickReplyListState => {
  const [ownQuery, setOwnQuery] = useState('');
  const query = typedQuery === '' ? ownQuery : typedQuery;
  const matches = useMemo(() => findQuickReplies(replies, query), [replies, query]);
  const [selection, setSelection] = useState({ query, at: 0 });
  // A new search selects its first match.
  const activeIndex = selection.query === query ? Math.min(selection.at, Math.max(0, matches.length - 1)) : 0;
  const move = (step: number) =>
    setSelection({ query, at: (activeIndex + step + matches.length) % Math.max(1, matches.length) });
  const rowId = (listId: string, index: number) => `${listId}-${index}`;

  const onKey = (event: KeyboardEvent<HTMLElement>): boolean => {
    const activeReply = matches[activeIndex];
    const numberedReply =
      /^[1-9]$/.test(event.key) && !event.altKey && !event.ctrlKey && !continuesCode(replies, query, event.key)
        ? matches[Number(event.key) - 1]
        : undefined;
    const action = ((): (() => void) | null => {
      if (event.key === 'ArrowDown' && !event.altKey) return () => move(1);
      if (event.key === 'ArrowUp') return () => move(-1);
      if (event.key === 'Escape') return actions.close;
      if (event.key === 'Enter' && activeReply !== undefined && !event.shiftKey)
        return () => (event.ctrlKey || event.metaKey ? actions.send(activeReply) : actions.insert(activeReply));
      return numberedReply !== undefined && Number(event.key) <= MAX_NUMBERED_ROWS
        ? () => actions.insert(numberedReply)
        : null;
    })();
    if (action === null) return false;
    event.preventDefault();
    if (event.key === 'Enter' || numberedReply !== undefined) noteHintUse('pick');
    action();
    return true;
  };

  return {
    matches,
    totalCount: replies.length,
    query,
    setQuery: setOwnQuery,
    activeIndex,
    actions,
    rowId,
    activeId: (listId) => (matches.length === 0 ? undefined : rowId(listId, activeIndex)),
    onKey,
  };
};
