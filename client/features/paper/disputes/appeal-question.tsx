import { call } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { AppealButton } from '#client/ui/dialogs/appeal-button.tsx';

/** `isAgain`: it was appealed before. */
type Props = { seat: string; question: string; at: number; isAgain: boolean; onSent: () => void };

/** Asks the teacher to look at a question of one's own paper. */
export const AppealQuestion = ({ seat, question, at, isAgain, onSent }: Props) => {
  const { t } = useTranslation('paper');
  return (
    <AppealButton
      words={{
        go: t(isAgain ? 'dispute.again' : 'dispute.go'),
        title: t(isAgain ? 'dispute.againOf' : 'dispute.goOf', { at }),
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
