import { type KeyboardEvent, useCallback } from 'react';
import { useLocation } from 'react-router';
import { caseTypes } from '#client/features/practice/suggest.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { CaseRow } from './case-row.tsx';
import { COLUMNS } from './columns.ts';
import { mayMark } from './filters.ts';

const STAGES = ['before', 'during', 'after'] as const;
const NO_DRILLS: readonly never[] = [];

type Props = {
  cards: readonly ScenarioCard[];
  markedCards: readonly ScenarioCard[];
  onMark: (card: ScenarioCard) => void;
};

/** The cases by stage and type. Up and down go from case to case. */
export const CaseGroups = ({ cards, markedCards, onMark }: Props) => {
  const { t } = useTranslation('library');
  const { pathname, search } = useLocation();
  const types = caseTypes(cards, NO_DRILLS);
  const stages = STAGES.map((stage) => ({ stage, typesOfStage: types.filter((type) => type.stage === stage) })).filter(
    ({ typesOfStage }) => typesOfStage.length > 0,
  );
  const moveFocus = useCallback((event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-case]')];
    const index = links.findIndex((link) => link.contains(document.activeElement));
    const nextLink = index === -1 ? undefined : links[index + (event.key === 'ArrowDown' ? 1 : -1)];
    if (nextLink === undefined) return;
    event.preventDefault();
    nextLink.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a short cut between links
    <div onKeyDown={moveFocus}>
      {stages.map(({ stage, typesOfStage }, index) => {
        const count = typesOfStage.reduce((sum, type) => sum + type.cards.length, 0);
        return (
          <section key={stage} aria-labelledby={`stage-${stage}`} className="[&+section]:mt-24">
            <div className="mb-6 flex items-baseline gap-10">
              <h2 id={`stage-${stage}`} className="font-semibold text-15">
                {t(`stage.${stage}`)}
              </h2>
              <span className="text-12 text-ink-3">{t('ofStage', { types: typesOfStage.length, cases: count })}</span>
            </div>
            <Panel>
              {index === 0 ? <ColumnHeads /> : null}
              {typesOfStage.map((type) => (
                <section key={type.id} aria-labelledby={`type-${type.id}`} className="border-line [&+section]:border-t">
                  <h3
                    id={`type-${type.id}`}
                    className="flex flex-wrap items-baseline gap-x-8 border-line border-b bg-soft px-12 py-5 font-semibold text-12 text-ink-2 max-pane:px-14"
                  >
                    {type.name}
                    <span className="font-normal text-ink-3">{t('ofType', { count: type.cards.length })}</span>
                    <span className="font-normal text-ink-2">{type.trains}</span>
                  </h3>
                  <ul>
                    {type.cards.map((card) => (
                      <CaseRow
                        key={card.id}
                        card={card}
                        isMarked={markedCards.includes(card)}
                        mayBeMarked={mayMark(card, markedCards)}
                        libraryPath={`${pathname}${search}`}
                        onMark={onMark}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            </Panel>
          </section>
        );
      })}
    </div>
  );
};

/** For the eye only: every row tells a screen reader what each of its figures is. */
const ColumnHeads = () => {
  const { t } = useTranslation('library');
  return (
    <p aria-hidden="true" className={cx(COLUMNS, 'border-line border-b py-4 text-12 text-ink-3 max-pane:hidden')}>
      <span />
      <span>{t('column.title')}</span>
      <span>{t('column.level')}</span>
      <span>{t('column.persona')}</span>
      <span>{t('column.shop')}</span>
      <span className="text-right">{t('column.best')}</span>
    </p>
  );
};
