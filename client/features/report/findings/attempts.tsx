import type { Exchange } from '#client/features/report/model/exchanges.ts';
import { useRetries } from '#client/features/report/model/use-retries.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { attemptsId, attemptsOf, type Retryable } from '#client/lib/reports/report-retries.ts';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import type { ReportFinding } from '#contract/report.ts';
import { AttemptColumn } from './attempt-column.tsx';
import { Suggestion } from './suggestion.tsx';

type Props = { place: Retryable; exchange: Exchange };

/** 所有尝试: the first time and every retry of one turn or silence side by side, on a phone one under the other. */
export const Attempts = ({ place, exchange }: Props) => {
  const { t } = useTranslation('report');
  const { retries } = useRetries();
  const turnAttempts = retries === null ? null : attemptsOf(retries, place);
  if (turnAttempts === null) return null;
  const id = attemptsId(place);
  const modelWordings = modelWordingsOf(exchange.findings, place);
  const count = turnAttempts.tries.length;
  return (
    <article
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className="col-span-full min-w-0 scroll-mt-60 border-line border-t bg-soft focus:outline-2 focus:outline-accent focus:-outline-offset-2"
    >
      <h3 id={`${id}-title`} className="flex flex-wrap items-baseline gap-x-10 px-16 pt-10 pb-6 max-pane:px-14">
        <b>{t('retry.tries')}</b>
        <span className="font-normal text-12 text-ink-3">{t('retry.triesNote', { count })}</span>
      </h3>
      <ScrollArea label={t('retry.tries')} className="border-line border-t">
        <div className="grid auto-cols-[minmax(240px,1fr)] grid-flow-col gap-px bg-line max-pane:grid-flow-row max-pane:auto-cols-[minmax(0,1fr)] print:grid-flow-row print:auto-cols-[minmax(0,1fr)]">
          <AttemptColumn title={t('retry.original')} attempt={turnAttempts.original} comparison={null} />
          {turnAttempts.tries.map((attempt, index) => (
            <AttemptColumn
              key={attempt.drill}
              title={t('retry.nth', { n: index + 1 })}
              attempt={attempt}
              comparison={attempt.than}
            />
          ))}
          {modelWordings.length === 0 ? null : (
            <div className="bg-surface px-14 py-10">
              <Suggestion title={t('retry.reference')} wordings={modelWordings} />
            </div>
          )}
        </div>
      </ScrollArea>
    </article>
  );
};

/** Better wordings of what is done again here, each once. */
const modelWordingsOf = (findings: readonly ReportFinding[], place: Retryable): string[] => [
  ...new Set(findings.flatMap(({ key, better }) => (better !== null && place.findings.includes(key) ? [better] : []))),
];
