import { call } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { AppealButton } from '#client/ui/dialogs/appeal-button.tsx';
import { DisputeBox } from '#client/ui/dialogs/dispute-box.tsx';
import { disputeItems } from '#client/ui/dialogs/dispute-items.ts';
import { WithdrawButton } from '#client/ui/dialogs/withdraw-button.tsx';
import type { OwnTyping, TypingDispute } from '#contract/exams/typing.ts';
import { TypedLine } from './typed-line.tsx';

type Props = { seat: string; typing: OwnTyping; onSent: () => void };

/** What one's own typing came to by itself, an appeal about it, and how it was ruled. */
export const OwnTypingShown = ({ seat, typing: { mark, figures, dispute, mayAppeal }, onSent }: Props) => {
  const { t } = useTranslation('exams');
  return (
    <section aria-label={t('dispute.own')} className="mt-12 border-line border-t pt-10">
      <div className="flex flex-wrap items-center gap-x-12 gap-y-6">
        <b>{t('dispute.own')}</b>
        <span className="text-12 text-ink-2">
          {t('dispute.of', { mark: marks(mark) })}　<TypedLine typed={figures} />
        </span>
        {mayAppeal ? <Appeal seat={seat} isAgain={dispute !== null} onSent={onSent} /> : null}
      </div>
      {dispute === null ? null : <Shown seat={seat} dispute={dispute} onSent={onSent} />}
    </section>
  );
};

const Shown = ({ seat, dispute, onSent }: Omit<Props, 'typing'> & { dispute: TypingDispute }) => {
  const { t } = useTranslation('exams');
  const items = disputeItems(dispute, {
    appealed: (text) => t('dispute.appealed', { text }),
    ruled: ({ aside, by, reason }) => t(aside ? 'dispute.aside' : 'dispute.kept', { by, reason }),
    withdrawn: t('dispute.withdrawn'),
  });
  return (
    <DisputeBox items={items} waits={t('dispute.waits')}>
      <WithdrawButton
        word={t('ui:withdraw')}
        label={t('dispute.withdrawOf', { text: dispute.appeal?.text ?? '' })}
        ask={() => call('POST /api/seats/:id/typing/appeals/withdraw', { id: seat })}
        onDone={onSent}
      />
    </DisputeBox>
  );
};

const Appeal = ({ seat, isAgain, onSent }: Omit<Props, 'typing'> & { isAgain: boolean }) => {
  const { t } = useTranslation('exams');
  return (
    <AppealButton
      words={{
        go: t(isAgain ? 'dispute.again' : 'dispute.go'),
        title: t(isAgain ? 'dispute.again' : 'dispute.go'),
        text: t('dispute.text'),
        label: t('dispute.words'),
        send: t('dispute.send'),
        back: t('dispute.back'),
        sent: t('dispute.sent'),
      }}
      className="ml-auto"
      ask={(text) => call('POST /api/seats/:id/typing/appeals', { id: seat }, { text })}
      onSent={onSent}
    />
  );
};
