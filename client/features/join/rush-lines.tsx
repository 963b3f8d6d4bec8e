import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { SeatBody } from '#contract/runs.ts';

/** What a rush will be, as a shop knows of its own days; who comes nobody is told (RULES Q22). */
export const RushLines = ({ rush, minutes }: { rush: NonNullable<SeatBody['run']['rush']>; minutes: number }) => {
  const { t } = useTranslation('join');
  const { loaded } = useLoad(pathTo('GET /api/rush'));
  const profile = loaded.state === 'ready' ? loaded.value.profiles.find(({ id }) => id === rush.profile) : undefined;
  return (
    <>
      <li>
        {profile === undefined
          ? t('wait.rush.coming', { minutes: rush.minutes, total: minutes })
          : t('wait.rush.comingOn', { name: profile.name, minutes: rush.minutes, total: minutes })}
      </li>
      <li>{rush.capacity === undefined ? t('wait.rush.dialed') : t('wait.rush.fixed', { n: rush.capacity })}</li>
      {rush.greeting === undefined || rush.greeting === '' ? null : (
        <li>{t('wait.rush.greeting', { text: rush.greeting })}</li>
      )}
    </>
  );
};
