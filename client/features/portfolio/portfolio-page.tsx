import './strings.ts';
import { useParams } from 'react-router';
import { type Path, pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { PortfolioBody } from '#contract/portfolio.ts';
import { PortfolioView } from './portfolio-view.tsx';

/** The trainee's own portfolio: drills of this device and, when signed in, of the person. */
export const PortfolioPage = () => <LoadedPortfolio path={pathTo('GET /api/portfolio')} isOwn />;

/** A trainee's, for staff of the school. */
export const PersonPortfolioPage = () => {
  const { id = '' } = useParams();
  return (
    <OnlyFor who="staff">
      {() => <LoadedPortfolio path={pathTo('GET /api/people/:id/portfolio', { id })} isOwn={false} />}
    </OnlyFor>
  );
};

const LoadedPortfolio = ({ path, isOwn }: { path: Path<PortfolioBody>; isOwn: boolean }) => {
  const { t } = useTranslation('portfolio');
  useTitle(t('title'));
  const { loaded, reload, refresh } = useLoad(path);
  if (loaded.state === 'ready') return <PortfolioView body={loaded.value} isOwn={isOwn} refresh={refresh} />;
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : (
        <Skeleton>
          <Panel className="flex h-200 flex-col gap-12 p-24">
            <SkeletonBar className="w-[20%]" />
            <SkeletonBar className="w-[60%]" />
          </Panel>
          <Panel className="mt-64 h-200">{null}</Panel>
        </Skeleton>
      )}
    </>
  );
};
