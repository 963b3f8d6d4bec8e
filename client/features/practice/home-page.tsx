import '#client/drill/status/practice-strings.ts';
import { ContestNotices } from '#client/features/practice/notices/contest-notices.tsx';
import { PrivateExamPanel } from '#client/features/practice/notices/private-exam-panel.tsx';
import { SheetNotices } from '#client/features/practice/notices/sheet-notices.tsx';
import { RushPanel } from '#client/features/practice/rush/rush-panel.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import type { Today } from '#contract/portfolio.ts';
import { BesideCustomers } from './beside-customers.tsx';
import { CaseLibrary } from './case-library.tsx';
import { ClaimNotice } from './claim-notice.tsx';
import { ExamNotices } from './exam-notices.tsx';
import { HeldCertificates } from './held-certificates.tsx';
import { HomeSkeleton } from './home-skeleton.tsx';
import { HomeworkNotices } from './homework-notices.tsx';
import { PaperNotices } from './paper-notices.tsx';
import { RecentDrills } from './recent-drills.tsx';
import { ShortRoundPanel } from './short-round-panel.tsx';
import { StartNowPanel } from './start-now-panel.tsx';
import { TwoCustomersPanel } from './two-customers-panel.tsx';

export const HomePage = () => {
  const { t } = useTranslation('practice');
  useTitle(null);
  const scenarios = useLoad(pathTo('GET /api/scenarios'));
  const drills = useLoad(pathTo('GET /api/drills'));
  // The page waits for this too: the proposed case must not change under the trainee's pointer. If it fails, cases
  // stand in order of use.
  const today = useLoad(pathTo('GET /api/today')).loaded;
  const ownDrills = drills.loaded.state === 'ready' ? drills.loaded.value : [];
  return (
    <>
      <h1 className="sr-only">{t('home.title')}</h1>
      {scenarios.loaded.state === 'loading' || drills.loaded.state === 'loading' || today.state === 'loading' ? (
        <HomeSkeleton />
      ) : scenarios.loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('home.failed')} error={scenarios.loaded.error} onRetry={scenarios.reload} />
        </Panel>
      ) : scenarios.loaded.value.length === 0 ? (
        <Panel>
          <EmptyState title={t('home.empty')} text={t('home.emptyText')} />
        </Panel>
      ) : (
        <Home cards={scenarios.loaded.value} drills={ownDrills} today={today.state === 'ready' ? today.value : null} />
      )}
    </>
  );
};

type HomeProps = { cards: ScenarioCard[]; drills: DrillSummary[]; today: Today | null };

const Home = ({ cards, drills, today }: HomeProps) => (
  <>
    <HomeworkNotices />
    <PaperNotices />
    <ExamNotices />
    <ContestNotices />
    <SheetNotices />
    <HeldCertificates />
    {today === null || today.claim === null ? null : <ClaimNotice claim={today.claim} />}
    <Panel className="grid grid-cols-[1.35fr_1fr] max-pane:grid-cols-1">
      <StartNowPanel cards={cards} drills={drills} today={today?.suggestion ?? null} />
      <TwoCustomersPanel cards={cards} />
    </Panel>
    <ShortRoundPanel />
    <RushPanel />
    <PrivateExamPanel />
    <BesideCustomers />
    <CaseLibrary cards={cards} drills={drills} />
    <RecentDrills drills={drills} />
  </>
);
