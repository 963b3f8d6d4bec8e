import { useState } from 'react';
import { useDiscussion } from '#client/features/report/model/use-discussion.ts';
import { longDate, marks, minusMarks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { AuditEntry, FindingStatus } from '#contract/discussion.ts';

/** The last ones say how it stands; earlier ones on request, and on paper. */
const ENTRIES_SHOWN_AT_FIRST = 8;

/** 改动记录: who changed or said what, when, and why. Nothing for practice alone. */
export const Audit = () => {
  const { t } = useTranslation('discussion');
  const discussionState = useDiscussion();
  const [showsAll, setShowsAll] = useState(false);
  if (discussionState === null || (discussionState.discussion === null && discussionState.error === null)) return null;
  const { discussion, error, reload } = discussionState;
  const audit = discussion?.audit ?? [];
  const hiddenCount = showsAll ? 0 : Math.max(0, audit.length - ENTRIES_SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="audit">
      <SectionHeader id="audit" title={t('audit.title')} note={t('audit.note')} />
      <Panel>
        {discussion === null && error !== null ? (
          <LoadFailed title={t('audit.failed')} error={error} onRetry={reload} />
        ) : audit.length === 0 ? (
          <EmptyState title={t('audit.none')} text={t('audit.noneText')} />
        ) : (
          <>
            {hiddenCount === 0 ? null : (
              <button
                type="button"
                onClick={() => setShowsAll(true)}
                className="link block px-16 py-8 max-pane:min-h-44 max-pane:px-14 pointer-coarse:py-12 print:hidden"
              >
                {t('audit.earlier', { n: hiddenCount })}
              </button>
            )}
            <ol>
              {audit.map((entry, index) => (
                <AuditRow
                  key={`${entry.at} ${entry.kind} ${entry.title}`}
                  entry={entry}
                  isHidden={index < hiddenCount}
                />
              ))}
            </ol>
          </>
        )}
      </Panel>
    </section>
  );
};

const AuditRow = ({ entry, isHidden }: { entry: AuditEntry; isHidden: boolean }) => {
  const { t } = useTranslation('discussion');
  const { at, by, kind, title, change, total, words, reason } = entry;
  const isSilent = words === null && (kind === 'commented' || kind === 'comment-edited' || kind === 'comment-deleted');
  return (
    <li
      className={cx(
        'grid-cols-[200px_minmax(0,1fr)] gap-x-16 border-line border-b px-16 py-8 last:border-b-0 max-pane:grid-cols-1 max-pane:px-14 print:grid print:break-inside-avoid',
        isHidden ? 'hidden' : 'grid',
      )}
    >
      <p className="text-12 text-ink-3">
        <span className="whitespace-nowrap">{longDate(at)}</span> <span className="text-ink-2">{by}</span>
      </p>
      <div className="wrap-anywhere min-w-0">
        <p>
          <b className="mr-8">{t(`audit.kind.${kind}`)}</b>
          {title}
        </p>
        {change === null ? null : <StatusChange from={change.from} to={change.to} />}
        {total === null || change?.from.kind === 'score' || total.from === total.to ? null : (
          <p>{t('audit.total', { from: marks(total.from), to: marks(total.to) })}</p>
        )}
        {words?.before == null ? null : (
          <p className="whitespace-pre-wrap text-ink-3">
            {t('audit.before')}
            <del>{words.before}</del>
          </p>
        )}
        {words?.after == null ? null : <p className="whitespace-pre-wrap text-ink-2">{words.after}</p>}
        {isSilent ? <p className="text-12 text-ink-3">{t('audit.gone')}</p> : null}
        {reason === '' ? null : <p className="text-ink-2">{t('audit.reason', { reason })}</p>}
      </div>
    </li>
  );
};

const StatusChange = ({ from, to }: { from: FindingStatus; to: FindingStatus }) => {
  const { t } = useTranslation('discussion');
  const statusText = (status: FindingStatus): string => {
    if (status.kind === 'score') return marks(status.score);
    if (status.kind === 'point') return t(`audit.point.${status.state}`);
    if (status.state !== 'counted') return t(`audit.finding.${status.state}`);
    return status.marks === 0
      ? t('audit.finding.countedFree')
      : t('audit.finding.counted', { marks: minusMarks(status.marks) });
  };
  return (
    <p>{t(from.kind === 'score' ? 'audit.total' : 'audit.change', { from: statusText(from), to: statusText(to) })}</p>
  );
};
