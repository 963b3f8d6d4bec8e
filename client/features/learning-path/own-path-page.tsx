import './strings.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { day } from '#client/lib/format.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { OwnPath } from '#contract/practice/learning-path.ts';
import { LoadedPath } from './loaded-path.tsx';
import { NextStep } from './next-step.tsx';
import { StageList } from './stage-list.tsx';

/** 我的路径: where one stands on the five stages, why, and the next thing to do. */
export const OwnPathPage = () => {
  const { t } = useTranslation('learning-path');
  useTitle(t('title'));
  return (
    <div className="mx-auto max-w-720">
      <LoadedPath path={pathTo('GET /api/path')} title={t('title')}>
        {(path) => <OwnPathView path={path} />}
      </LoadedPath>
    </div>
  );
};

const OwnPathView = ({ path }: { path: OwnPath }) => {
  const { t } = useTranslation('learning-path');
  const { stages, current, since, name, basis, waiting, signedIn, withPractice } = path;
  const stage = current === null ? null : stages[current];
  return (
    <article aria-label={t('title')}>
      <header className="mb-12 flex flex-wrap items-center gap-8">
        <h1 className="font-semibold text-18">{t('title')}</h1>
        <ButtonLink to="/classes/mine/terms" className="ml-auto">
          {t('ui:ownTerms')}
        </ButtonLink>
        <p className="basis-full text-ink-2">
          {name ?? t('device')}
          {t('separator')}
          {stage === null || stage === undefined || current === null
            ? t('allDone')
            : t('at', { n: current + 1, stage: stage.name })}
          {since === null ? null : t('since', { date: day(since) })}
        </p>
      </header>
      {basis === 'practice' ? <Notice className="mb-12">{t('practiceOnly')}</Notice> : null}
      <NextStep path={path} />
      <StageList position={path} withPractice={withPractice} />
      <ul className="mt-12 list-disc pl-18 text-12 text-ink-2">
        {waiting === 0 ? null : <li>{t('waiting', { n: waiting })}</li>}
        {signedIn ? null : <li>{t('missing.account')}</li>}
        <li>{t('missing.typing')}</li>
        <li>{t('missing.counts')}</li>
      </ul>
    </article>
  );
};
