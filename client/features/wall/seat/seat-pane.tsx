import { X } from 'lucide-react';
import { useEffect } from 'react';
import { watchDrill } from '#client/features/wall/model/watch-live.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { RunBody } from '#contract/runs.ts';
import { SeatDesk } from './seat-desk.tsx';
import { SeatFigures } from './seat-figures.tsx';
import { SeatFoot } from './seat-foot.tsx';
import { SeatRush } from './seat-rush.tsx';

type Props = {
  run: RunBody;
  seat: string;
  /** Null: the frame around it has its own close button. */
  onClose: (() => void) | null;
};

/** A teacher's view of one desk as it happens; the customer notices nothing of it. */
export const SeatPane = ({ run, seat, onClose }: Props) => {
  const { t } = useTranslation('wall');
  const tile = useRun((state) => state.tiles[seat]);
  const drill = tile?.drill ?? null;
  useEffect(() => {
    watchDrill(drill);
    return () => watchDrill(null);
  }, [drill]);
  if (tile === undefined) return null;
  const notes = [
    tile.conversations.length > 0 ? t('pane.customers', { n: tile.conversations.length }) : null,
    tile.redLines > 0 ? t('pane.redLines', { n: tile.redLines }) : null,
    tile.attempt > 1 ? t('mark.attempt', { n: tile.attempt }) : null,
    tile.lateMs >= 60_000 ? t('pane.late', { n: Math.floor(tile.lateMs / 60_000) }) : null,
  ].filter((note) => note !== null);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      {onClose === null ? null : (
        <div className="flex min-h-48 shrink-0 items-center gap-10 border-line border-b pr-12 pl-16">
          <h2 className="cut font-semibold text-18">
            {tile.no} {tile.name}
          </h2>
          <span className="cut flex-1 text-14 text-ink-3">{clauses(notes)}</span>
          <Button square aria-label={t('ui:close')} onClick={onClose}>
            <X size={16} aria-hidden="true" />
          </Button>
        </div>
      )}
      <SeatFigures tile={tile} />
      <SeatRush tile={tile} />
      <SeatDesk tile={tile} />
      {run.endedAt === null ? <SeatFoot run={run} tile={tile} /> : null}
    </div>
  );
};
