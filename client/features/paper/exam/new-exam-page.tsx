import './strings.ts';
import { useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useClassChoices } from '#client/lib/hooks/use-class-choices.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { ExamForm } from './exam-form.tsx';

/** 出模拟考试: one form, filled in so that it can be given as it is. */
export const NewExamPage = () => {
  const { t } = useTranslation('exams');
  useTitle(t('new.title'));
  return <OnlyFor who="teacher">{() => <LoadedForm />}</OnlyFor>;
};

const LoadedForm = () => {
  const { t } = useTranslation('exams');
  const [search] = useSearchParams();
  const menu = useLoad(pathTo('GET /api/questions'));
  const defaults = useLoad(pathTo('GET /api/exam-defaults'));
  const cases = useLoad(pathTo('GET /api/scenarios'));
  const choices = useClassChoices();
  const all = [defaults, cases, menu];
  const failed = all.find(({ loaded }) => loaded.state === 'failed');
  const isLoading = all.some(({ loaded }) => loaded.state === 'loading');
  const loaded = failed?.loaded.state === 'failed' ? failed.loaded : isLoading ? LOADING : menu.loaded;
  return (
    <LoadedPanel
      isForm
      title={t('new.title')}
      about={t('new.about')}
      loaded={choices.before(loaded)}
      onRetry={() => {
        for (const { loaded: part, reload } of [...all, choices]) if (part.state === 'failed') reload();
      }}
      failed={t(failed === undefined ? 'ui:classesFailed' : 'new.failed')}
      none={{ is: () => false, title: '', text: '' }}
    >
      {(value) =>
        defaults.loaded.state === 'ready' && cases.loaded.state === 'ready' ? (
          <ExamForm
            menu={value}
            defaults={defaults.loaded.value}
            cases={cases.loaded.value.filter(({ short }) => !short)}
            classes={choices.classes}
            requestedClass={search.get('class')}
          />
        ) : null
      }
    </LoadedPanel>
  );
};

const LOADING = { state: 'loading' } as const;
