import type { CSSProperties } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ChoiceRow } from '#client/ui/controls/choice-row.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { cx } from '#client/ui/cx.ts';
import type { InspectionBody, Marking } from '#contract/practice/inspections.ts';
import { LineName } from './fault-boxes.tsx';

/** The current row's bar. */
const CURRENT: CSSProperties = { boxShadow: 'inset 3px 0 0 var(--color-accent)' };

type Props = {
  scorecard: InspectionBody['scorecard'];
  marking: Marking;
  isCurrent: boolean;
  numbers: ReadonlyMap<string, number | string>;
  onRow: () => void;
  onChange: (marking: Marking) => void;
  onQuote: (() => void) | null;
};

/** Whether a red line was crossed, which one, and where. */
export const RedLineRow = ({ scorecard, marking, isCurrent, numbers, onRow, onChange, onQuote }: Props) => {
  const { t } = useTranslation('inspection');
  const { redLine } = marking;
  return (
    <section
      aria-label={t('redLine.title')}
      className="border-line border-b"
      {...(isCurrent ? { style: CURRENT } : {})}
      onFocusCapture={() => {
        if (!isCurrent) onRow();
      }}
    >
      <div
        className={cx('flex flex-wrap items-center gap-x-10 gap-y-6 px-16 py-8 max-pane:px-12', isCurrent && 'bg-tint')}
      >
        <b className={cx('min-w-0 flex-1', isCurrent && 'text-accent')}>{t('redLine.title')}</b>
        <ChoiceRow
          label={t('redLine.title')}
          value={redLine === null ? null : redLine.crossed ? 'yes' : 'no'}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`redLine.${value}`) }))}
          onChange={(next) =>
            onChange({
              ...marking,
              redLine: next === null ? null : { crossed: next === 'yes', code: null, line: null },
            })
          }
        />
      </div>
      {redLine?.crossed === true ? (
        <div className="flex flex-wrap items-end gap-10 px-16 pt-4 pb-10 max-pane:px-12">
          <SelectField
            label={t('redLine.which')}
            value={redLine.code ?? ''}
            className="min-w-0 flex-1"
            choices={[
              { value: '', label: t('redLine.choose') },
              ...scorecard.redLines.map(({ code, title }) => ({ value: code, label: title })),
            ]}
            onChange={(event) =>
              onChange({
                ...marking,
                redLine: { ...redLine, code: event.target.value === '' ? null : event.target.value },
              })
            }
          />
          {redLine.code === null ? null : (
            <Button
              onClick={() => {
                onRow();
                onQuote?.();
              }}
            >
              {redLine.line === null ? t('noLine') : <LineName line={numbers.get(redLine.line)} />}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
};
