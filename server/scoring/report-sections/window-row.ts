import type { Report } from '#contract/report.ts';
import { saysLeave } from '#language/windows/closings.ts';
import { isEarnest } from '#scoring/facts/parting.ts';
import type { ConversationHistory, TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';

type WindowRow = Report['conversations'][number]['windows'][number];

/** The first turn behind a place of the log that takes leave. */
const leaveAfter = ({ turns }: ConversationHistory, place: number): TurnHistory | undefined =>
  turns.find((turn) => turn.index > place && isEarnest(turn) && saysLeave(turn.judgement));

/**
 * A closed window as the report's timeline shows it: up to its closing, at most to when it would have run out. One that was
 * taken ends with the words or the click that took it, though it closes once their turn is judged, and though they came
 * before it or a moment after it (RULES M139). A goodbye that came too late to be paid for was said all the same, and is
 * drawn where it was (RULES X76), as is one of which nothing was owed (RULES M222).
 */
const windowRow = (conversation: ConversationHistory, window: WindowHistory): WindowRow[] => {
  const { kind, fromAt, untilAt, closed } = window;
  if (closed === null) return [];
  const { how, at, by } = closed;
  const late =
    kind === 'goodbye' && (how === 'missed' || how === 'void') ? leaveAfter(conversation, window.index) : undefined;
  if (late !== undefined)
    return [
      {
        ...{ kind, from: fromAt, until: late.judgement.lastAt, how: 'taken' as const },
        ...(how === 'missed' && { late: true as const }),
      },
    ];
  if (how !== 'taken') return [{ kind, from: fromAt, until: Math.min(untilAt, Math.max(fromAt, at)), how }];
  const { traineeMessages, clicks } = conversation;
  const deeds = [...traineeMessages, ...clicks].toSorted((a, b) => a.at - b.at);
  const doneAt = (deeds.find(({ id }) => id === by) ?? deeds.findLast((deed) => deed.at <= at))?.at ?? at;
  return [{ kind, from: Math.min(fromAt, doneAt), until: doneAt, how }];
};

/** The last words before a place of the log, where they take leave for good and nothing was done or asked behind them. */
const lastWordsBefore = (conversation: ConversationHistory, place: number): TurnHistory | undefined => {
  const { turns, clicks, customerDeeds, questions } = conversation;
  const turn = turns.findLast(({ index, judgement }) => index < place && judgement.text !== '');
  if (turn === undefined || turn.judgement.hold !== null || !isEarnest(turn) || !saysLeave(turn.judgement))
    return undefined;
  const since = [...clicks, ...customerDeeds, ...questions.map(({ openedIndex }) => ({ index: openedIndex }))];
  return since.some(({ index }) => index > turn.index && index < place) ? undefined : turn;
};

/**
 * A goodbye left for a customer who had gone, or the last words to one who went behind it: no window was open for it and no
 * mark hangs on it, but it was said, and stands on the timeline (RULES M99, M222).
 */
const farewellRow = (conversation: ConversationHistory): WindowRow[] => {
  const { endings, windows } = conversation;
  const ending = endings.at(-1);
  if (ending === undefined || windows.some(({ kind, index }) => kind === 'goodbye' && index >= ending.index)) return [];
  const left = leaveAfter(conversation, ending.index);
  const turn = left ?? lastWordsBefore(conversation, ending.index);
  if (turn === undefined) return [];
  const { firstAt, lastAt } = turn.judgement;
  return [{ kind: 'goodbye', from: left === undefined ? firstAt : ending.at, until: lastAt, how: 'taken' }];
};

export const windowRows = (conversation: ConversationHistory): WindowRow[] => [
  ...conversation.windows.flatMap((window) => windowRow(conversation, window)),
  ...farewellRow(conversation),
];
