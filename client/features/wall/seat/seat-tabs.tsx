import type { ReactNode } from 'react';
import { HoldMark } from '#client/drill/hold/hold-mark.tsx';
import { currentTier, longestWaitingKey } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView, DrillView } from '#client/drill/model/drill-view.ts';
import { holdNow } from '#client/drill/model/hold-fold.ts';
import { homeShopId, OtherShop } from '#client/drill/shop/other-shop.tsx';
import { responseStateOf, responseStateWord } from '#client/drill/status/response-state.ts';
import { WaitMeter } from '#client/drill/status/wait-meter.tsx';
import { PlaceTag } from '#client/drill/thread/place-words.tsx';
import { useWatchedSeconds } from '#client/features/wall/model/seat-clock.ts';
import { useWatched } from '#client/features/wall/model/watch-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tab, TabList, TabPanel, Tabs } from '#client/ui/controls/tabs.tsx';

type Props = { view: DrillView; selected: string; onSelect: (key: string) => void; children: ReactNode };

/** The customers of this desk, in order of arrival, each with the wait; below them what is said with one. */
export const SeatTabs = ({ view, selected, onSelect, children }: Props) => {
  const { t } = useTranslation('wall');
  const homeShop = homeShopId(view);
  const longestKey = longestWaitingKey(view);
  return (
    <Tabs value={selected} onChange={onSelect} className="flex min-h-0 flex-1 flex-col">
      <TabList label={t('pane.conversations')} className="overflow-x-auto overflow-y-hidden text-14">
        {view.arrivalOrder.map((key) => {
          const conversation = view.conversations[key];
          return conversation === undefined ? null : (
            <Tab key={key} value={key}>
              <span className="flex items-center gap-6 whitespace-nowrap">
                {conversation.name}
                <OtherShop conversation={conversation} homeShopId={homeShop} drillId={null} />
                <PlaceTag place={conversation.place} />
                <TabWait conversation={conversation} isLongest={key === longestKey} />
                {view.endReason === null ? <TabHold conversation={conversation} /> : null}
              </span>
            </Tab>
          );
        })}
      </TabList>
      <TabPanel value={selected} className="flex min-h-0 flex-1 flex-col focus-visible:-outline-offset-2">
        {children}
      </TabPanel>
    </Tabs>
  );
};

const TabHold = ({ conversation }: { conversation: ConversationView }) => {
  const hold = holdNow(conversation);
  return hold === null ? null : <HoldMark hold={hold} />;
};

const TabWait = ({ conversation, isLongest }: { conversation: ConversationView; isLongest: boolean }) => {
  const responseState = responseStateOf(conversation);
  const tier = useWatched(({ desk }) => (desk === null ? null : currentTier(desk.view)));
  const waitedS = useWatchedSeconds(responseState.kind === 'waiting' ? responseState.since : null);
  if ('isUnanswered' in responseState)
    return <span className="text-12 text-ink-3">{responseStateWord(responseState)}</span>;
  return waitedS === null ? null : <WaitMeter waitedS={waitedS} thresholds={tier} isLongest={isLongest} />;
};
