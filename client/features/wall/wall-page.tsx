import '#client/features/wall/model/strings.ts';
import { useCallback, useEffect } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { FaultSummaryList } from '#client/features/wall/fault-summary-list.tsx';
import { useEscape } from '#client/features/wall/model/use-escape.ts';
import { useOpenSeat } from '#client/features/wall/model/use-open-seat.ts';
import { useWide } from '#client/features/wall/model/use-wide.ts';
import { resetWallUi } from '#client/features/wall/model/wall-ui.ts';
import { SeatGrid } from '#client/features/wall/seat/seat-grid.tsx';
import { SeatPane } from '#client/features/wall/seat/seat-pane.tsx';
import { SeatSheet } from '#client/features/wall/seat/seat-sheet.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { RunBody } from '#contract/runs.ts';
import { AttentionList } from './attention.tsx';
import { PhoneWall } from './phone-wall.tsx';
import { WallControls } from './wall-controls.tsx';
import { WallDialogs } from './wall-dialogs.tsx';
import { WallFigures } from './wall-figures.tsx';
import { WallLegend } from './wall-legend.tsx';

/** All seats as they are, what to look at, and one desk over the shoulder. */
export const WallPage = () => {
  const run = useRun((state) => state.run);
  const isPhone = usePhone();
  const [seat] = useOpenSeat();
  useEffect(() => resetWallUi, []);
  if (run === null) return null;
  return (
    <>
      {isPhone ? <PhoneWall run={run} /> : <WideWall run={run} />}
      <WallDialogs run={run} seat={seat} />
    </>
  );
};

const WideWall = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const [seat, openSeat] = useOpenSeat();
  const isKnown = useRun((state) => seat !== null && seat in state.tiles);
  const isWide = useWide();
  const shownSeat = isKnown ? seat : null;
  const isBeside = shownSeat !== null && isWide;
  const close = useCallback(() => {
    // The focus returns to the seat it was opened from, so that the arrow keys go on from there.
    document.querySelector<HTMLElement>(`[data-seat="${CSS.escape(shownSeat ?? '')}"]`)?.focus();
    openSeat(null);
  }, [openSeat, shownSeat]);
  useEscape(isBeside ? close : null);
  return (
    <div
      className={
        isBeside
          ? 'grid h-full grid-cols-[minmax(0,1fr)_max(440px,33.3vw)] grid-rows-[64px_minmax(0,1fr)]'
          : 'grid h-full grid-cols-[minmax(0,1fr)_max(280px,19.8vw)] grid-rows-[64px_minmax(0,1fr)]'
      }
    >
      <div className="col-span-full flex min-w-0 items-stretch overflow-x-auto border-line border-b bg-surface">
        <WallFigures />
        <WallControls run={run} />
      </div>
      <Seats run={run} openSeat={shownSeat} onOpen={openSeat} />
      {isBeside ? (
        <aside aria-label={t('pane.label')} className="min-h-0 border-line border-l bg-surface">
          <SeatPane key={shownSeat} run={run} seat={shownSeat} onClose={close} />
        </aside>
      ) : (
        <aside aria-label={t('attention.title')} className="flex min-h-0 flex-col border-line border-l bg-surface">
          <AttentionList onOpen={openSeat} />
          <FaultSummaryList />
        </aside>
      )}
      {shownSeat !== null && !isWide ? <SeatSheet run={run} seat={shownSeat} onClose={() => openSeat(null)} /> : null}
    </div>
  );
};

const Seats = ({
  run,
  openSeat,
  onOpen,
}: {
  run: RunBody;
  openSeat: string | null;
  onOpen: (seat: string) => void;
}) => {
  const { t } = useTranslation('wall');
  const isEmpty = useRun((state) => state.seats.length === 0);
  if (isEmpty)
    return (
      <EmptyState
        title={t('empty.title')}
        text={t('empty.text')}
        action={<ButtonLink to={`/runs/${run.id}/lobby`}>{t('empty.lobby')}</ButtonLink>}
      />
    );
  return (
    <div className="flex min-h-0 flex-col">
      {run.stage === 'join' || run.stage === 'card' ? (
        <p className="px-14 pt-8 text-14 text-ink-2">{t('empty.notYet')}</p>
      ) : null}
      <SeatGrid openSeat={openSeat} onOpen={onOpen} />
      <WallLegend />
    </div>
  );
};
