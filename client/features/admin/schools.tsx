import { Plus } from 'lucide-react';
import { useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { DataTable } from '#client/ui/layout/data-table.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { AddSchool } from './add-school.tsx';

/** For the person who runs the server: its schools see nothing of each other. */
export const Schools = () => {
  const { t } = useTranslation('admin');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/schools'));
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section aria-labelledby="schools">
      <SectionHeader
        id="schools"
        title={t('schools.title')}
        note={t('schools.note')}
        aside={
          <Button onClick={() => setIsAdding(true)}>
            <Plus size={14} aria-hidden="true" />
            {t('schools.add')}
          </Button>
        }
      />
      <Panel>
        {loaded.state === 'failed' ? (
          <LoadFailed title={t('schools.failed')} error={loaded.error} onRetry={reload} />
        ) : (
          <DataTable
            caption={t('schools.title')}
            rows={loaded.state === 'ready' ? loaded.value : []}
            rowKey={(row) => row.id}
            columns={[
              { id: 'name', head: t('schools.name'), isRowName: true, cell: (row) => row.name },
              { id: 'people', head: t('schools.people'), align: 'right', cell: (row) => row.people },
              { id: 'classes', head: t('schools.classes'), align: 'right', cell: (row) => row.classes },
            ]}
          />
        )}
      </Panel>
      <AddSchool open={isAdding} onClose={() => setIsAdding(false)} onAdded={refresh} />
    </section>
  );
};
