import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { AuthoredBody, AuthoredVersionBody } from '#contract/authored.ts';
import { VersionCommands } from './version-commands.tsx';

type Props = { body: AuthoredBody; onChanged: () => void };

/** The versions, newest first, each with its buttons in its row. */
export const VersionTable = ({ body, onChanged }: Props) => {
  const { t } = useTranslation('authored');
  const wholeRow = 'max-pane:col-span-2';
  const columns: Column<AuthoredVersionBody>[] = [
    {
      id: 'no',
      head: t('version.no'),
      isRowName: true,
      className: 'whitespace-nowrap',
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-8">
          {t('version.name', { no: row.no })}
          {row.version === body.published?.version ? <Tag tone="good">{t('version.published')}</Tag> : null}
        </span>
      ),
    },
    {
      id: 'found',
      head: t('version.found'),
      className: 'max-pane:col-start-2 max-pane:row-start-1 max-pane:text-right whitespace-nowrap',
      cell: ({ errors, warnings }) =>
        errors + warnings === 0 ? (
          <span className="text-ink-2">{t('version.clean')}</span>
        ) : (
          <span className={errors > 0 ? 'text-bad' : 'text-ink-2'}>{t('found.count', { errors, warnings })}</span>
        ),
    },
    {
      id: 'note',
      head: t('version.note'),
      className: `${wholeRow} wrap-anywhere`,
      cell: ({ note, title }) => (
        <>
          {note === '' ? null : <span className="mr-8">{note}</span>}
          {title === body.title ? null : <span className="text-12 text-ink-3">{t('version.titled', { title })}</span>}
        </>
      ),
    },
    {
      id: 'saved',
      head: t('version.saved'),
      className: `${wholeRow} whitespace-nowrap text-ink-2 max-pane:text-12`,
      cell: ({ by, at }) => t('savedBy', { who: by, day: shortDate(at) }),
    },
    {
      id: 'deeds',
      head: t('version.deeds'),
      hideHead: true,
      align: 'right',
      className: `${wholeRow} max-pane:text-left`,
      cell: (row) => <VersionCommands body={body} row={row} onChanged={onChanged} />,
    },
  ];
  return (
    <section aria-labelledby="versions">
      <SectionHeader id="versions" isFirst title={t('version.title')} note={t('version.text')} />
      <Panel>
        <DataTable
          caption={t('version.title')}
          columns={columns}
          rows={body.all}
          rowKey={(row) => row.version}
          phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
        />
      </Panel>
    </section>
  );
};
