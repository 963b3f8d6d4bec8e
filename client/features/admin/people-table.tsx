import { useState } from 'react';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { PersonRow } from '#contract/people.ts';
import { EditPerson } from './edit-person.tsx';

type Props = { people: readonly PersonRow[]; ownId: string; refresh: () => void };

export const PeopleTable = ({ people, ownId, refresh }: Props) => {
  const { t } = useTranslation('admin');
  const [editedRow, setEditedRow] = useState<PersonRow | null>(null);
  const columns: Column<PersonRow>[] = [
    {
      id: 'name',
      head: t('people.name'),
      isRowName: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-8">
          {row.name}
          {row.id === ownId ? <Tag tone="accent">{t('people.you')}</Tag> : null}
          {row.disabled ? <Tag tone="warn">{t('people.disabled')}</Tag> : null}
        </span>
      ),
    },
    { id: 'role', head: t('people.role'), className: 'max-pane:text-12', cell: (row) => t(`ui:role.${row.role}`) },
    {
      id: 'login',
      head: t('people.login'),
      className: 'break-all text-ink-2 max-pane:text-12',
      cell: (row) => row.login ?? t('people.noLogin'),
    },
    {
      id: 'seen',
      head: t('people.seen'),
      className: 'whitespace-nowrap text-ink-2 max-pane:text-12',
      cell: (row) => (row.seenAt === null ? t('people.never') : shortDate(row.seenAt)),
    },
    {
      id: 'change',
      head: t('people.change'),
      hideHead: true,
      align: 'right',
      className: 'max-pane:col-start-2 max-pane:row-span-4 max-pane:row-start-1',
      cell: (row) => (
        <Button size="s" aria-label={t('people.changeOf', { name: row.name })} onClick={() => setEditedRow(row)}>
          {t('people.change')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('people.title')}
        columns={columns}
        rows={people}
        rowKey={(row) => row.id}
        phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
      />
      {editedRow === null ? null : (
        <EditPerson
          key={editedRow.id}
          row={editedRow}
          isSelf={editedRow.id === ownId}
          onClose={() => setEditedRow(null)}
          onChanged={refresh}
        />
      )}
    </>
  );
};
