import { useShallow } from 'zustand/react/shallow';
import { useDrillClock } from '../../lib/drill-clock.ts';
import { currentTier, figuresOf } from '../../lib/drill-rounds.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { clock } from '../../lib/format.ts';
import { ResponseFigures } from '../../ui/response-figures.tsx';

export const DeskFigures = ({ className }: { className?: string }) => {
  const figures = useDrill(useShallow((state) => figuresOf(state.view)));
  const tier = useDrill((state) => currentTier(state.view));
  return <ResponseFigures figures={figures} tier={tier} className={className} />;
};

/** Drill time in whole seconds: it stands still while the clock is stopped. */
export const RunningClock = () => clock(useDrillClock(({ now }) => Math.floor(now / 1000) * 1000));
