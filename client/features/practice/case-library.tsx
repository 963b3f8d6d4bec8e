import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import { SectionHead } from '../../ui/section-head.tsx';
import { StageColumns } from './stage-columns.tsx';
import { byType } from './suggest.ts';
import { TypeRow } from './type-row.tsx';

export const CaseLibrary = ({ cards, drills }: { cards: readonly ScenarioCard[]; drills: readonly DrillSummary[] }) => {
  const { t } = useTranslation('practice');
  const types = useMemo(() => byType(cards, drills), [cards, drills]);
  return (
    <section aria-labelledby="library">
      <SectionHead
        id="library"
        title={t('library.title')}
        note={t('library.count', { types: types.length, cases: cards.length })}
        aside={<span className="text-12 text-ink-3 max-pane:hidden">{t('library.right')}</span>}
      />
      <StageColumns types={types}>{(type) => <TypeRow type={type} />}</StageColumns>
    </section>
  );
};
