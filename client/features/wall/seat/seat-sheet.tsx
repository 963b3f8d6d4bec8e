import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { ModalFrame } from '#client/ui/controls/dialog.tsx';
import type { RunBody } from '#contract/runs.ts';
import { SeatPane } from './seat-pane.tsx';

/** A desk over the wall, where there is no room beside it. */
export const SeatSheet = ({ run, seat, onClose }: { run: RunBody; seat: string; onClose: () => void }) => {
  const { t } = useTranslation('wall');
  const name = useRun((state) => state.tiles[seat]?.name ?? '');
  return (
    <ModalFrame
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={t('pane.of', { name })}
      placementClass="inset-y-0 right-0 w-[min(520px,calc(100vw-44px))] animate-slide"
    >
      <div className="-mx-16 h-full">
        <SeatPane key={seat} run={run} seat={seat} onClose={null} />
      </div>
    </ModalFrame>
  );
};
