import { useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

type Props = { unpaid: boolean; onPay: () => void; onLeave: (how: 'content' | 'angry') => void };

/** Ways to go on without words. Leaving can't be undone, so it is asked for twice. */
export const Leaving = ({ unpaid, onPay, onLeave }: Props) => {
  const { t } = useTranslation('role-play');
  const [asked, setAsked] = useState<'content' | 'angry' | null>(null);
  if (asked !== null)
    return (
      <div className="flex flex-wrap items-center gap-8">
        <span>{t(`leave.sure.${asked}`)}</span>
        <Button kind="primary" onClick={() => onLeave(asked)}>
          {t('leave.yes')}
        </Button>
        <Button kind="bare" onClick={() => setAsked(null)}>
          {t('leave.no')}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-8">
      {unpaid ? <Button onClick={onPay}>{t('pay')}</Button> : null}
      <Button onClick={() => setAsked('content')}>{t('leave.content')}</Button>
      <Button kind="danger" onClick={() => setAsked('angry')}>
        {t('leave.angry')}
      </Button>
    </div>
  );
};
