import '#client/drill/questions/strings.ts';
import { ArrowLeft } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { nextPaperPath, paperAddress, paperPath } from '#client/features/questions/model/paper-address.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSeed } from '#client/lib/hooks/use-seed.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { AskedQuestion } from '#contract/questions.ts';
import { LoadedPaper } from './loaded-paper.tsx';

/** A paper of the question bank. The address draws it: the same one asks the same questions in the same order. */
export const PaperPage = () => {
  const { t } = useTranslation('questions');
  const [search] = useSearchParams();
  const seed = useSeed();
  useTitle(t('title'));
  return (
    <div className="mx-auto max-w-720">
      <Link
        to="/questions"
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {t('back')}
      </Link>
      {seed === null ? null : (
        <LoadedPaper
          key={search.toString()}
          path={pathTo('GET /api/questions/paper', paperAddress(search, seed))}
          title={() => t('title')}
          none={{ title: t('none'), text: t('noneText') }}
          actions={(missed) => <NextPapers missed={missed} search={search} seed={seed} />}
        />
      )}
    </div>
  );
};

type Props = { missed: readonly AskedQuestion[]; search: URLSearchParams; seed: string };

/** Those missed once more, another paper of the same choice, or another choice. */
const NextPapers = ({ missed, search, seed }: Props) => {
  const { t } = useTranslation('questions');
  return (
    <>
      {missed.length === 0 ? null : (
        <ButtonLink kind="primary" size="l" to={paperPath({ only: missed.map(({ id }) => id).join(',') })}>
          {t('missedAgain')}
        </ButtonLink>
      )}
      {search.has('only') ? null : (
        <ButtonLink kind={missed.length === 0 ? 'primary' : 'plain'} size="l" to={nextPaperPath(search, seed)}>
          {t('another')}
        </ButtonLink>
      )}
      <ButtonLink size="l" to="/questions">
        {t('choose')}
      </ButtonLink>
    </>
  );
};
