import { ChevronLeft, ChevronRight } from 'lucide-react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import type { RunResults } from '#contract/results.ts';

/** Links to the reports before and after in the order of the run's results; seats without a report are left out. */
export const SeatNeighbours = ({ run }: { run: NonNullable<DrillSummary['run']> }) => {
  const { t } = useTranslation('report');
  const { loaded } = useLoad(pathTo('GET /api/runs/:id/results', { id: run.id }));
  if (loaded.state !== 'ready') return null;
  const { seats } = loaded.value;
  const ownIndex = seats.findIndex(({ seat }) => seat === run.seat);
  if (ownIndex < 0) return null;
  const isReadable = (seat: RunResults['seats'][number]): boolean => seat.drill !== null && seat.result !== null;
  const links = [
    { to: seats.slice(0, ownIndex).findLast(isReadable), label: 'seats.previous', Icon: ChevronLeft },
    { to: seats.slice(ownIndex + 1).find(isReadable), label: 'seats.next', Icon: ChevronRight },
  ] as const;
  return links.map(({ to, label, Icon }) => {
    if (to === undefined) return null;
    const traineeName = t(label, { who: `${to.no} ${to.name}`.trim() });
    return (
      <ButtonLink
        key={label}
        kind="bare"
        size="s"
        square
        to={`/drills/${encodeURIComponent(to.drill ?? '')}/report`}
        aria-label={traineeName}
        title={traineeName}
      >
        <Icon size={14} aria-hidden="true" />
      </ButtonLink>
    );
  });
};
