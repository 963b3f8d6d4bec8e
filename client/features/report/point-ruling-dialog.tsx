import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '../../lib/api.ts';
import { type NewRuling, POINT_VERDICTS, type PointVerdict, REASON_MOST } from '../../lib/report-rulings.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ExampleCheck } from './example-check.tsx';
import type { PointSubject } from './use-rulings.ts';

type Props = {
  subject: PointSubject;
  onClose: () => void;
  /** Null when it was stored, else why not. */
  onRule: (ruling: NewRuling) => Promise<Trouble | null>;
};

/** Whether a reply says a point. The quote speaks, so a reason may be left out. */
export const PointRulingDialog = ({ subject, onClose, onRule }: Props) => {
  const { t } = useTranslation('report');
  const form = useId();
  const { conversation, question, point } = subject;
  const [turn, setTurn] = useState(subject.turn);
  const [verdict, setVerdict] = useState<PointVerdict>(point.state === 'covered' ? 'not-said' : 'covered');
  const [reason, setReason] = useState('');
  const [example, setExample] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  const reply = point.replies.find((one) => one.turn === turn);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(await onRule({ point: { conversation, point: point.id, turn }, verdict, reason: reason.trim(), example }));
    setBusy(false);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('doubts.ruleTitle')}
      text={t('doubts.ruleText', { question, point: point.text })}
      actions={
        <>
          <Button onClick={onClose}>{t('ruling.cancel')}</Button>
          <Button kind="primary" type="submit" form={form} disabled={busy}>
            {t('ruling.save')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={(event) => void submit(event)} className="mt-12 grid gap-12">
        {point.replies.length > 1 ? (
          <ChoiceList
            label={t('doubts.whichReply')}
            value={String(turn)}
            options={point.replies.map((one) => ({ value: String(one.turn), label: one.words }))}
            onChange={(value) => setTurn(Number(value))}
          />
        ) : (
          <p className="wrap-anywhere whitespace-pre-wrap border-line-2 border-l-3 pl-10">{reply?.words}</p>
        )}
        <ChoiceList
          label={t('ruling.verdict')}
          value={verdict}
          options={POINT_VERDICTS.map((value) => ({
            value,
            label: t(`doubts.verdict.${value}`),
            text: t(`doubts.means.${value}`),
          }))}
          onChange={setVerdict}
        />
        <AreaField
          label={t('doubts.why')}
          rows={2}
          maxLength={REASON_MOST}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ExampleCheck checked={example} onChange={setExample} />
      </form>
      {error === null ? null : (
        <Notice tone="bad" className="mt-12">
          {error.message}
        </Notice>
      )}
    </Dialog>
  );
};
