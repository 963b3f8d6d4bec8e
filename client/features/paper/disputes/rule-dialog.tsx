import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { AreaField, SelectField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ReadPaper, ReadQuestion } from '#contract/papers/appeals.ts';

/** Characters: the server asks for as much. */
const SHORTEST = 2;
const LONGEST = 300;
const CREDITS = { keep: null, full: 1, half: 0.5, none: 0 } as const;
const CHOICES = ['keep', 'full', 'half', 'none'] as const;
type Choice = keyof typeof CREDITS;

type Props = {
  seat: ReadPaper['seat'];
  question: ReadQuestion;
  at: number;
  onClose: () => void;
  onRuled: () => void;
};

/** What a question is worth at this seat, with a reason; an appeal about it is settled by the same. */
export const RuleDialog = ({ seat, question, at, onClose, onRuled }: Props) => {
  const { t } = useTranslation('paper');
  const { isBusy, error, send } = useSubmit();
  const [choice, setChoice] = useState<Choice>('keep');
  const [reason, setReason] = useState('');
  const rule = async () => {
    const body = { question: question.id, credit: CREDITS[choice], reason };
    const reply = await send(() => call('POST /api/seats/:id/paper/rulings', { id: seat.id }, body));
    if (reply === null) return;
    showToast(t('dispute.saved'));
    onRuled();
    onClose();
  };
  return (
    <SubmitDialog
      title={t('dispute.ruleTitle', { name: seat.name, at })}
      description={t('dispute.ruleText', { marked: marks(question.marked) })}
      submit={t('dispute.save')}
      cancel={t('dispute.cancel')}
      isBlocked={isBusy || reason.trim().length < SHORTEST}
      error={error}
      onSubmit={rule}
      onClose={onClose}
    >
      <div className="flex flex-col gap-12 py-4">
        <SelectField
          label={t('dispute.credit')}
          choices={CHOICES.map((value) => ({ value, label: t(`dispute.choice.${value}`) }))}
          value={choice}
          onChange={({ target }) => setChoice(CHOICES.find((one) => one === target.value) ?? 'keep')}
        />
        <AreaField
          label={t('dispute.reason')}
          hint={t('dispute.reasonHint')}
          rows={3}
          maxLength={LONGEST}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </SubmitDialog>
  );
};
