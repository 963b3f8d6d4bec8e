import { Upload, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { ClassBody } from '#contract/people.ts';
import { AddMember } from './add-member.tsx';
import { MemberTable } from './member-table.tsx';
import { RosterImport } from './roster-import.tsx';

type Props = { body: ClassBody; mayWrite: boolean; onChanged: () => void };

/** The members, and the ways to get them in. A class without any opens on the import. */
export const Roster = ({ body, mayWrite, onChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const isEmpty = body.list.length === 0;
  const [isImporting, setIsImporting] = useState(false);
  const [isAdding, setIsAdding] = useState(false);
  const showsImport = mayWrite && (isImporting || isEmpty);
  return (
    <section aria-labelledby="roster">
      <SectionHeader
        id="roster"
        isFirst
        title={t('roster.title')}
        note={t('roster.note')}
        {...(mayWrite
          ? {
              aside: (
                <div className="flex flex-wrap gap-8">
                  <Button onClick={() => setIsAdding(true)}>
                    <UserPlus size={14} aria-hidden="true" />
                    {t('roster.addOne')}
                  </Button>
                  {isEmpty ? null : (
                    <Button aria-expanded={isImporting} onClick={() => setIsImporting(!isImporting)}>
                      <Upload size={14} aria-hidden="true" />
                      {t('roster.import')}
                    </Button>
                  )}
                </div>
              ),
            }
          : {})}
      />
      {showsImport ? (
        <Panel className="mb-12">
          <RosterImport
            classId={body.id}
            members={body.list}
            onCancel={isEmpty ? null : () => setIsImporting(false)}
            onAdded={() => {
              setIsImporting(false);
              onChanged();
            }}
          />
        </Panel>
      ) : null}
      {isEmpty ? (
        mayWrite ? null : (
          <Panel>
            <EmptyState title={t('roster.empty')} text={t('roster.emptyMentor')} />
          </Panel>
        )
      ) : (
        <Panel>
          <MemberTable body={body} mayWrite={mayWrite} onChanged={onChanged} />
        </Panel>
      )}
      {isAdding ? (
        <AddMember classId={body.id} members={body.list} onClose={() => setIsAdding(false)} onAdded={onChanged} />
      ) : null}
    </section>
  );
};
