import './strings.ts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { copyText } from '#client/lib/copy-text.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { wholeDay } from '#client/lib/whole-day.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { MentorshipRow, MentorshipState } from '#contract/mentors/mentors.ts';
import { InviteDialog } from './invite-dialog.tsx';

const TONES = { invited: 'accent', expired: 'line', active: 'good', ended: 'line' } as const satisfies Record<
  MentorshipState,
  string
>;

/** Mentors whose account is at another school: invited here, and what became of it. */
export const Mentorships = () => {
  const { t } = useTranslation('admin');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/mentorships'));
  const [isInviting, setIsInviting] = useState(false);
  const [ending, setEnding] = useState<MentorshipRow | null>(null);
  const nameOf = ({ name, login, code }: MentorshipRow): string =>
    name ?? login ?? t('mentorships.byCode', { code: code ?? '' });
  return (
    <section aria-labelledby="mentorships">
      <SectionHeader
        id="mentorships"
        title={t('mentorships.title')}
        note={t('mentorships.note')}
        aside={
          <Button onClick={() => setIsInviting(true)}>
            <Plus size={14} aria-hidden="true" />
            {t('mentorships.invite')}
          </Button>
        }
      />
      <Panel>
        {loaded.state === 'failed' ? (
          <LoadFailed title={t('mentorships.failed')} error={loaded.error} onRetry={reload} />
        ) : loaded.state === 'ready' && loaded.value.length === 0 ? (
          <EmptyState title={t('mentorships.none')} text={t('mentorships.noneText')} />
        ) : (
          <ul>
            {(loaded.state === 'ready' ? loaded.value : []).map((row) => (
              <li
                key={row.id}
                className="flex flex-wrap items-center gap-8 border-line border-b px-14 py-8 last:border-b-0"
              >
                <div className="min-w-0 flex-1 basis-200">
                  <p className="wrap-anywhere">
                    {nameOf(row)}{' '}
                    {row.name !== null && row.login !== null ? <span className="text-ink-3">{row.login}</span> : null}
                  </p>
                  <p className="wrap-anywhere text-12 text-ink-3">
                    {clauses([
                      t('mentorships.invited', { name: row.by, date: wholeDay(row.at) }),
                      row.acceptedAt === null ? null : t('mentorships.accepted', { date: wholeDay(row.acceptedAt) }),
                      row.state === 'invited' ? t('mentorships.until', { date: wholeDay(row.expiresAt) }) : null,
                      row.ended === null
                        ? null
                        : t('mentorships.ended', { name: row.ended.by, date: wholeDay(row.ended.at) }),
                    ])}
                  </p>
                </div>
                <Tag tone={TONES[row.state]}>{t(`mentorships.state.${row.state}`)}</Tag>
                {row.state === 'invited' && row.code !== null ? <CopyButton code={row.code} /> : null}
                {row.state === 'ended' || row.state === 'expired' ? null : (
                  <Button
                    kind="bare"
                    aria-label={t(row.state === 'active' ? 'mentorships.endOf' : 'mentorships.endInviteOf', {
                      name: nameOf(row),
                    })}
                    onClick={() => setEnding(row)}
                  >
                    {t(row.state === 'active' ? 'mentorships.end' : 'mentorships.endInvite')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {isInviting ? <InviteDialog onClose={() => setIsInviting(false)} onDone={refresh} /> : null}
      {ending === null ? null : (
        <EndDialog row={ending} name={nameOf(ending)} onClose={() => setEnding(null)} onDone={refresh} />
      )}
    </section>
  );
};

const CopyButton = ({ code }: { code: string }) => {
  const { t } = useTranslation('admin');
  const copy = async () => {
    const isCopied = await copyText(code);
    showToast(t(isCopied ? 'mentorships.copied' : 'mentorships.notCopied'), isCopied ? 'plain' : 'bad');
  };
  return (
    <Button aria-label={t('mentorships.copyOf', { code })} onClick={() => void copy()}>
      {t('mentorships.copy')}
    </Button>
  );
};

type EndProps = { row: MentorshipRow; name: string; onClose: () => void; onDone: () => void };

const EndDialog = ({ row, name, onClose, onDone }: EndProps) => {
  const { t } = useTranslation('admin');
  const { isBusy, error, send } = useSubmit();
  const isActive = row.state === 'active';
  const end = async () => {
    const done = await send(() => call('POST /api/mentorships/:mentorship/end', { mentorship: row.id }));
    onDone();
    if (done === null) return;
    showToast(t('mentorships.done'));
    onClose();
  };
  return (
    <SubmitDialog
      title={t(isActive ? 'mentorships.endTitle' : 'mentorships.endInviteTitle', { name })}
      description={t(isActive ? 'mentorships.endText' : 'mentorships.endInviteText')}
      submit={t(isActive ? 'mentorships.end' : 'mentorships.endInvite')}
      isBlocked={isBusy}
      error={error}
      onSubmit={end}
      onClose={onClose}
    >
      {null}
    </SubmitDialog>
  );
};
