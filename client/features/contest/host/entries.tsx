import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ContestBody, EntryRow } from '#contract/contests/contests.ts';
import { TeamFields, useTeamDraft } from './team-fields.tsx';

type Props = { body: ContestBody; mayWrite: boolean; onChanged: () => void };

/** Who is in: of one's own teams the code to come in by and their pages; of the others how many there are. */
export const Entries = ({ body, mayWrite, onChanged }: Props) => {
  const { t } = useTranslation('contest');
  const [leaving, setLeaving] = useState<EntryRow | null>(null);
  const { phase } = body.board;
  const isOpen = phase === 'before' || phase === 'open' || phase === 'frozen';
  return (
    <>
      <SectionHeader title={t('entries.title')} note={t('entries.note', { n: body.entries.length })} />
      <Panel>
        {body.entries.length === 0 ? (
          <EmptyState title={t('entries.none')} text={t('entries.noneText')} />
        ) : (
          <ul>
            {body.entries.map((entry) => (
              <li
                key={`${entry.school} ${entry.team}`}
                className="flex flex-wrap items-center gap-x-12 gap-y-4 border-line border-b px-18 py-10 last:border-b-0 max-pane:px-14"
              >
                <span className="min-w-0 flex-1 basis-240 wrap-anywhere">
                  <b className="font-semibold">{entry.team}</b>
                  <span className="ml-8 text-ink-3">{entry.school}</span>
                </span>
                <span className="text-ink-2">
                  {t('entries.people', { entered: entry.entered, people: entry.people })}
                </span>
                {entry.left ? <Tag>{t('entries.left')}</Tag> : null}
                {entry.own === null || entry.left ? null : (
                  <>
                    <span className="text-ink-2">
                      {t('entries.code')}
                      <b className="ml-4 font-semibold text-ink tabular-nums">{entry.own.code}</b>
                    </span>
                    <ButtonLink size="s" to={`/runs/${entry.own.run}/homework`}>
                      {t('entries.run')}
                    </ButtonLink>
                    {phase === 'told' ? (
                      <ButtonLink size="s" to={`/runs/${entry.own.run}/certificates`}>
                        {t('ui:certificates')}
                      </ButtonLink>
                    ) : null}
                    {mayWrite && phase !== 'told' && phase !== 'unveiling' ? (
                      <Button size="s" onClick={() => setLeaving(entry)}>
                        {t('entries.leave')}
                      </Button>
                    ) : null}
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {mayWrite && isOpen && body.host !== null ? <EnterTeam body={body} onChanged={onChanged} /> : null}
      {leaving?.own ? (
        <LeaveDialog
          team={leaving.team}
          run={leaving.own.run}
          onClose={() => setLeaving(null)}
          onLeft={() => {
            setLeaving(null);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
};

/** The host enters a class at once; another school's further class goes by the school's code. */
const EnterTeam = ({ body, onChanged }: Omit<Props, 'mayWrite'>) => {
  const { t } = useTranslation('contest');
  const { draft, change, choices } = useTeamDraft();
  const { isBusy, error, send } = useSubmit();
  const enter = async () => {
    const entered = await send(() =>
      call('POST /api/contests/:id/entries', { id: body.id }, { classId: draft.classId, team: draft.team.trim() }),
    );
    if (entered === null) return;
    change({ classId: null, team: '' });
    onChanged();
  };
  if (choices.loaded.state === 'failed')
    return (
      <Panel className="mt-8">
        <LoadFailed title={t('ui:classesFailed')} error={choices.loaded.error} onRetry={choices.reload} />
      </Panel>
    );
  return (
    <form
      className="mt-8 flex flex-wrap items-end gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <TeamFields draft={draft} choices={choices} onChange={change} />
      <Button type="submit" disabled={isBusy || choices.loaded.state === 'loading' || draft.team.trim() === ''}>
        {t('entries.enter')}
      </Button>
      <Refused error={error} className="basis-full" />
    </form>
  );
};

type LeaveProps = { team: string; run: string; onClose: () => void; onLeft: () => void };
const LeaveDialog = ({ team, run, onClose, onLeft }: LeaveProps) => {
  const { t } = useTranslation('contest');
  const { isBusy, error, send } = useSubmit();
  return (
    <SubmitDialog
      title={t('leave.title', { team })}
      description={t('leave.text')}
      submit={t('leave.do')}
      cancel={t('leave.cancel')}
      isBlocked={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={async () => {
        if ((await send(() => call('POST /api/runs/:id/contest/leave', { id: run }))) !== null) onLeft();
      }}
    >
      <p className="text-ink-2">{t('leave.kept')}</p>
    </SubmitDialog>
  );
};
