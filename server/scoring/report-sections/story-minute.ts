/** Story time of a moment in a conversation (RULES C3): platform hours read it, so practice at midnight counts. */

import type { DrillMs } from '#engine/model/events.ts';
import { storyAt } from '#engine/model/story-time.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';

/** Minutes since the story's midnight: the case's time, seat time since the customer came, and what jumps skipped. */
export const storyMinute = (conversation: ConversationHistory, caseFacts: CaseFacts, at: DrillMs): number => {
  const skipped = conversation.storyJumps.filter((jump) => jump.at <= at).reduce((sum, jump) => sum + jump.minutes, 0);
  const arrived = conversation.arrivals[0]?.at ?? 0;
  return storyAt(caseFacts.scenario, Math.max(0, at - arrived), skipped).minute;
};

/** Whether a story minute lies in [from, until), which may run over midnight. */
export const inHours = (minute: number, hours: readonly [string, string]): boolean => {
  const [from, until] = hours.map((clock) => {
    const [hour = 0, minutes = 0] = clock.split(':').map(Number);
    return hour * 60 + minutes;
  });
  if (from === undefined || until === undefined || from === until) return true;
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
};
