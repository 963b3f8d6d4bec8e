import './strings.ts';
import { useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
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
  const classes = useLoad(pathTo('GET /api/classes'));
  // Without its classes the page still sets a paper for whoever has the code.
  const rows = classes.loaded.state === 'ready' ? classes.loaded.value.filter(({ archived }) => !archived) : [];
  const loaded = classes.loaded.state === 'loading' ? classes.loaded : menu.loaded;
  return (
    <LoadedPanel
      isForm
      title={t('new.title')}
      about={t('new.about')}
      loaded={loaded.state === 'loading' ? { state: 'loading' } : menu.loaded}
      onRetry={menu.reload}
      failed={t('new.failed')}
      none={{ is: ({ topics }) => topics.length === 0, title: t('new.none'), text: t('new.noneText') }}
    >
      {(value) => <PaperForm menu={value} classes={rows} requestedClass={search.get('class')} />}
    </LoadedPanel>
  );
};
