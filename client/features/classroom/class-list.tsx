import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ClassRow } from '#contract/people.ts';
import { AddClass } from './add-class.tsx';

const ROW =
  'flex min-h-44 flex-wrap items-center gap-x-12 px-18 py-8 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14';

export const ClassList = ({ classes, writes }: { classes: readonly ClassRow[]; writes: boolean }) => {
  const { t } = useTranslation('classroom');
  const [isAdding, setIsAdding] = useState(false);
  const [showsOld, setShowsOld] = useState(false);
  const archived = classes.filter((classRow) => classRow.archived).length;
  const shown = classes.filter((classRow) => showsOld || !classRow.archived);
  const add = writes ? (
    <Button onClick={() => setIsAdding(true)}>
      <Plus size={14} aria-hidden="true" />
      {t('classes.add')}
    </Button>
  ) : undefined;
  return (
    <section aria-labelledby="classes">
      <SectionHeader id="classes" title={t('teach.classes')} {...(shown.length === 0 ? {} : { aside: add })} />
      <Panel>
        {shown.length === 0 ? (
          <EmptyState title={t('classes.none')} text={t('classes.noneText')} action={add} />
        ) : (
          <ul>
            {shown.map((row) => (
              <li key={row.id} className="border-line border-b last:border-b-0">
                <Link to={`/classes/${encodeURIComponent(row.id)}`} className={ROW}>
                  <b className="min-w-0 flex-1">{row.name}</b>
                  {row.archived ? <Tag>{t('classes.archived')}</Tag> : null}
                  <span className="text-12 text-ink-2">{t('classes.members', { count: row.members })}</span>
                  <span className="text-12 text-ink-3">{t('classes.runs', { count: row.runs })}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {archived === 0 ? null : (
        <Button kind="bare" className="mt-8" aria-pressed={showsOld} onClick={() => setShowsOld(!showsOld)}>
          {t(showsOld ? 'classes.hideOld' : 'classes.showOld', { count: archived })}
        </Button>
      )}
      <AddClass open={isAdding} onClose={() => setIsAdding(false)} />
    </section>
  );
};
