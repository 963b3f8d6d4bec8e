import './strings.ts';
import { useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useClassChoices } from '#client/lib/hooks/use-class-choices.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { PaperForm } from './paper-form.tsx';

/** 出试卷: a proposal from the bank that can be set as it is. */
export const NewPaperPage = () => {
  const { t } = useTranslation('paper');
  useTitle(t('new.title'));
  return <OnlyFor who="teacher">{() => <LoadedForm />}</OnlyFor>;
};

const LoadedForm = () => {
  const { t } = useTranslation('paper');
  const [search] = useSearchParams();
  const menu = useLoad(pathTo('GET /api/questions'));
  const choices = useClassChoices();
  return (
    <LoadedPanel
      isForm
      title={t('new.title')}
      about={t('new.about')}
      loaded={choices.before(menu.loaded)}
      onRetry={() => {
        for (const { loaded, reload } of [menu, choices]) if (loaded.state === 'failed') reload();
      }}
      failed={t(menu.loaded.state === 'failed' ? 'new.failed' : 'ui:classesFailed')}
      none={{ is: ({ topics }) => topics.length === 0, title: t('new.none'), text: t('new.noneText') }}
    >
      {(value) => <PaperForm menu={value} classes={choices.classes} requestedClass={search.get('class')} />}
    </LoadedPanel>
  );
};
