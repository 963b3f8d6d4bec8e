import '#client/drill/questions/strings.ts';
import { ArrowLeft } from 'lucide-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { nextSeed, useSeed } from '#client/lib/hooks/use-seed.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { LoadedPaper } from './loaded-paper.tsx';

/** 自测: five statements on a shop. The number in the address draws them, so the same address asks a whole class the same. */
export const SelfTestPage = () => {
  const { t } = useTranslation('questions');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const seed = useSeed();
  const scenarios = search.get('scenarios');
  const from = scenarios === null ? '' : `scenarios=${scenarios}`;
  useTitle(t('selfTest.plain'));
  return (
    <div className="mx-auto max-w-720">
      <Link
        to={`/shop/${id}${from === '' ? '' : `?${from}`}`}
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {t('selfTest.back')}
      </Link>
      {seed === null ? null : (
        <LoadedPaper
          key={seed}
          path={pathTo('GET /api/questions/paper', { shop: id, seed })}
          title={({ questions }) => t('selfTest.title', { name: questions[0]?.shopName ?? '' })}
          none={{ title: t('selfTest.none'), text: t('selfTest.noneText') }}
          actions={() => (
            <>
              <ButtonLink
                kind="primary"
                size="l"
                to={`/shop/${id}/self-test?seed=${nextSeed(seed)}${from === '' ? '' : `&${from}`}`}
              >
                {t('selfTest.again')}
              </ButtonLink>
              {from === '' ? null : (
                <ButtonLink size="l" to={`/start?${from}`}>
                  {t('selfTest.toCard')}
                </ButtonLink>
              )}
            </>
          )}
        />
      )}
    </div>
  );
};
