import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import type { Period, TablePreview } from '#contract/service-data/tables.ts';

const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());

/** Days in their order, none of them still to come. */
export const isPeriod = ({ first, last }: Period): boolean =>
  first !== '' && last !== '' && first <= last && last <= today();

type Props = { period: NonNullable<TablePreview['period']>; days: Period; onChange: (days: Period) => void };

/** The days of a table that has no column of them. What its title or its file says is only filled in. */
export const TablePeriod = ({ period: { suggested }, days, onChange }: Props) => {
  const { t } = useTranslation('analysis');
  const isWhole = days.first !== '' && days.last !== '';
  const isSuggested = suggested !== null && suggested.first === days.first && suggested.last === days.last;
  return (
    <fieldset className="m-0 border-0 border-line border-b px-14 py-10">
      <legend className="float-left w-full p-0 font-semibold">{t('tables.periodTitle')}</legend>
      <p className="clear-both mb-8 text-ink-2">{t('tables.periodText')}</p>
      <div className="flex flex-wrap gap-8">
        <TextField
          label={t('tables.periodFirst')}
          type="date"
          max={today()}
          className="w-160 max-pane:w-full"
          value={days.first}
          onChange={(event) => onChange({ ...days, first: event.target.value })}
        />
        <TextField
          label={t('tables.periodLast')}
          type="date"
          max={today()}
          className="w-160 max-pane:w-full"
          value={days.last}
          error={isWhole && !isPeriod(days) ? t('tables.periodWrong') : null}
          onChange={(event) => onChange({ ...days, last: event.target.value })}
        />
      </div>
      {isSuggested ? (
        <p role="status" className="mt-6 text-12 text-warn">
          {t(suggested.from === 'title' ? 'tables.periodTitleSaid' : 'tables.periodFileSaid')}
        </p>
      ) : null}
    </fieldset>
  );
};
