import { useSearchParams } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { Report } from '#contract/report.ts';
import { Rescored } from './rescored.tsx';
import '#client/features/report/model/takeaway-strings.ts';

type Props = { drillId: string; report: Report; numbers: ReadonlyMap<string, number> };

/** Which rubric these marks are by, where today's is another one; the comparison is part of the address. */
export const RubricLine = ({ drillId, report, numbers }: Props) => {
  const { t } = useTranslation('takeaway');
  const [search, setSearch] = useSearchParams();
  const { id, current } = report.rubric;
  if (current === null) return null;
  const isOpen = search.get('rubric') === 'current';
  return (
    <>
      <p className="mt-14 flex flex-wrap items-center gap-x-10 gap-y-6 text-ink-2">
        {current.id === id
          ? t('rubric.editedSince', { version: id })
          : t('rubric.scoredBy', { version: id, now: current.id })}
        {isOpen ? null : (
          <Button size="s" className="print:hidden" onClick={() => setSearch({ rubric: 'current' })}>
            {t('rubric.again')}
          </Button>
        )}
      </p>
      {isOpen ? (
        <Rescored {...{ drillId, report, numbers }} currentRubric={current} onClose={() => setSearch({})} />
      ) : null}
    </>
  );
};
