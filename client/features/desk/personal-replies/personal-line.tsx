import './strings.ts';
import { memo } from 'react';
import { setDialog } from '#client/features/desk/model/desk-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { loadPersonalReplies, usePersonalReplies } from './personal-store.ts';
import { useLoadedPersonalReplies } from './use-personal-access.ts';

/** Below the quick replies: 我的话术, and how what is typed becomes one. Nothing for a guest. Loads them also while it is hidden. */
export const PersonalLine = memo(({ isShown }: { isShown: boolean }) => {
  const { t } = useTranslation('personal-replies');
  const access = useLoadedPersonalReplies();
  const { body, error, person } = usePersonalReplies();
  if (!isShown || access === null || access === 'guest') return null;
  const n = body?.replies.length ?? 0;
  const said =
    access === 'exam'
      ? t('why.exam')
      : body === null
        ? t(error === null ? 'line.loading' : 'line.failed')
        : n === 0
          ? t('line.none')
          : t('line.some', { n });
  return (
    <div className="flex min-h-32 items-center gap-4 border-line border-b py-2 pr-8 pl-16 text-12 text-ink-2 max-pane:min-h-44 max-pane:px-12">
      <span className="min-w-0 flex-1">{said}</span>
      {access === 'open' && body === null && error !== null && person !== null ? (
        <Button kind="bare" size="s" onClick={() => void loadPersonalReplies(person)}>
          {t('ui:again')}
        </Button>
      ) : null}
      {access === 'open' && body !== null ? (
        <>
          <Button kind="bare" size="s" title="Alt S" onClick={() => setDialog('keep')}>
            {t('keep')}
          </Button>
          <Button kind="bare" size="s" onClick={() => setDialog('personal')}>
            {t('manage')}
          </Button>
        </>
      ) : null}
    </div>
  );
});
PersonalLine.displayName = 'PersonalLine';
