import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { dueMoment } from '#client/lib/due-words.ts';
import { marks } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ChoiceList } from '#client/ui/controls/choice-list.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { HandInTarget } from '#contract/homework/handed-in.ts';

type Props = {
  drillId: string;
  score: number;
  targets: readonly HandInTarget[];
  onClose: () => void;
  onDone: () => void;
};

const keyOf = ({ seat, to }: HandInTarget): string => `${to} ${seat}`;

/** Where to, and what the teacher then sees: read before anything is handed in. */
export const HandInDialog = ({ drillId, score, targets, onClose, onDone }: Props) => {
  const { t } = useTranslation('handed-in');
  const { isBusy, error, send } = useSubmit();
  const [key, setKey] = useState(() => (targets[0] === undefined ? '' : keyOf(targets[0])));
  const place = targets.find((one) => keyOf(one) === key);
  const handIn = async () => {
    if (place === undefined) return;
    const { seat, to } = place;
    const reply = await send(() => call('POST /api/drills/:id/handing-in', { id: drillId }, { seat, to }));
    if (reply === null) return;
    showToast(t('done', { where: t(`to.${to}`, { name: place.where }) }));
    onDone();
    onClose();
  };
  const now = Date.now();
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={t('title')}
      description={t('back')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" disabled={isBusy || place === undefined} onClick={() => void handIn()}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <ChoiceList
        label={t('where')}
        value={key}
        className="mt-12"
        options={targets.map((one) => ({
          value: keyOf(one),
          label: t(`to.${one.to}`, { name: one.where }),
          text: clauses([
            one.dueAt === null ? null : t('until', { until: dueMoment(one.dueAt, now) }),
            t('as', { name: one.seatName }),
          ]),
        }))}
        onChange={setKey}
      />
      <h3 className="mt-12 text-12 text-ink-2">{t('sees')}</h3>
      <ul className="mt-3 grid list-disc gap-2 pl-18">
        <li>{t('seen.report', { score: marks(score) })}</li>
        <li>{t('seen.replay')}</li>
        <li>{t('seen.name')}</li>
      </ul>
      <p className="mt-8 text-ink-2">{t('not')}</p>
      <Refused error={error} className="mt-8" />
    </Dialog>
  );
};
