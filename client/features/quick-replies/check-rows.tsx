import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import type { ReplyRow, SchoolQuickReply } from '#contract/quick-replies.ts';
import { ListedReply } from './listed-reply.tsx';
import type { SortedRows } from './sorted-rows.ts';

type Props = { parts: SortedRows; removed: readonly SchoolQuickReply[] };

export const CheckRows = ({ parts, removed }: Props) => {
  const { t } = useTranslation('quick-replies');
  return (
    <ScrollArea label={t('check.title')} className="max-h-[60vh]">
      <RowGroup name={t('check.faults')} rows={parts.faulty}>
        {(row) => <FaultyRow row={row} />}
      </RowGroup>
      <RowGroup name={t('check.changed')} rows={parts.changed}>
        {(row) => <ListedReply reply={row} earlier={row.before} />}
      </RowGroup>
      <RowGroup name={t('check.added')} rows={parts.added}>
        {(row) => <ListedReply reply={row} />}
      </RowGroup>
      <RowGroup name={t('check.removed')} rows={removed}>
        {(reply) => <ListedReply reply={reply} isRemoved />}
      </RowGroup>
      <RowGroup name={t('check.unchanged')} rows={parts.unchanged}>
        {(row) => <ListedReply reply={row} />}
      </RowGroup>
    </ScrollArea>
  );
};

type RowGroupProps<Row> = { name: string; rows: readonly Row[]; children: (row: Row) => ReactNode };

const RowGroup = <Row extends SchoolQuickReply & { line?: number }>({ name, rows, children }: RowGroupProps<Row>) => {
  const { t } = useTranslation('quick-replies');
  if (rows.length === 0) return null;
  return (
    <section aria-label={name}>
      <h3 className="border-line border-b bg-soft px-18 py-6 font-semibold text-12 text-ink-2 max-pane:px-14">
        {t('check.group', { name, count: rows.length })}
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.line ?? row.code} className="border-line border-b px-18 py-8 max-pane:px-14">
            {children(row)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The server's words name row and column: they stand above what was read. */
const FaultyRow = ({ row }: { row: ReplyRow }) => (
  <>
    {row.faults.map(({ code, column, message }) => (
      <p key={`${code} ${column}`} className="flex items-baseline gap-6 text-bad">
        <CircleAlert size={14} className="shrink-0 self-center" aria-hidden="true" />
        <span className="min-w-0 break-words">{message}</span>
      </p>
    ))}
    <ListedReply reply={row} />
  </>
);
