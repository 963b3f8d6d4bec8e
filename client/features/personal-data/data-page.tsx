import './strings.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { AuditTable } from './audit-table.tsx';
import { SettingsForm } from './settings-form.tsx';
import { TakeAndErase } from './take-and-erase.tsx';

/** People's data in a school, for its admins: who looks after it, for how long it is kept, export, deletion, audit trail. */
export const DataPage = () => {
  const { t } = useTranslation('personal-data');
  useTitle(t('page.title'));
  return <OnlyFor who="admin">{(person) => <DataSections school={person.school.name} />}</OnlyFor>;
};

const DataSections = ({ school }: { school: string }) => {
  const { t } = useTranslation('personal-data');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/data'));
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('page.title')}</h1>
          <p className="text-ink-2">{t('page.text', { school })}</p>
        </div>
        <ButtonLink to="/people">{t('page.back')}</ButtonLink>
      </div>
      {loaded.state === 'ready' ? (
        <SettingsForm key={JSON.stringify(loaded.value.settings)} body={loaded.value} onSaved={refresh} />
      ) : (
        <Panel>
          {loaded.state === 'failed' ? (
            <LoadFailed title={t('page.failed')} error={loaded.error} onRetry={reload} />
          ) : (
            <Skeleton className="min-h-200">
              <div className="flex flex-col gap-14 p-18">
                <SkeletonBar className="w-[40%]" />
                <SkeletonBar className="w-[34%]" />
              </div>
            </Skeleton>
          )}
        </Panel>
      )}
      <TakeAndErase onErased={refresh} />
      <AuditTable />
    </>
  );
};
