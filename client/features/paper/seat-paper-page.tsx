import './strings.ts';
import { useParams } from 'react-router';
import { type SeatPaperView, useSeatPaper } from '#client/features/paper/model/use-seat-paper.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { PanelSkeleton } from '#client/ui/layout/panel-skeleton.tsx';
import { ElsewhereCard } from './elsewhere-card.tsx';
import { OpenPaper } from './open-paper.tsx';
import { PaperOver } from './paper-over.tsx';
import { WaitingCard } from './waiting-card.tsx';

/** A seat's written paper: waited for, answered, handed in, and read once the teacher has published. */
export const SeatPaperPage = () => {
  const { id = '' } = useParams();
  return <SeatPaper key={id} seat={id} />;
};

const SeatPaper = ({ seat }: { seat: string }) => {
  const { t } = useTranslation('paper');
  const { view, failure, reload } = useSeatPaper(seat);
  useTitle(view?.body.run.name ?? t('title'));
  if (view !== null) return <Shown view={view} />;
  return (
    <Panel className="mx-auto max-w-720">
      <h1 className="sr-only">{t('title')}</h1>
      {failure === null ? (
        <PanelSkeleton />
      ) : failure.code === 'unknown-seat' || failure.code === 'paper-none' ? (
        <EmptyState
          title={t('gone.title')}
          text={t('gone.text')}
          action={<ButtonLink to="/join">{t('gone.join')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('failed')} error={failure} onRetry={reload} />
      )}
    </Panel>
  );
};

const Shown = ({ view }: { view: SeatPaperView }) => {
  switch (view.body.phase) {
    case 'elsewhere':
      return <ElsewhereCard body={view.body} />;
    case 'before':
      return <WaitingCard view={view} />;
    case 'open':
      return <OpenPaper view={view} />;
    default:
      return <PaperOver view={view} />;
  }
};
