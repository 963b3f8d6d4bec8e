import { useSearchParams } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { PortfolioBody } from '#contract/portfolio.ts';
import { ClaimOfferPanel } from './claim-offer.tsx';
import { DrillTable } from './drill-table.tsx';
import { type Mode, type Period, shownEntries, skillMapOf } from './portfolio-figures.ts';
import { PortfolioHead } from './portfolio-head.tsx';
import { SkillMap } from './skill-map.tsx';
import { Summary } from './summary.tsx';
import { Trends } from './trends.tsx';

const MODES: readonly Mode[] = ['all', 'practice', 'lesson', 'exam'];
const PERIODS: readonly Period[] = ['ever', 'month', 'week'];

type Props = { body: PortfolioBody; isOwn: boolean; refresh: () => void };

/** What to practise, then the evidence: trends, skill map, every drill. The filter is part of the address. */
export const PortfolioView = ({ body, isOwn, refresh }: Props) => {
  const { t } = useTranslation('portfolio');
  const [search, setSearch] = useSearchParams();
  const { entries } = body;
  const mode = MODES.find((choice) => choice === search.get('mode')) ?? 'all';
  const period = PERIODS.find((choice) => choice === search.get('period')) ?? 'ever';
  const shownDrills = shownEntries(entries, mode, period, Date.now());
  const choose = (what: 'mode' | 'period', value: string) => {
    const next = new URLSearchParams(search);
    if (value === 'all' || value === 'ever') next.delete(what);
    else next.set(what, value);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  const modes = MODES.filter(
    (shownMode) => shownMode === 'all' || shownMode === mode || entries.some((entry) => entry.mode === shownMode),
  );
  return (
    <article aria-label={t('title')}>
      <PortfolioHead body={body} isOwn={isOwn} />
      {body.claim === null ? null : (
        <ClaimOfferPanel key={body.claim.person.id} claim={body.claim} onClaimed={refresh} />
      )}
      {isOwn ? null : <p className="mb-8 text-12 text-ink-3">{t('onlyRuns')}</p>}
      {body.waiting === 0 ? null : <p className="mb-8 text-ink-2">{t('waiting', { count: body.waiting })}</p>}
      {entries.length === 0 ? (
        <Panel>
          {isOwn ? (
            <EmptyState
              title={t('empty')}
              text={t('emptyText')}
              action={
                <ButtonLink
                  kind="primary"
                  to={body.suggestion === null ? '/' : `/start?scenarios=${body.suggestion.scenario}`}
                >
                  {t('start')}
                </ButtonLink>
              }
            />
          ) : (
            <EmptyState title={t('emptyOf')} text={t('emptyOfText')} />
          )}
        </Panel>
      ) : (
        <>
          {entries.length === 1 ? null : (
            <div className="mb-12 flex flex-wrap gap-8 print:hidden">
              {modes.length <= 2 ? null : (
                <Segmented
                  label={t('filter.mode')}
                  value={mode}
                  options={modes.map((value) => ({ value, label: t(`filter.${value}`) }))}
                  onChange={(value) => choose('mode', value)}
                />
              )}
              <Segmented
                label={t('filter.period')}
                value={period}
                options={PERIODS.map((value) => ({ value, label: t(`filter.${value}`) }))}
                onChange={(value) => choose('period', value)}
              />
            </div>
          )}
          {shownDrills.length === 0 ? (
            <Panel>
              <EmptyState
                title={t('filter.none')}
                text={t('filter.noneText')}
                action={<ButtonLink to="?">{t('filter.clear')}</ButtonLink>}
              />
            </Panel>
          ) : (
            <>
              <Summary entries={shownDrills} suggestion={body.suggestion} />
              <Trends entries={shownDrills} />
              {body.map.length === 0 ? null : <SkillMap rows={skillMapOf(body.map, shownDrills)} />}
              <DrillTable entries={shownDrills} />
            </>
          )}
        </>
      )}
    </article>
  );
};
