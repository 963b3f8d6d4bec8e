import { type CSSProperties, useEffect } from 'react';
import type { DrillSummary } from '#contract/bodies.ts';
import { useNarrow, usePhone, useVisibleHeight } from '../../lib/desk-media.ts';
import { useShop } from '../../lib/desk-shops.ts';
import { openFirst, openThread, useDeskUi } from '../../lib/desk-ui.ts';
import { useFrozen, useIsRedo } from '../../lib/drill-run.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { WaitClockContext } from '../../ui/wait-clock.ts';
import { ConversationList } from './conversation-list.tsx';
import { LastMinute } from './desk-clock.tsx';
import { DeskStrip } from './desk-strip.tsx';
import { DeskStrips } from './desk-strips.tsx';
import { deskWaitClock } from './desk-wait-clock.ts';
import { EndDialog } from './end-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { SidePane } from './side-pane.tsx';
import { SideSheet } from './side-sheet.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { WaitAnnouncer } from './wait-announcer.tsx';

type Props = { title: string | null; summary: DrillSummary | null };

/** Strip, list, thread, side; on a phone one of them at a time. */
export const DeskFrame = ({ title, summary }: Props) => {
  const phone = usePhone();
  const redo = useIsRedo();
  const arrivals = useDrill((state) => state.view.order.length);
  const selected = useDeskUi((state) => state.selected);
  const shopId = useDrill((state) => (selected === null ? null : (state.view.conversations[selected]?.shop ?? null)));
  const drillId = useDrill((state) => state.drillId);
  const shop = useShop(drillId === '' ? null : (shopId ?? summary?.scenarios[0]?.shop ?? null), drillId);
  useDeskKeys(summary?.mode ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `arrivals` is when to look, the store is what to look at
  useEffect(() => {
    if (redo) openThread();
    else if (!phone) openFirst();
  }, [arrivals, phone, redo]);

  const shared = { title, summary, shop };
  return (
    <WaitClockContext value={deskWaitClock}>
      {phone ? <PhoneDesk {...shared} /> : <WideDesk {...shared} />}
      <HelpDialog mode={summary?.mode ?? null} />
      <EndDialog />
      <WaitAnnouncer />
      <LastMinute />
    </WaitClockContext>
  );
};

type Shared = Props & { shop: ReturnType<typeof useShop> };

const WideDesk = ({ title, summary, shop }: Shared) => {
  const narrow = useNarrow();
  const frozen = useFrozen();
  return (
    <div className="grid h-dvh grid-rows-[48px_auto_minmax(0,1fr)] overflow-hidden">
      <DeskStrip title={title} summary={summary} shopName={shop?.name ?? null} inert={frozen} />
      <DeskStrips />
      <main className="row-start-3 grid min-h-0 grid-cols-[284px_minmax(0,1fr)_372px] max-wide:grid-cols-[260px_minmax(0,1fr)_344px] max-side:grid-cols-[260px_minmax(0,1fr)]">
        <ConversationList summary={summary} inert={frozen} />
        <ThreadPane summary={summary} shop={shop} frozen={frozen} />
        {narrow ? <SideSheet shop={shop} from="side" /> : <SidePane shop={shop} inert={frozen} />}
      </main>
    </div>
  );
};

const PhoneDesk = ({ title, summary, shop }: Shared) => {
  const pane = useDeskUi((state) => state.pane);
  const frozen = useFrozen();
  const visible = useVisibleHeight();
  // The part no on-screen keyboard covers; set through the DOM, so the content policy has nothing to object to.
  const fit: CSSProperties = visible === null ? {} : { height: visible.height, top: visible.top };
  return (
    <div className="fixed inset-x-0 top-0 flex h-dvh flex-col overflow-hidden bg-surface" style={fit}>
      {pane === 'list' ? <PhoneBar title={title} summary={summary} inert={frozen} /> : null}
      <DeskStrips />
      <main className="flex min-h-0 flex-1 flex-col">
        {pane === 'list' ? (
          <ConversationList summary={summary} inert={frozen} />
        ) : (
          <ThreadPane summary={summary} shop={shop} frozen={frozen} />
        )}
        <SideSheet shop={shop} from="bottom" />
      </main>
    </div>
  );
};
