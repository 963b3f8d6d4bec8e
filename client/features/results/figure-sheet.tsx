import { usePhone } from '#client/drill/model/desk-widths.ts';
import type { Figure } from '#client/features/results/model/results-table.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { SeatResult } from '#contract/results.ts';
import { FigureSources } from './figure-sources.tsx';

export type OpenFigure = { seat: SeatResult; figure: Figure };

/** Where a figure comes from: its formula, its values, and a link into the report for each moment. */
export const FigureSheet = ({
  openFigure: { seat, figure },
  onClose,
}: {
  openFigure: OpenFigure;
  onClose: () => void;
}) => {
  const { t } = useTranslation('results');
  const isPhone = usePhone();
  if (seat.drill === null) return null;
  return (
    <Sheet
      from={isPhone ? 'bottom' : 'side'}
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={t('sheet.title', { name: seat.name, figure: figureName(figure, seat, t) })}
      actions={<ButtonLink to={`/drills/${seat.drill}/report`}>{t('sheet.report')}</ButtonLink>}
    >
      <LoadedSources drill={seat.drill} figure={figure} />
    </Sheet>
  );
};

const figureName = (figure: Figure, seat: SeatResult, t: (key: string) => string): string => {
  switch (figure.kind) {
    case 'score':
      return t('table.score');
    case 'dimension':
      return seat.result?.dimensions.find((dimension) => dimension.id === figure.id)?.name ?? '';
    case 'time':
      return t(`time.${figure.column}`);
    case 'rush':
      return t(`rush.${figure.column}`);
    case 'family':
      return t(`family.${figure.family}`);
    case 'unsure':
      return t('table.unsure');
  }
};

const LoadedSources = ({ drill, figure }: { drill: string; figure: Figure }) => {
  const { t } = useTranslation('results');
  const { loaded, reload } = useLoad(pathTo('GET /api/drills/:id/report', { id: drill }));
  if (loaded.state === 'failed') return <LoadFailed title={t('sheet.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading')
    return (
      <Skeleton className="flex flex-col gap-12 py-8">
        <SkeletonBar />
        <SkeletonBar className="w-[70%]" />
        <SkeletonBar className="w-[40%]" />
      </Skeleton>
    );
  return <FigureSources drill={drill} report={loaded.value} figure={figure} />;
};
