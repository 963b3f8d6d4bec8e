import { call } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { RulingDialog } from '#client/ui/dialogs/ruling-dialog.tsx';
import type { ReadTyping } from '#contract/exams/typing.ts';

const CHOICES = ['keep', 'aside'] as const;

type Props = { typing: ReadTyping; onClose: () => void; onRuled: () => void };

/** Whether the sitting counts. */
export const RuleTypingDialog = ({ typing, onClose, onRuled }: Props) => {
  const { t } = useTranslation('exams');
  return (
    <RulingDialog
      words={{
        title: t('read.ruleTitle', { name: typing.seat.name, mark: marks(typing.mark ?? 0) }),
        text: t(typing.isOnlyPart ? 'read.ruleOnly' : 'read.ruleText'),
        ruling: t('read.ruling'),
        reason: t('read.reason'),
        hint: t('read.reasonHint'),
        save: t('read.save'),
        saved: t('read.saved'),
      }}
      choices={CHOICES.map((value) => ({ value, label: t(`read.choice.${value}`) }))}
      first={typing.dispute?.ruling?.aside === true ? 'aside' : 'keep'}
      rule={(choice, reason) => {
        const body = { aside: choice === 'aside', reason };
        return call('POST /api/seats/:id/typing/rulings', { id: typing.seat.id }, body);
      }}
      onRuled={onRuled}
      onClose={onClose}
    />
  );
};
