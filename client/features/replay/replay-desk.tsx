import { useMemo, useState } from 'react';
import { HoldClockContext } from '#client/drill/hold/hold-clock.ts';
import { useNarrow, usePhone } from '#client/drill/model/desk-widths.ts';
import { useShop } from '#client/drill/model/drill-shops.ts';
import { shopAfter, shopThen } from '#client/drill/model/shop-after.ts';
import { ShopThenContext } from '#client/drill/shop/shop-then.ts';
import { WaitClockContext } from '#client/drill/status/wait-clock.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import type { ReplayFindings } from './replay-findings.ts';
import { ReplayList } from './replay-list.tsx';
import { placesOfFindings } from './replay-moments.ts';
import { ReplayPlayer } from './replay-player.tsx';
import { ReplaySide } from './replay-side.tsx';
import { useReplay } from './replay-store.ts';
import { ReplayStrip } from './replay-strip.tsx';
import { ReplayThread } from './replay-thread.tsx';
import { replayWaitClock, useReplaySecondsUntil } from './replay-wait-clock.ts';
import { usePlay } from './use-play.ts';
import { useReplayAddress } from './use-replay-address.ts';
import { useReplayKeys } from './use-replay-keys.ts';

type Props = {
  /** Null: another school's round of a contest; its shop is today's, and there is no report of it. */
  drillId: string | null;
  /** Where the way back leads, and what it is called; left out: to the drill's report. */
  back?: { to: string; label: string };
  drill: DrillSummary | null;
  reportFindings: ReplayFindings;
  /** The report could not be read, so no findings are shown. */
  isReportMissing: boolean;
};
type Pane = 'list' | 'thread' | 'side';

/** Strip, list, thread and side panel as the trainee had them, and the timeline below. Nothing in a replay can be changed. */
export const ReplayDesk = ({ drillId, back, drill, reportFindings, isReportMissing }: Props) => {
  const { t } = useTranslation('replay');
  const isPhone = usePhone();
  const isNarrow = useNarrow();
  const [chosenPane, setPane] = useState<Pane>('thread');
  const findingPlaces = useMemo(() => placesOfFindings(reportFindings.findings), [reportFindings]);
  const shopId = useReplay((state) =>
    state.shownKey === null ? null : (state.finalView.conversations[state.shownKey]?.shop ?? null),
  );
  const pinnedShop = useShop(shopId, drillId);
  const shopChanges = useReplay((state) => state.view.shopChanges);
  const shop = useMemo(() => shopAfter(pinnedShop, shopChanges), [pinnedShop, shopChanges]);
  const thenShop = useMemo(() => shopThen(pinnedShop, shopChanges), [pinnedShop, shopChanges]);
  usePlay();
  useReplayAddress();
  useReplayKeys(findingPlaces);
  // With room for two panes the list is always shown, so it can't be the chosen one.
  const pane = !isPhone && chosenPane === 'list' ? 'thread' : chosenPane;
  const panes: readonly Pane[] = isPhone ? ['list', 'thread', 'side'] : ['thread', 'side'];
  return (
    <WaitClockContext value={replayWaitClock}>
      <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden">
        <ReplayStrip back={back ?? { to: `/drills/${drillId}/report`, label: t('toReport') }} drill={drill}>
          {isNarrow ? (
            <Segmented
              label={t('pane.label')}
              value={pane}
              options={panes.map((value) => ({ value, label: t(`pane.${value}`) }))}
              onChange={setPane}
            />
          ) : null}
        </ReplayStrip>
        <main className="grid min-h-0 grid-cols-[284px_minmax(0,1fr)_372px] max-wide:grid-cols-[260px_minmax(0,1fr)_344px] max-side:grid-cols-[260px_minmax(0,1fr)] max-pane:grid-cols-[minmax(0,1fr)]">
          <HoldClockContext value={useReplaySecondsUntil}>
            {isPhone && pane !== 'list' ? null : <ReplayList onPicked={() => setPane('thread')} />}
            <ShopThenContext value={thenShop}>
              {isNarrow && pane !== 'thread' ? null : <ReplayThread drill={drill} shop={shop} />}
            </ShopThenContext>
          </HoldClockContext>
          {isNarrow && pane !== 'side' ? null : <ReplaySide shop={shop} />}
        </main>
        <ReplayPlayer
          drillId={drillId}
          reportFindings={reportFindings}
          findingPlaces={findingPlaces}
          isReportMissing={isReportMissing}
        />
      </div>
    </WaitClockContext>
  );
};
