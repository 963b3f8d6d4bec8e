import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { FileDrop } from '#client/ui/controls/file-drop.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ContestBody, MergedRow } from '#contract/contests/contests.ts';

type Props = { body: ContestBody; merged: readonly MergedRow[]; mayWrite: boolean; onChanged: () => void };

/** Results of another server that held the same contest: taken in before the unveiling, told together. */
export const MergedFiles = ({ body, merged, mayWrite, onChanged }: Props) => {
  const { t } = useTranslation('contest');
  const { isBusy, error, send, clear } = useSubmit();
  /** A file whose key nobody here knows waits for the fingerprint to be compared. */
  const [waiting, setWaiting] = useState<{ file: string; fingerprint: string } | null>(null);
  const mayMerge = mayWrite && body.board.phase === 'closed';
  const merge = async (file: string, trust: string | null) => {
    const reply = await send(async () => {
      const answer = await call('POST /api/contests/:id/files', { id: body.id }, { file, trust });
      if (!answer.ok && answer.error.code === 'contest-key-unknown')
        setWaiting({ file, fingerprint: answer.error.detail ?? '' });
      return answer;
    });
    if (reply === null) return;
    setWaiting(null);
    onChanged();
  };
  const remove = async ({ fingerprint, source }: MergedRow) => {
    const removed = await send(() =>
      call('POST /api/contests/:id/files/remove', { id: body.id }, { fingerprint, source }),
    );
    if (removed !== null) onChanged();
  };
  return (
    <div className="grid gap-8">
      {merged.map((row) => (
        <p key={`${row.fingerprint} ${row.source}`} className="flex flex-wrap items-center gap-x-12 gap-y-4">
          <b className="font-semibold">{row.host}</b>
          <span className="text-ink-2">{t('merge.row', { name: row.name, n: row.rows })}</span>
          <span className="break-all text-12 text-ink-3">{row.fingerprint}</span>
          {mayMerge ? (
            <Button size="s" disabled={isBusy} onClick={() => void remove(row)}>
              {t('merge.remove')}
            </Button>
          ) : null}
        </p>
      ))}
      {mayMerge ? (
        <FileDrop
          isSlim
          accept=".json,application/json"
          isBusy={isBusy}
          labels={{ drop: t('merge.drop'), file: t('merge.file'), choose: t('merge.choose'), hint: t('merge.hint') }}
          onFiles={([file]) => void file.text().then((text) => merge(text, null))}
        />
      ) : null}
      {waiting === null ? <Refused error={error} /> : null}
      {waiting === null ? null : (
        <SubmitDialog
          title={t('trust.title')}
          description={t('trust.text')}
          submit={t('trust.do')}
          cancel={t('trust.cancel')}
          isBlocked={isBusy}
          error={error?.code === 'contest-key-unknown' ? null : error}
          onClose={() => {
            clear();
            setWaiting(null);
          }}
          onSubmit={() => merge(waiting.file, waiting.fingerprint)}
        >
          <p className="break-all font-semibold text-16 tabular-nums">{waiting.fingerprint}</p>
        </SubmitDialog>
      )}
    </div>
  );
};
