import type { TypingNotice } from '#engine/model/typing.ts';
import type { Desk } from './desk.ts';

/** Tells viewers who is typing, once for each change. Never stored. */
export const createTypingFeed = (drillId: string, desk: Pick<Desk, 'seats'>) => {
  let currentNotices: readonly TypingNotice[] = [];
  const send = (conversation: string, from: number, until: number | null): void => {
    for (const { viewer } of desk.seats()) viewer.sendTyping({ drillId, conversation, from, until });
  };
  return {
    show: (notices: readonly TypingNotice[]): void => {
      const previous = currentNotices;
      currentNotices = notices;
      for (const { conversation, from, until } of notices) {
        const isUnchanged = previous.some(
          (other) => other.conversation === conversation && other.from === from && other.until === until,
        );
        if (!isUnchanged) send(conversation, from, until);
      }
      for (const { conversation, from } of previous) {
        if (!notices.some((notice) => notice.conversation === conversation)) send(conversation, from, null);
      }
    },
    /** What a viewer who has just joined is sent. */
    current: (): readonly TypingNotice[] => currentNotices,
  };
};
