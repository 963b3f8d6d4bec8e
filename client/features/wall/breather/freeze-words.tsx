import { useEverySecond } from '#client/features/wall/model/use-every-second.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useBreather } from './breather.ts';

/** What the strip of a freeze says; during a breather, in how many seconds the class goes on by itself. */
export const FreezeWords = () => {
  const { t } = useTranslation('wall');
  const endsAt = useBreather((state) => state.endsAt);
  return endsAt === null ? (
    <>
      <b>{t('freeze.on')}</b> {t('freeze.onText')}
    </>
  ) : (
    <BreatherLeft endsAt={endsAt} />
  );
};

const BreatherLeft = ({ endsAt }: { endsAt: number }) => {
  const { t } = useTranslation('wall');
  const left = useEverySecond((now) => Math.max(0, Math.ceil((endsAt - now) / 1000)));
  return (
    <>
      <b>{t('breather.on')}</b> <span aria-hidden="true">{t('breather.left', { n: left })}</span>
    </>
  );
};
