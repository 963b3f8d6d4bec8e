import { type KeyboardEvent, useMemo, useState } from 'react';
import { useSize } from '#client/features/wall/model/use-size.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { TILE_SIZES, wallGrid } from '#client/features/wall/model/wall-layout.ts';
import { sortSeats } from '#client/features/wall/model/wall-sort.ts';
import { useWallUi } from '#client/features/wall/model/wall-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LANGUAGE } from '#client/lib/language.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { cx } from '#client/ui/cx.ts';
import { SeatTile } from './seat-tile.tsx';

const PADDING_PX = 12;
/** What the words of a tile need in English beyond Chinese, px. */
const ENGLISH_EXTRA_PX = 28;
/** Milliseconds between two sorts, in any order but by number: if tiles moved sooner, nobody could read or press them. */
const SORT_EVERY_MS = 10_000;

const useSortedSeats = (): readonly string[] => {
  const seats = useRun((state) => state.seats);
  const sort = useWallUi((state) => state.sort);
  const sortRound = useWallClock(({ now }) => (sort === 'seat' ? 0 : Math.floor(now / SORT_EVERY_MS)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sortRound` is when to look again
  return useMemo(
    () => sortSeats(seats, useRun.getState().tiles, sort, useWallClock.getState().now),
    [seats, sort, sortRound],
  );
};

const STEPS: Record<string, (columns: number) => number> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/** All seats. Arrows move, Enter opens; by number nothing ever changes its place. */
export const SeatGrid = ({ openSeat, onOpen }: { openSeat: string | null; onOpen: (seat: string) => void }) => {
  const { t } = useTranslation('wall');
  const seats = useSortedSeats();
  const [box, size] = useSize<HTMLElement>();
  const [focusedSeat, setFocusedSeat] = useState<string | null>(null);
  const extraWidth = LANGUAGE === 'en' ? ENGLISH_EXTRA_PX : 0;
  const grid = wallGrid(
    seats.length,
    (size?.width ?? 1540) - 2 * PADDING_PX,
    (size?.height ?? 900) - 2 * PADDING_PX,
    extraWidth,
  );
  const tabStop = focusedSeat !== null && seats.includes(focusedSeat) ? focusedSeat : (openSeat ?? seats[0]);
  const tile = TILE_SIZES[grid.density];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = seats[seats.indexOf(tabStop ?? '') + step(grid.columns)];
    event.preventDefault();
    if (target !== undefined)
      event.currentTarget.querySelector<HTMLElement>(`[data-seat="${CSS.escape(target)}"]`)?.focus();
  };

  return (
    <section
      ref={box}
      aria-label={t('seats', { n: seats.length })}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-auto p-12"
    >
      <div
        className={cx('grid', !grid.scrolls && 'h-full')}
        style={{
          gap: tile.gap,
          gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
          gridAutoRows: grid.scrolls ? tile.height : `minmax(${tile.height}px, 1fr)`,
          ...(grid.scrolls ? {} : { maxHeight: grid.maxHeight }),
        }}
      >
        {seats.map((seat) => (
          <SeatTile
            key={seat}
            seat={seat}
            density={grid.density}
            isOpen={openSeat === seat}
            isTabStop={seat === tabStop}
            onOpen={onOpen}
            onFocus={setFocusedSeat}
          />
        ))}
      </div>
    </section>
  );
};
