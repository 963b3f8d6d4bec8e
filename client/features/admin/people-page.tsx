import './strings.ts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import type { Person } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { AddPerson } from './add-person.tsx';
import { Mentorships } from './mentorships.tsx';
import { PeopleTable } from './people-table.tsx';
import { Schools } from './schools.tsx';

export const PeoplePage = () => {
  const { t } = useTranslation('admin');
  useTitle(t('people.title'));
  return <OnlyFor who="admin">{(person) => <PeopleSections me={person} />}</OnlyFor>;
};

const PeopleSections = ({ me }: { me: Person }) => {
  const { t } = useTranslation('admin');
  const people = useLoad(pathTo('GET /api/people'));
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('people.title')}</h1>
          <p className="text-ink-2">{t('people.text', { school: me.school.name })}</p>
        </div>
        {me.machineAdmin ? <ButtonLink to="/status">{t('people.status')}</ButtonLink> : null}
        <ButtonLink to="/data">{t('people.data')}</ButtonLink>
        <ButtonLink to="/sign-ins">{t('signIns.title')}</ButtonLink>
        <Button kind="primary" onClick={() => setIsAdding(true)}>
          <Plus size={14} aria-hidden="true" />
          {t('people.add')}
        </Button>
      </div>
      <Panel>
        {people.loaded.state === 'ready' ? (
          <PeopleTable people={people.loaded.value} ownId={me.id} refresh={people.refresh} />
        ) : people.loaded.state === 'failed' ? (
          <LoadFailed title={t('people.failed')} error={people.loaded.error} onRetry={people.reload} />
        ) : (
          <Skeleton className="min-h-200">
            <div className="flex flex-col gap-14 p-18">
              <SkeletonBar className="w-[40%]" />
              <SkeletonBar className="w-[34%]" />
            </div>
          </Skeleton>
        )}
      </Panel>
      <Mentorships />
      {me.machineAdmin ? <Schools key={people.loaded.state === 'ready' ? people.loaded.value.length : 0} /> : null}
      <AddPerson open={isAdding} onClose={() => setIsAdding(false)} onAdded={people.refresh} />
    </>
  );
};
