import type { ReactNode } from 'react';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { type Flag, flagOf } from '#client/features/wall/model/wall-flag.ts';
import type { Density } from '#client/features/wall/model/wall-layout.ts';
import { tiersOf } from '#client/features/wall/model/wall-waits.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import { cx } from '#client/ui/cx.ts';
import { FLAG_ICONS, useFlagFormatter } from './flag-presentation.ts';

const LOOKS: Record<Flag['kind'], string> = {
  'red-line': 'bg-bad-solid font-semibold text-white',
  asking: 'bg-tint font-semibold text-accent',
  lost: 'bg-sunken font-semibold text-ink-2',
  waited: 'bg-warn-tint font-semibold text-warn',
  left: 'bg-warn-tint font-semibold text-warn',
  fault: 'bg-warn-tint font-semibold text-warn',
  plays: 'text-ink-2',
  done: 'text-ink-2',
  'not-begun': 'text-ink-3',
  absent: 'text-ink-3',
};
const SIZES: Record<Density, string> = {
  roomy: 'min-h-28 py-3 text-16 @max-[130px]:text-14',
  tight: 'min-h-22 text-14',
  small: 'min-h-20 text-14 leading-[20px]',
};

/** Seconds in whole, so that the foot is drawn when it reads differently and not with every tick. */
const flagKey = (flag: Flag | null): string => {
  if (flag === null) return '';
  switch (flag.kind) {
    case 'lost':
      return `lost ${Math.ceil((flag.lostMs ?? 0) / 1000)}`;
    case 'waited':
      return `waited ${Math.ceil(flag.waitedMs / 1000)}`;
    case 'plays':
      return `plays ${flag.name}`;
    default:
      return flag.kind;
  }
};

type Props = {
  tile: LiveTile;
  density: Density;
  /** Shown while there is no flag; without it the room is kept, so that nothing jumps. */
  fallback?: ReactNode;
};

/** The foot of a tile. */
export const SeatFlag = ({ tile, density, fallback }: Props) => {
  const tiers = useRun(tiersOf);
  useWallClock(({ now }) => flagKey(flagOf(tile, now, tiers)));
  const flagText = useFlagFormatter();
  const flag = flagOf(tile, useWallClock.getState().now, tiers);
  const Icon = flag === null ? null : FLAG_ICONS[flag.kind];
  if (flag === null && fallback !== undefined) return fallback;
  return (
    <span
      className={cx(
        '-mx-10 flex shrink-0 items-center gap-6 px-10',
        SIZES[density],
        flag === null ? null : LOOKS[flag.kind],
      )}
    >
      {Icon === null ? null : <Icon size={density === 'roomy' ? 16 : 14} className="shrink-0" aria-hidden="true" />}
      {flag === null ? null : <span className="cut">{flagText(flag)}</span>}
    </span>
  );
};
