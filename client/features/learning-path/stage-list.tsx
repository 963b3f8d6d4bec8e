import { Circle, CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import { day } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ConditionPosition, PathPosition, PathSource, StagePosition } from '#contract/practice/learning-path.ts';
import { figureText, needsText } from './figure-text.ts';

type Props = { position: PathPosition; withPractice: Readonly<Record<string, number>> };

/** The stages in order, each with its conditions: the figure reached, what it needs, and where it comes from. */
export const StageList = ({ position: { stages, current }, withPractice }: Props) => (
  <ol className="flex flex-col gap-12">
    {stages.map((stage, place) => (
      <li key={stage.id} aria-current={place === current ? 'step' : undefined}>
        <Panel className={place === current ? 'border-accent' : ''}>
          <StageHead stage={stage} isCurrent={place === current} no={place + 1} />
          <ul>
            {stage.conditions.map((condition) => (
              <li key={condition.id} className="border-line border-t">
                <Condition condition={condition} withPractice={withPractice[condition.id] ?? null} />
              </li>
            ))}
          </ul>
        </Panel>
      </li>
    ))}
  </ol>
);

const StageHead = ({ stage, isCurrent, no }: { stage: StagePosition; isCurrent: boolean; no: number }) => {
  const { t } = useTranslation('learning-path');
  return (
    <div className="flex flex-wrap items-center gap-x-12 gap-y-2 px-16 py-10 max-pane:px-14">
      <h2 className="font-semibold text-15">{t('stage', { no, name: stage.name })}</h2>
      {stage.met ? <Tag tone="good">{t('met')}</Tag> : isCurrent ? <Tag tone="accent">{t('here')}</Tag> : null}
      <span className="text-12 text-ink-3">{t('weeks', { n: stage.weeks })}</span>
      <p className="wrap-anywhere w-full text-12 text-ink-2">{stage.about}</p>
    </div>
  );
};

const Condition = ({ condition, withPractice }: { condition: ConditionPosition; withPractice: number | null }) => {
  const { t } = useTranslation('learning-path');
  const { name, measure, figure, met, metAt, sources, of } = condition;
  const Icon = met ? CircleCheck : Circle;
  return (
    <div className="px-16 py-8 max-pane:px-14">
      <div className="flex flex-wrap items-baseline gap-x-10 gap-y-2">
        <Icon
          size={14}
          aria-label={t(met ? 'metLabel' : 'openLabel')}
          className={cx('shrink-0 self-center', met ? 'text-good' : 'text-ink-3')}
        />
        <span className={cx('wrap-anywhere min-w-0 flex-1', met ? '' : 'font-semibold')}>{name}</span>
        <span className="tabular-nums">
          {figure === null
            ? t('noFigure', { needs: needsText(condition) })
            : t('figureOf', { figure: figureText(measure, figure), needs: needsText(condition) })}
        </span>
      </div>
      <p className="mt-2 pl-24 text-12 text-ink-3">
        {t(`formula.${measure}`)}
        {metAt === null ? null : t('metAt', { date: day(metAt) })}
        {withPractice === null ? null : t('withPractice', { figure: figureText(measure, withPractice) })}
      </p>
      {sources.length === 0 ? null : (
        <details className="mt-2 pl-24 text-12">
          <summary className="cursor-pointer text-accent max-pane:min-h-44 max-pane:py-12">
            {t('sources', { n: of })}
          </summary>
          <ul>
            {sources.map((source) => (
              <li key={source.id} className="flex flex-wrap items-center gap-x-10">
                <Source source={source} />
                <span className="text-ink-2 tabular-nums">{figureText(measure, source.value)}</span>
                <span className="text-ink-3 tabular-nums">{day(source.at)}</span>
              </li>
            ))}
          </ul>
          {of > sources.length ? <p className="text-ink-3">{t('more', { n: of - sources.length })}</p> : null}
        </details>
      )}
    </div>
  );
};

const ADDRESSES = {
  drill: (id: string) => `/drills/${encodeURIComponent(id)}/report`,
  paper: (id: string) => `/seats/${encodeURIComponent(id)}/paper`,
  exam: (id: string) => `/exams/seats/${encodeURIComponent(id)}`,
  certificate: (id: string) => `/certificates/${encodeURIComponent(id)}`,
} as const;

const Source = ({ source: { kind, id, title } }: { source: PathSource }) =>
  kind === 'evaluation' ? (
    <span className="wrap-anywhere min-w-0">{title}</span>
  ) : (
    <Link
      to={ADDRESSES[kind](id)}
      className="wrap-anywhere min-w-0 text-accent max-pane:inline-flex max-pane:min-h-44 max-pane:items-center"
    >
      {title}
    </Link>
  );
