import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { AreaField, SelectField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ReadTyping } from '#contract/exams/typing.ts';

/** Characters: the server asks for as much. */
const SHORTEST = 2;
const LONGEST = 300;

type Props = { typing: ReadTyping; onClose: () => void; onRuled: () => void };

/** Whether the sitting counts, with a reason; an appeal about it is settled by the same. */
export const RuleTypingDialog = ({ typing, onClose, onRuled }: Props) => {
  const { t } = useTranslation('exams');
  const { isBusy, error, send } = useSubmit();
  const [isAside, setIsAside] = useState(typing.dispute?.ruling?.aside ?? false);
  const [reason, setReason] = useState('');
  const rule = async () => {
    const body = { aside: isAside, reason };
    const reply = await send(() => call('POST /api/seats/:id/typing/rulings', { id: typing.seat.id }, body));
    if (reply === null) return;
    showToast(t('read.saved'));
    onRuled();
    onClose();
  };
  return (
    <SubmitDialog
      title={t('read.ruleTitle', { name: typing.seat.name, mark: marks(typing.mark ?? 0) })}
      description={t(typing.isOnlyPart ? 'read.ruleOnly' : 'read.ruleText')}
      submit={t('read.save')}
      cancel={t('read.cancel')}
      isBlocked={isBusy || reason.trim().length < SHORTEST}
      error={error}
      onSubmit={rule}
      onClose={onClose}
    >
      <div className="flex flex-col gap-12 py-4">
        <SelectField
          label={t('read.ruling')}
          choices={(['keep', 'aside'] as const).map((value) => ({ value, label: t(`read.choice.${value}`) }))}
          value={isAside ? 'aside' : 'keep'}
          onChange={({ target }) => setIsAside(target.value === 'aside')}
        />
        <AreaField
          label={t('read.reason')}
          hint={t('read.reasonHint')}
          rows={3}
          maxLength={LONGEST}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </SubmitDialog>
  );
};
