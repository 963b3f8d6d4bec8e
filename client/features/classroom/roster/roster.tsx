import { Upload, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHead } from '#client/ui/layout/section-head.tsx';
import type { ClassBody } from '#contract/people.ts';
import { AddMember } from './add-member.tsx';
import { MemberTable } from './member-table.tsx';
import { RosterImport } from './roster-import.tsx';

type Props = { body: ClassBody; writes: boolean; onChanged: () => void };

/** The members, and the ways to get them in. A class without any opens on the import. */
export const Roster = ({ body, writes, onChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const empty = body.list.length === 0;
  const [importing, setImporting] = useState(false);
  const [adding, setAdding] = useState(false);
  const shown = writes && (importing || empty);
  return (
    <section aria-labelledby="roster">
      <SectionHead
        id="roster"
        flush
        title={t('roster.title')}
        note={t('roster.note')}
        {...(writes
          ? {
              aside: (
                <div className="flex flex-wrap gap-8">
                  <Button onClick={() => setAdding(true)}>
                    <UserPlus size={14} aria-hidden="true" />
                    {t('roster.addOne')}
                  </Button>
                  {empty ? null : (
                    <Button aria-expanded={importing} onClick={() => setImporting(!importing)}>
                      <Upload size={14} aria-hidden="true" />
                      {t('roster.import')}
                    </Button>
                  )}
                </div>
              ),
            }
          : {})}
      />
      {shown ? (
        <Panel className="mb-12">
          <RosterImport
            classId={body.id}
            members={body.list}
            onCancel={empty ? null : () => setImporting(false)}
            onAdded={() => {
              setImporting(false);
              onChanged();
            }}
          />
        </Panel>
      ) : null}
      {empty ? (
        writes ? null : (
          <Panel>
            <EmptyState title={t('roster.empty')} text={t('roster.emptyMentor')} />
          </Panel>
        )
      ) : (
        <Panel>
          <MemberTable body={body} writes={writes} onChanged={onChanged} />
        </Panel>
      )}
      {adding ? (
        <AddMember classId={body.id} members={body.list} onClose={() => setAdding(false)} onAdded={onChanged} />
      ) : null}
    </section>
  );
};
