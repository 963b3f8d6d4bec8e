import type { Report } from '#contract/report.ts';
import { saysLeave } from '#language/windows/closings.ts';
import { isEarnest } from '#scoring/facts/parting.ts';
import type { ConversationHistory, WindowHistory } from '#scoring/log/conversation-history.ts';

type WindowRow = Report['conversations'][number]['windows'][number];

/**
 * A closed window as the report's timeline shows it: up to its closing, at most to when it would have run out. One that was
 * taken ends with the words or the click that took it, though it closes once their turn is judged, and though they came
 * before it or a moment after it (RULES M139).
 */
const windowRow = (
  conversation: ConversationHistory,
  { kind, fromAt, untilAt, closed }: WindowHistory,
): WindowRow[] => {
  if (closed === null) return [];
  const { how, at, by } = closed;
  if (how !== 'taken') return [{ kind, from: fromAt, until: Math.min(untilAt, Math.max(fromAt, at)), how }];
  const { traineeMessages, clicks } = conversation;
  const deeds = [...traineeMessages, ...clicks].toSorted((a, b) => a.at - b.at);
  const doneAt = (deeds.find(({ id }) => id === by) ?? deeds.findLast((deed) => deed.at <= at))?.at ?? at;
  return [{ kind, from: Math.min(fromAt, doneAt), until: doneAt, how }];
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
  ...conversation.windows.flatMap((window) => windowRow(conversation, window)),
  ...farewellRow(conversation),
];
