import { Printer } from 'lucide-react';
import { HideNames } from '#client/features/results/hide-names.tsx';
import { clauses } from '#client/lib/clauses.ts';
import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { ClassReport } from '#contract/results.ts';

type Props = { report: ClassReport; showsNames: boolean; onShowsNames: (showsNames: boolean) => void };

export const ClassHead = ({ report: { results: run }, showsNames, onShowsNames }: Props) => {
  const { t } = useTranslation('results');
  return (
    <div className="mb-12 flex flex-wrap items-center gap-8 print:mb-6">
      <div className="mr-auto min-w-0">
        <h1 className="font-semibold text-18 wrap-anywhere">{t('class.title', { run: run.name })}</h1>
        <p className="text-12 text-ink-3">
          {clauses([
            run.className ?? t('table.noClass'),
            longDate(run.at),
            t('table.minutes', { n: run.minutes }),
            t(`mode.${run.mode}`),
          ])}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-8 print:hidden">
        <HideNames showsNames={showsNames} onShowsNames={onShowsNames} />
        <ButtonLink kind="bare" to={`/runs/${run.id}/results`}>
          {t('class.toResults')}
        </ButtonLink>
        <Button onClick={() => window.print()}>
          <Printer size={16} aria-hidden="true" />
          {t('ui:print')}
        </Button>
      </div>
    </div>
  );
};
