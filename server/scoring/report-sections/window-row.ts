import type { Report } from '#contract/report.ts';
import { saysLeave } from '#language/windows/closings.ts';
import { isEarnest } from '#scoring/facts/parting.ts';
import type { ConversationHistory, WindowHistory } from '#scoring/log/conversation-history.ts';

type WindowRow = Report['conversations'][number]['windows'][number];

/** A closed window as the report's timeline shows it: up to its closing, at most to when it would have run out. */
const windowRow = ({ kind, fromAt, untilAt, closed }: WindowHistory): WindowRow[] => {
  if (closed === null) return [];
  return [{ kind, from: fromAt, until: Math.min(untilAt, Math.max(fromAt, closed.at)), how: closed.how }];
};

/**
 * A goodbye left for a customer who had gone: no window was open for it and no mark hangs on it, but it was said, and
 * stands on the timeline (RULES M99).
 */
const farewellRow = ({ endings, windows, turns }: ConversationHistory): WindowRow[] => {
  const ending = endings.at(-1);
  if (ending === undefined || windows.some(({ kind, index }) => kind === 'goodbye' && index >= ending.index)) return [];
  const turn = turns.find(
    (candidate) => candidate.index > ending.index && isEarnest(candidate) && saysLeave(candidate.judgement),
  );
  return turn === undefined ? [] : [{ kind: 'goodbye', from: ending.at, until: turn.judgement.lastAt, how: 'taken' }];
};

export const windowRows = (conversation: ConversationHistory): WindowRow[] => [
  ...conversation.windows.flatMap(windowRow),
  ...farewellRow(conversation),
];
