import { useSize } from '#client/features/wall/model/use-size.ts';
import { nameGrid } from '#client/features/wall/model/wall-layout.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LobbyName } from './lobby-name.tsx';

const PADDING_PX = 24;

/** The names of those who have come, in the largest type that shows the whole class. */
export const LobbyNames = ({ hasRoster }: { hasRoster: boolean }) => {
  const { t } = useTranslation('wall');
  const seats = useRun((state) => state.seats);
  const [box, size] = useSize<HTMLElement>();
  const grid = nameGrid(
    Math.max(seats.length, hasRoster ? 1 : 20),
    (size?.width ?? 1180) - 2 * PADDING_PX,
    (size?.height ?? 800) - 2 * PADDING_PX,
  );
  return (
    <section ref={box} aria-label={t('lobby.names')} className="min-h-0 overflow-auto bg-surface p-24 max-pane:p-16">
      {seats.length === 0 ? (
        <EmptyState title={t('lobby.nobody')} text={t('lobby.nobodyText')} className="h-full" />
      ) : (
        <ul className="grid gap-x-16" style={{ gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))` }}>
          {seats.map((seat) => (
            <LobbyName key={seat} seat={seat} grid={grid} />
          ))}
        </ul>
      )}
    </section>
  );
};
