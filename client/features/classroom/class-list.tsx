import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ClassRow } from '#contract/people.ts';
import { AddClass } from './add-class.tsx';

const ROW_CLASS =
  'flex min-h-44 flex-wrap items-center gap-x-12 px-18 py-8 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14';

export const ClassList = ({ classes, mayWrite }: { classes: readonly ClassRow[]; mayWrite: boolean }) => {
  const { t } = useTranslation('classroom');
  const [isAdding, setIsAdding] = useState(false);
  const [showsArchived, setShowsArchived] = useState(false);
  const archivedCount = classes.filter((classRow) => classRow.archived).length;
  const shownClasses = classes.filter((classRow) => showsArchived || !classRow.archived);
  const addButton = mayWrite ? (
    <Button onClick={() => setIsAdding(true)}>
      <Plus size={14} aria-hidden="true" />
      {t('classes.add')}
    </Button>
  ) : undefined;
  return (
    <section aria-labelledby="classes">
      <SectionHeader
        id="classes"
        title={t('teach.classes')}
        {...(shownClasses.length === 0 ? {} : { aside: addButton })}
      />
      <Panel>
        {shownClasses.length === 0 ? (
          <EmptyState title={t('classes.none')} text={t('classes.noneText')} action={addButton} />
        ) : (
          <ul>
            {shownClasses.map((row) => (
              <li key={row.id} className="border-line border-b last:border-b-0">
                <Link to={`/classes/${encodeURIComponent(row.id)}`} className={ROW_CLASS}>
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
      {archivedCount === 0 ? null : (
        <Button
          kind="bare"
          className="mt-8"
          aria-pressed={showsArchived}
          onClick={() => setShowsArchived(!showsArchived)}
        >
          {t(showsArchived ? 'classes.hideOld' : 'classes.showOld', { count: archivedCount })}
        </Button>
      )}
      <AddClass open={isAdding} onClose={() => setIsAdding(false)} />
    </section>
  );
};
