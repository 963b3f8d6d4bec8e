import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { endNoteTimes, shownBy } from '#client/drill/model/thread-rows.ts';
import { ReplyToolsContext } from '#client/drill/thread/reply-tools.ts';
import { ThreadFrame } from '#client/drill/thread/thread-frame.tsx';
import { forgetFound, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { later } from '#client/lib/later.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { OutgoingRow } from './outgoing-row.tsx';
import { TypingNotice } from './typing-notice.tsx';

const ReplyTools = later(() => import('./reply-tools.tsx').then((module) => module.ReplyTools));

type Props = { conversation: ConversationView; shop: ShopBody | null };

/** The conversation, and below it the replies on their way. Screen readers read out this conversation only, politely. */
export const ThreadLog = ({ conversation, shop }: Props) => {
  const outgoing = useDrill(
    useShallow((state) => state.outbox.filter((item) => item.conversation === conversation.key)),
  );
  const found = useDeskUi((state) => (state.found?.conversation === conversation.key ? state.found : null));
  const noteTimes = useMemo(() => endNoteTimes(conversation), [conversation]);
  const lastDue = useDrillClock(({ now }) => Math.max(0, ...noteTimes.filter((at) => at <= now)));
  const shown = useMemo(() => shownBy(conversation, lastDue), [conversation, lastDue]);
  return (
    <ReplyToolsContext value={ReplyTools}>
      <ThreadFrame
        conversation={shown}
        shop={shop}
        isLive
        rowsBelow={outgoing.length}
        found={found}
        onLeaveFound={forgetFound}
      >
        {outgoing.map((item) => (
          <OutgoingRow key={item.commandId} item={item} />
        ))}
        <TypingNotice conversation={conversation.key} name={conversation.name} />
      </ThreadFrame>
    </ReplyToolsContext>
  );
};
