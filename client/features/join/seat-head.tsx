import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { SeatBody } from '#contract/runs.ts';

/** A contest and an exam of parts have homework's window, and aren't called so. */
const kindKey = ({ contest, parts, mode }: SeatBody['run'], hasWindow: boolean) => {
  if (contest !== undefined) return 'contestTitle';
  if (parts !== undefined) return 'examTitle';
  return hasWindow ? 'homework.title' : (`mode.${mode}` as const);
};

/** Whose seat it is and where; the way to one's own terms once one has it. */
export const SeatHead = ({ body: { seat, run, homework, state } }: { body: SeatBody }) => {
  const { t } = useTranslation('join');
  return (
    <header className="mb-12 flex flex-wrap items-baseline gap-x-12 gap-y-2">
      <h1 className="font-semibold text-18">
        {seat.no === '' ? null : <span className="mr-8 font-normal text-ink-3">{seat.no}</span>}
        {seat.name}
      </h1>
      <p className="text-ink-2">
        {clauses([
          run.name,
          run.className,
          t(kindKey(run, homework !== undefined)),
          run.dealt && t(`ui:dealt.${run.dealt}`),
        ])}
      </p>
      {state === 'asking' || state === 'refused' ? null : (
        <ButtonLink size="s" to="/classes/mine/terms" className="ml-auto">
          {t('ui:ownTerms')}
        </ButtonLink>
      )}
    </header>
  );
};
