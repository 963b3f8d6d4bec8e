import { useState } from 'react';
import { useOpenSeat } from '#client/features/wall/model/use-open-seat.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { flagOf, isFlagged } from '#client/features/wall/model/wall-flag.ts';
import { byUrgency } from '#client/features/wall/model/wall-sort.ts';
import { type ResponseTiers, tiersOf } from '#client/features/wall/model/wall-waits.ts';
import { PhoneSeat } from '#client/features/wall/seat/phone-seat.tsx';
import { SeatPane } from '#client/features/wall/seat/seat-pane.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import type { Tiles } from '#client/lib/run/run-tiles.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { RunBody } from '#contract/runs.ts';
import { PhoneBar } from './phone-bar.tsx';
import { WallFigures } from './wall-figures.tsx';

type SeatFilter = 'need' | 'all' | 'number';
/** Milliseconds between two sorts of the list; in between, rows stay where the finger expects them. */
const SORT_EVERY_MS = 5000;

/** The wall on a phone: seats in one column, those that need a look first; the buttons to freeze and to speak stay in reach. */
export const PhoneWall = ({ run }: { run: RunBody }) => {
  const [seat, openSeat] = useOpenSeat();
  const isKnown = useRun((state) => seat !== null && seat in state.tiles);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      {seat !== null && isKnown ? (
        <div className="min-h-0 flex-1">
          <SeatPane key={seat} run={run} seat={seat} onClose={() => openSeat(null)} />
        </div>
      ) : (
        <PhoneList run={run} onOpen={openSeat} />
      )}
      <PhoneBar run={run} />
    </div>
  );
};

const flaggedCount = (tiles: Tiles, now: number, tiers: ResponseTiers): number =>
  Object.values(tiles).filter((tile) => isFlagged(flagOf(tile, now, tiers))).length;

const PhoneList = ({ run, onOpen }: { run: RunBody; onOpen: (seat: string) => void }) => {
  const { t } = useTranslation('wall');
  const [filter, setFilter] = useState<SeatFilter>('need');
  const seats = useRun((state) => state.seats);
  const tiers = useRun(tiersOf);
  const flagged = useWallClock(({ now }) => flaggedCount(useRun.getState().tiles, now, tiers));
  useWallClock(({ now }) => Math.floor(now / SORT_EVERY_MS));
  if (seats.length === 0)
    return (
      <EmptyState
        className="flex-1"
        title={t('empty.title')}
        text={t('empty.text')}
        action={<ButtonLink to={`/runs/${run.id}/lobby`}>{t('empty.lobby')}</ButtonLink>}
      />
    );
  const { now } = useWallClock.getState();
  const { tiles } = useRun.getState();
  const sortedSeats = filter === 'number' ? seats : byUrgency(seats, tiles, now, tiers);
  const shownSeats =
    filter === 'need'
      ? sortedSeats.filter((seat) => {
          const tile = tiles[seat];
          return tile !== undefined && isFlagged(flagOf(tile, now, tiers));
        })
      : sortedSeats;
  return (
    <>
      <WallFigures isCompact />
      <div className="border-line border-b px-12 py-8">
        <Segmented<SeatFilter>
          label={t('phone.show')}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'need', label: t('phone.need', { n: flagged }) },
            { value: 'all', label: t('phone.all', { n: seats.length }) },
            { value: 'number', label: t('phone.number') },
          ]}
        />
      </div>
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {shownSeats.length === 0 ? <li className="p-16 text-ink-2">{t('attention.none')}</li> : null}
        {shownSeats.map((seat) => (
          <PhoneSeat key={seat} seat={seat} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
};
