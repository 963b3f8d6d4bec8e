import { call } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { RulingDialog } from '#client/ui/dialogs/ruling-dialog.tsx';
import type { ReadPaper, ReadQuestion } from '#contract/papers/appeals.ts';

const CREDITS = { keep: null, full: 1, half: 0.5, none: 0 } as const;
const CHOICES = ['keep', 'full', 'half', 'none'] as const;

type Props = {
  seat: ReadPaper['seat'];
  question: ReadQuestion;
  at: number;
  onClose: () => void;
  onRuled: () => void;
};

/** What a question is worth at this seat. */
export const RuleDialog = ({ seat, question, at, onClose, onRuled }: Props) => {
  const { t } = useTranslation('paper');
  return (
    <RulingDialog
      words={{
        title: t('dispute.ruleTitle', { name: seat.name, at }),
        text: t('dispute.ruleText', { marked: marks(question.marked) }),
        ruling: t('dispute.credit'),
        reason: t('dispute.reason'),
        hint: t('dispute.reasonHint'),
        save: t('dispute.save'),
        saved: t('dispute.saved'),
      }}
      choices={CHOICES.map((value) => ({ value, label: t(`dispute.choice.${value}`) }))}
      first="keep"
      rule={(choice, reason) => {
        const body = { question: question.id, credit: CREDITS[choice], reason };
        return call('POST /api/seats/:id/paper/rulings', { id: seat.id }, body);
      }}
      onRuled={onRuled}
      onClose={onClose}
    />
  );
};
