import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { AppealButton } from '#client/ui/dialogs/appeal-button.tsx';

type Props = { seat: string; question: string; at: number; onSent: () => void };

/** Asks the teacher to look at a question of one's own paper. */
export const AppealQuestion = ({ seat, question, at, onSent }: Props) => {
  const { t } = useTranslation('paper');
  return (
    <AppealButton
      words={{
        go: t('dispute.go'),
        title: t('dispute.goOf', { at }),
        text: t('dispute.text'),
        label: t('dispute.words'),
        send: t('dispute.send'),
        back: t('dispute.back'),
        sent: t('dispute.sent'),
      }}
      className="mt-8"
      ask={(text) => call('POST /api/seats/:id/paper/appeals', { id: seat }, { question, text })}
      onSent={onSent}
    />
  );
};
