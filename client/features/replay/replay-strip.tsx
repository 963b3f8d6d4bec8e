import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { drillFigures, figuresTier } from '#client/drill/model/drill-rounds.ts';
import { ResponseFigures } from '#client/drill/status/response-figures.tsx';
import { rushNews } from '#client/drill/status/rush-words.ts';
import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import { useReplay } from './replay-store.ts';

type Props = { back: { to: string; label: string }; drill: DrillSummary | null; children: ReactNode };

/** Whose drill, the way back to its report, and the figures as they stood. */
export const ReplayStrip = ({ back, drill, children }: Props) => {
  const { t } = useTranslation('replay');
  const { t: ofDesk } = useTranslation('desk');
  const run = drill?.run ?? null;
  const traineeName = run === null ? '' : `${run.no} ${run.seatName}`.trim();
  const rush = drill?.rush ?? null;
  const title =
    rush === null
      ? listed(drill?.scenarios.map((scenario) => scenario.title) ?? [])
      : ofDesk('rush.title', { name: rush.profileName, n: rush.level });
  const under = [traineeName, run?.name ?? '', drill === null ? '' : longDate(drill.openedAt)].filter(
    (part) => part !== '',
  );
  return (
    <header className="flex min-h-48 items-stretch border-line border-b bg-surface max-pane:flex-wrap">
      <div className="flex w-284 shrink-0 items-center gap-8 border-line border-r pr-12 pl-8 max-wide:w-260 max-pane:h-48 max-pane:w-full max-pane:border-r-0">
        <ButtonLink to={back.to} kind="bare" size="s" square aria-label={back.label} title={back.label}>
          <ChevronLeft size={16} aria-hidden="true" />
        </ButtonLink>
        <div className="min-w-0 leading-[18px]">
          <h1 className="cut font-semibold" title={title}>
            {title === '' ? t('title') : t('titleOf', { title })}
          </h1>
          <p className="cut text-12 text-ink-3">{under.join(' · ')}</p>
        </div>
      </div>
      <ReplayFigures />
      <ReplayRush />
      <span className="flex-1 max-pane:hidden" />
      <span className="flex shrink-0 items-center pr-12 max-pane:px-12 max-pane:pb-6">{children}</span>
    </header>
  );
};

const ReplayFigures = () => {
  const view = useReplay((state) => state.view);
  const figures = useMemo(() => drillFigures(view), [view]);
  const tier = useMemo(() => figuresTier(view), [view]);
  return <ResponseFigures figures={figures} tier={tier} className="max-[940px]:hidden" />;
};

/** The queue and how many at once as they stood, and what had just happened; nothing where it was no rush. */
const ReplayRush = () => {
  const { t } = useTranslation('desk');
  const rush = useReplay((state) => state.view.rush);
  const news = useReplay(({ view, at }) => (view.rush === null ? '' : rushNews(view.rush, at)));
  if (rush === null) return null;
  return (
    <>
      <Figure label={t('rush.queue')} value={rush.queue.length} className="max-side:hidden" />
      <Figure label={t('rush.atOnce')} value={rush.capacity} className="max-side:hidden" />
      <p
        title={news}
        className="cut min-w-0 self-center px-12 text-12 text-accent max-pane:w-full max-pane:empty:hidden"
      >
        {news}
      </p>
    </>
  );
};
