import { Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useOpenPractice } from '#client/features/practice/model/use-open-practice.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import type { Suggestion } from '#contract/portfolio.ts';
import { DrillTitles } from './recent-drills.tsx';
import { StartPanel } from './start-panel.tsx';
import { startPath, suggestedFirst, unfinishedDrill } from './suggest.ts';
import { TodayReason } from './today-reason.tsx';

type Props = { cards: readonly ScenarioCard[]; drills: readonly DrillSummary[]; today: Suggestion | null };

/** One click to the desk, where 开始 starts the clock: the drill left unfinished, else the case the weak spots ask for. */
export const StartNowPanel = ({ cards, drills, today }: Props) => {
  const { t } = useTranslation('practice');
  const [changeCount, setChangeCount] = useState(0);
  const suggestedCards = useMemo(() => suggestedFirst(cards, today), [cards, today]);
  const card = suggestedCards[changeCount % suggestedCards.length];
  const unfinished = unfinishedDrill(drills);
  const { open, isOpening, error } = useOpenPractice();
  if (unfinished !== null) {
    return (
      <StartPanel
        title={t('now.title')}
        text={unfinished.run === null ? t(unfinished.state === 'running' ? 'now.left' : 'now.opened') : t('now.inRun')}
        actions={
          <>
            <ButtonLink
              kind="primary"
              size="l"
              to={unfinished.run === null ? `/drills/${unfinished.id}` : `/seats/${unfinished.run.seat}`}
            >
              <Play size={16} aria-hidden="true" />
              {t(unfinished.run === null ? 'now.goBack' : 'now.toSeat')}
            </ButtonLink>
            {card === undefined ? null : (
              <ButtonLink size="l" to={startPath([card])}>
                {t('now.another')}
              </ButtonLink>
            )}
          </>
        }
      >
        <b className="mr-12">
          {unfinished.run === null ? (
            <DrillTitles drill={unfinished} />
          ) : (
            <span lang="zh-CN">{unfinished.run.name}</span>
          )}
        </b>
        <span className="text-ink-2">
          {t(unfinished.state === 'running' ? 'now.openedAt' : 'now.notStarted', {
            at: shortDate(unfinished.openedAt),
          })}
        </span>
      </StartPanel>
    );
  }
  if (card === undefined) return null;
  const isSuggested = today !== null && today.reason.kind !== 'new';
  return (
    <StartPanel
      title={t(isSuggested ? 'today.title' : 'now.title')}
      text={
        !isSuggested ? t('now.text') : card.id === today.scenario ? <TodayReason today={today} /> : t('today.other')
      }
      actions={
        <>
          <Button kind="primary" size="l" disabled={isOpening} onClick={() => void open([card])}>
            <Play size={16} aria-hidden="true" />
            {t(isOpening ? 'startCard.opening' : 'now.go')}
          </Button>
          {suggestedCards.length > 1 ? (
            <Button size="l" onClick={() => setChangeCount(changeCount + 1)}>
              {t('now.change')}
            </Button>
          ) : null}
          <Refused error={error} className="basis-full" />
        </>
      }
    >
      <p aria-live="polite">
        <b lang="zh-CN" className="mr-12">
          {card.title}
        </b>
        <span className="text-ink-2">
          {t(card.best === null ? 'now.caseNew' : 'now.caseDone', {
            type: card.typeName,
            level: card.level,
            minutes: card.minutes,
            best: card.best === null ? '' : marks(card.best),
          })}
        </span>
      </p>
    </StartPanel>
  );
};
