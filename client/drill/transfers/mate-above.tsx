import './strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';

/** Which classmate the customer came from. Whoever looks on without a seat isn't told names. */
export const MateAbove = ({ seat }: { seat: string }) => {
  const { t } = useTranslation('transfers');
  const name = useSeat(({ body }) => body?.transfers?.mates.find((mate) => mate.seat === seat)?.name);
  return <>{t('above', { name: name ?? t('classmate') })}</>;
};
