import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { cx } from '../../ui/cx.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { Best } from './best.tsx';
import { CaseLink } from './case-link.tsx';
import { inOrderOfUse, startPath, type TypeOfCases } from './suggest.ts';

const ROW =
  'grid min-h-82 w-full grid-cols-[minmax(0,1fr)_auto] content-center items-center gap-x-12 border-line border-b px-16 py-10 text-left text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:min-h-72 max-pane:px-14';

/** A type of cases. With one case it leads straight to it; with several it opens them below, kept in the address. */
export const TypeRow = ({ type }: { type: TypeOfCases }) => {
  const { t } = useTranslation('practice');
  const [search, setSearch] = useSearchParams();
  const next = inOrderOfUse(type.cards)[0];
  if (next === undefined) return null;
  const open = search.get('type') === type.id;
  const single = type.cards.length === 1;
  const Chevron = open ? ChevronDown : ChevronRight;
  const body = (
    <>
      <span className="min-w-0">
        <span className="flex items-center gap-4 font-semibold text-15">
          {type.name}
          {single ? null : <Chevron size={14} className="text-ink-3" aria-hidden="true" />}
        </span>
        <span className="cut block text-12 text-ink-2">{next.title}</span>
        <span className="block text-12 text-ink-3">
          {t(type.done === 0 ? 'library.cases' : 'library.casesDone', { cases: type.cards.length, done: type.done })}
        </span>
      </span>
      <Best best={type.best} large>
        {type.scores.length > 1 ? <Sparkline values={type.scores} /> : type.done === 1 ? t('library.once') : null}
      </Best>
    </>
  );
  if (single) {
    return (
      <Link to={startPath([next])} className={cx(ROW, 'last:border-b-0')}>
        {body}
      </Link>
    );
  }
  return (
    <div className="border-line last:[&>*:last-child]:border-b-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setSearch(open ? {} : { type: type.id }, { preventScrollReset: true, replace: true })}
        className={ROW}
      >
        {body}
      </button>
      {open ? (
        <ul className="border-line border-b bg-soft">
          {type.cards.map((card) => (
            <li key={card.id}>
              <CaseLink card={card} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};
