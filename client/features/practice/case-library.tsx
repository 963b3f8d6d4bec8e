import { useMemo } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import { StageColumns } from './stage-columns.tsx';
import { caseTypes } from './suggest.ts';
import { TypeRow } from './type-row.tsx';

/** The library's types at a glance; each leads to its cases, `/library` to all of them. */
export const CaseLibrary = ({ cards, drills }: { cards: readonly ScenarioCard[]; drills: readonly DrillSummary[] }) => {
  const { t } = useTranslation('practice');
  const types = useMemo(() => caseTypes(cards, drills), [cards, drills]);
  return (
    <section aria-labelledby="library">
      <SectionHeader
        id="library"
        title={t('library.title')}
        note={t('library.count', { types: types.length, cases: cards.length })}
        aside={
          <Link to="/library" className="link max-pane:inline-flex max-pane:min-h-44 max-pane:items-center">
            {t('library.all')}
          </Link>
        }
      />
      <StageColumns types={types}>{(type) => <TypeRow type={type} />}</StageColumns>
    </section>
  );
};
