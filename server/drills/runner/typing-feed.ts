import type { TypingNotice } from '#engine/model/typing.ts';
import type { Desk } from './desk.ts';

/** Tells viewers who is typing, once for each change. Never stored. */
export function createTypingFeed(drillId: string, desk: Pick<Desk, 'seats'>) {
  let shown: readonly TypingNotice[] = [];
  const tell = (conversation: string, from: number, until: number | null): void => {
    for (const { viewer } of desk.seats()) viewer.typing({ drillId, conversation, from, until });
  };
  return {
    show: (notices: readonly TypingNotice[]): void => {
      const before = shown;
      shown = notices;
      for (const { conversation, from, until } of notices) {
        const same = before.some(
          (old) => old.conversation === conversation && old.from === from && old.until === until,
        );
        if (!same) tell(conversation, from, until);
      }
      for (const { conversation, from } of before) {
        if (!notices.some((notice) => notice.conversation === conversation)) tell(conversation, from, null);
      }
    },
    /** What a viewer who has just joined is sent. */
    current: (): readonly TypingNotice[] => shown,
  };
}
