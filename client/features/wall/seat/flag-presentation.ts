import {
  CircleAlert,
  CircleStop,
  Drama,
  Hourglass,
  type LucideIcon,
  OctagonAlert,
  Smartphone,
  TriangleAlert,
  UserX,
  WifiOff,
} from 'lucide-react';
import type { Flag } from '#client/features/wall/model/wall-flag.ts';
import { runningWait, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

export const FLAG_ICONS: Record<Flag['kind'], LucideIcon | null> = {
  'red-line': OctagonAlert,
  asking: Smartphone,
  lost: WifiOff,
  waited: Hourglass,
  plays: Drama,
  left: UserX,
  fault: TriangleAlert,
  done: CircleStop,
  'not-begun': CircleAlert,
  // Nothing to look at yet: a seat that nobody has taken.
  absent: null,
};

/** Says a flag in words, short enough for a tile's foot. */
export const useFlagFormatter = (): ((flag: Flag) => string) => {
  const { t } = useTranslation('wall');
  return (flag) => {
    switch (flag.kind) {
      case 'red-line':
        return flag.fault === null
          ? t('flag.redLines', { n: flag.count })
          : t('flag.redLine', { title: flag.fault.title });
      case 'lost':
        return flag.lostMs === null ? t('link.lost') : t('flag.lost', { time: seconds(flag.lostMs / 1000) });
      case 'waited':
        return t('flag.waited', { time: runningWait(Math.ceil(flag.waitedMs / 1000)) });
      case 'plays':
        return t('flag.plays', { name: flag.name });
      case 'left':
        return t('flag.left', { n: flag.count });
      case 'fault':
        return flag.fault.title;
      case 'asking':
      case 'done':
      case 'not-begun':
      case 'absent':
        return t(`flag.${flag.kind}`);
    }
  };
};
