import { Link } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Sparkline } from '#client/ui/charts/sparkline.tsx';
import { BestScore } from './best-score.tsx';
import { byUsefulness, type CaseType } from './suggest.ts';

/** A type of cases: how much of it was done and how well. Leads to its cases in the library. */
export const TypeRow = ({ type }: { type: CaseType }) => {
  const { t } = useTranslation('practice');
  const nextCase = byUsefulness(type.cards)[0];
  if (nextCase === undefined) return null;
  return (
    <Link
      to={`/library?type=${type.id}`}
      className="grid min-h-82 w-full grid-cols-[minmax(0,1fr)_auto] content-center items-center gap-x-12 border-line border-b px-16 py-10 text-left text-ink no-underline last:border-b-0 hover:bg-soft focus-visible:-outline-offset-2 max-pane:min-h-60 max-pane:px-14"
    >
      <span className="min-w-0">
        <span className="block font-semibold text-15">{type.name}</span>
        <span lang="zh-CN" className="cut block text-12 text-ink-2 max-pane:hidden">
          {nextCase.title}
        </span>
        <span className="block text-12 text-ink-3">
          {t(type.doneCount === 0 ? 'library.cases' : 'library.casesDone', {
            cases: type.cards.length,
            done: type.doneCount,
          })}
        </span>
      </span>
      <BestScore best={type.best} doneCount={type.doneCount}>
        {type.scores.length > 1 ? <Sparkline values={type.scores} /> : type.doneCount === 1 ? t('library.once') : null}
      </BestScore>
    </Link>
  );
};
