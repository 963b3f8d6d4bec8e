import './strings.ts';
import type { HoldPromise } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';

/** Who had promised it, before the customer came here; null: this desk's trainee. Whoever looks on without a seat isn't told names. */
export const usePromiser = (from: HoldPromise['from']): string | null => {
  const { t } = useTranslation('hold');
  const own = useSeat(({ body }) => body?.seat.id);
  const name = useSeat(({ body }) => body?.transfers?.mates.find(({ seat }) => seat === from?.seat)?.name);
  return from === null ? null : from.seat === own ? t('you') : (name ?? t('mate'));
};
