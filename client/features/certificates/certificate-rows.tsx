import { Link } from 'react-router';
import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { CertificateRow } from '#contract/exams/certificates.ts';

type Props = {
  rows: readonly CertificateRow[];
  mayIssue: boolean;
  isChosen: (row: CertificateRow) => boolean;
  onChoose: (row: CertificateRow, isChosen: boolean) => void;
  onWithdraw: (row: CertificateRow) => void;
};

/** Everybody who sat the exam: whether they passed, whom to issue one, and what was issued. */
export const CertificateRows = ({ rows, ...rest }: Props) => (
  <Panel>
    <ul>
      {rows.map((row) => (
        <li
          key={row.seat}
          className="flex min-h-44 flex-wrap items-center gap-x-12 gap-y-4 border-line border-b px-14 py-6 last:border-b-0"
        >
          <Row row={row} {...rest} />
        </li>
      ))}
    </ul>
  </Panel>
);

const Row = ({ row, mayIssue, isChosen, onChoose, onWithdraw }: Omit<Props, 'rows'> & { row: CertificateRow }) => {
  const { t } = useTranslation('certificates');
  const { no, name, score, passes, unsure, certificate, withdrawn } = row;
  const who = (
    <>
      <span className="shrink-0 text-ink-3 tabular-nums">{no}</span>
      <b className="wrap-anywhere min-w-0 flex-1">{name}</b>
    </>
  );
  return (
    <>
      {mayIssue && passes && certificate === null ? (
        <label className="flex min-h-32 min-w-0 flex-1 cursor-pointer items-center gap-8">
          <input
            type="checkbox"
            className="size-16 accent-accent-solid"
            checked={isChosen(row)}
            onChange={(event) => onChoose(row, event.target.checked)}
          />
          {who}
        </label>
      ) : (
        <span className="flex min-w-0 flex-1 items-center gap-8 pl-24">{who}</span>
      )}
      <span className="w-72 text-right tabular-nums">{score ?? '—'}</span>
      {/* Widths of their own, so that the marks stand below each other whatever follows them. */}
      <span className="w-72 max-pane:w-auto max-pane:empty:hidden">
        {unsure > 0 ? <Tag tone="warn">{t('unsure', { n: unsure })}</Tag> : null}
      </span>
      <span className="flex w-[264px] items-center justify-end gap-8 max-pane:w-full max-pane:flex-wrap max-pane:justify-start max-pane:empty:hidden">
        {certificate === null ? (
          passes ? null : (
            <span className="text-12 text-ink-3">{t('notPassed')}</span>
          )
        ) : (
          <>
            <Tag tone="good">{t('issued', { date: longDate(certificate.at) })}</Tag>
            <Link
              to={`/certificates/${certificate.code}`}
              aria-label={t('openOf', { name })}
              className="text-accent max-pane:inline-flex max-pane:min-h-44 max-pane:items-center"
            >
              {t('open')}
            </Link>
            {mayIssue ? (
              <Button size="s" aria-label={t('withdrawOf', { name })} onClick={() => onWithdraw(row)}>
                {t('ui:withdraw')}
              </Button>
            ) : null}
          </>
        )}
      </span>
      {certificate?.changed ? (
        <p className="w-full pl-24 text-12 text-warn">{t('changed', { score: certificate.score })}</p>
      ) : null}
      {withdrawn.map(({ code, at, why }) => (
        <p key={code} className="w-full pl-24 text-12 text-ink-3">
          {t('withdrawnOn', { date: longDate(at), why })}
        </p>
      ))}
    </>
  );
};
