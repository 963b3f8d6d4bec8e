import { useShallow } from 'zustand/react/shallow';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { drillFigures, figuresTier } from '#client/drill/model/drill-rounds.ts';
import { ResponseFigures } from '#client/drill/status/response-figures.tsx';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { clock } from '#client/lib/format.ts';

export const DeskFigures = ({ className }: { className?: string }) => {
  const figures = useDrill(useShallow((state) => drillFigures(state.view)));
  const tier = useDrill((state) => figuresTier(state.view));
  return <ResponseFigures figures={figures} tier={tier} className={className} />;
};

/** Drill time in whole seconds: it stands still while the clock is stopped. */
export const RunningClock = () => clock(useDrillClock(({ now }) => Math.floor(now / 1000) * 1000));
