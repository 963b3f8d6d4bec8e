import '#client/features/classroom/strings.ts';
import { useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useClassChoices } from '#client/lib/hooks/use-class-choices.ts';
import { type Loaded, useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { RushMenu } from '#contract/bodies.ts';
import { requestedIn } from './requested-run.ts';
import { RunPlanner } from './run-planner.tsx';

export const NewRunPage = () => {
  const { t } = useTranslation('classroom');
  useTitle(t('newRun.title'));
  return (
    <>
      <h1 className="mb-12 font-semibold text-18">{t('newRun.title')}</h1>
      <OnlyFor who="teacher">{(person) => <LoadedPlanner personId={person.id} />}</OnlyFor>
    </>
  );
};

/** For data the page can do without: if it fails to load, its place stays empty. */
const valueOrEmpty = <T,>(loaded: Loaded<T[]>): T[] => (loaded.state === 'ready' ? loaded.value : []);

/** Null where there is no rush to choose, or it couldn't be loaded: the form then offers cases alone. */
const menuOrNull = (loaded: Loaded<RushMenu>): RushMenu | null =>
  loaded.state === 'ready' && loaded.value.profiles.length > 0 && loaded.value.shops.length > 0 ? loaded.value : null;

const LoadedPlanner = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('classroom');
  const [search] = useSearchParams();
  const cards = useLoad(pathTo('GET /api/scenarios'));
  const choices = useClassChoices();
  const templates = useLoad(pathTo('GET /api/templates'));
  const incidents = useLoad(pathTo('GET /api/incidents'));
  const rushMenu = useLoad(pathTo('GET /api/rush'));
  if (cards.loaded.state === 'failed') {
    return (
      <Panel>
        <LoadFailed title={t('newRun.failed')} error={cards.loaded.error} onRetry={cards.reload} />
      </Panel>
    );
  }
  if (choices.loaded.state === 'failed') {
    return (
      <Panel>
        <LoadFailed title={t('ui:classesFailed')} error={choices.loaded.error} onRetry={choices.reload} />
      </Panel>
    );
  }
  const isLoading = [choices, templates, incidents, rushMenu].some(({ loaded }) => loaded.state === 'loading');
  if (cards.loaded.state === 'loading' || isLoading) {
    return (
      <Skeleton>
        <Panel className="flex h-320 flex-col gap-14 p-24">
          <SkeletonBar className="w-[30%]" />
          <SkeletonBar className="w-[60%]" />
          <SkeletonBar className="w-[50%]" />
        </Panel>
      </Skeleton>
    );
  }
  // The draft's key contains the teacher, so that two teachers at one screen don't find each other's draft.
  const draftKey = `${personId}?${search.toString()}`;
  return (
    <RunPlanner
      key={draftKey}
      draftKey={draftKey}
      requested={requestedIn(search)}
      cards={cards.loaded.value}
      classes={choices.classes}
      templates={valueOrEmpty(templates.loaded)}
      incidents={valueOrEmpty(incidents.loaded)}
      rushMenu={menuOrNull(rushMenu.loaded)}
      onTemplatesChanged={templates.refresh}
    />
  );
};
