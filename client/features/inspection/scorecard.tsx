import type { CSSProperties } from 'react';
import {
  isJudged,
  LEVELS,
  type Row,
  withAnswer,
  withFault,
  withLevel,
} from '#client/features/inspection/model/marking.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ChoiceRow } from '#client/ui/controls/choice-row.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { cx } from '#client/ui/cx.ts';
import type { InspectionBody, Marking } from '#contract/practice/inspections.ts';
import { ComplaintForm } from './complaint-form.tsx';
import { FaultBoxes } from './fault-boxes.tsx';
import { RedLineRow } from './red-line-row.tsx';

/** The current row's bar. */
const CURRENT: CSSProperties = { boxShadow: 'inset 3px 0 0 var(--color-accent)' };

export type ScorecardProps = {
  inspection: InspectionBody;
  marking: Marking;
  /** The current row: keys go to it, and its faults are shown. */
  row: Row;
  /** The fault a clicked line is quoted for. */
  fault: string | null;
  numbers: ReadonlyMap<string, number | string>;
  onRow: (row: Row) => void;
  onFault: (code: string | null) => void;
  onChange: (marking: Marking) => void;
  /** A phone has the transcript in another pane: leads there. */
  onQuote: (() => void) | null;
};

/** The six dimensions, the red lines and, of a complaint, its three questions. */
export const Scorecard = (props: ScorecardProps) => {
  const { inspection, marking, row, fault, numbers, onRow, onFault, onChange, onQuote } = props;
  const { t } = useTranslation('inspection');
  const { scorecard, complaint } = inspection;
  return (
    <>
      <div className="flex min-h-40 shrink-0 flex-wrap items-center gap-x-10 gap-y-2 border-line border-b px-16 py-5 max-pane:px-12">
        <b>{t('pane.scorecard')}</b>
        <span className="text-12 text-ink-3">{t('rubric', { id: scorecard.rubric.id })}</span>
        <span className="ml-auto flex flex-wrap items-center gap-x-8 text-12 text-ink-3 max-pane:hidden">
          {LEVELS.map((level, index) => (
            <span key={level} className="flex items-center gap-4">
              <Kbd>{index === LEVELS.length - 1 ? '0' : index + 1}</Kbd>
              {t(`level.${level}`)}
            </span>
          ))}
          <span className="flex items-center gap-4">
            <Kbd>J</Kbd>
            <Kbd>K</Kbd>
            {t('rowKeys')}
          </span>
        </span>
      </div>
      <section
        aria-label={t('pane.scorecard')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
      >
        {scorecard.dimensions.map(({ id, name, weight, faults }) => {
          const { level, faults: seen } = marking.dimensions[id];
          const isCurrent = row === id;
          return (
            <section
              key={id}
              aria-label={name}
              className="border-line border-b"
              {...(isCurrent ? { style: CURRENT } : {})}
              onFocusCapture={() => {
                if (!isCurrent) onRow(id);
              }}
            >
              <div
                className={cx(
                  'flex flex-wrap items-center gap-x-10 gap-y-6 px-16 py-8 max-pane:px-12',
                  isCurrent && 'bg-tint',
                )}
              >
                <button type="button" className="min-w-0 flex-1 text-left max-pane:min-h-44" onClick={() => onRow(id)}>
                  <b className={isCurrent ? 'text-accent' : undefined}>{name}</b>
                  <span className="ml-8 text-12 text-ink-3">{t('weight', { n: weight })}</span>
                  {seen.length === 0 ? null : (
                    <span className="ml-8 text-12 text-ink-2">{t('seen', { n: seen.length })}</span>
                  )}
                </button>
                <ChoiceRow
                  label={name}
                  value={level}
                  options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
                  onChange={(next) => onChange(withLevel(marking, id, next))}
                />
              </div>
              {isCurrent && level !== 'na' ? (
                <FaultBoxes
                  faults={faults}
                  seen={seen}
                  fault={fault}
                  numbers={numbers}
                  isMissing={level !== null && !isJudged(marking, id)}
                  onToggle={(code) => {
                    onChange(withFault(marking, id, code));
                    onFault(code);
                  }}
                  onFault={(code) => {
                    onFault(code);
                    onQuote?.();
                  }}
                />
              ) : null}
            </section>
          );
        })}
        <RedLineRow
          scorecard={scorecard}
          marking={marking}
          isCurrent={row === 'red-line'}
          numbers={numbers}
          onRow={() => onRow('red-line')}
          onChange={onChange}
          onQuote={onQuote}
        />
        {complaint === null ? null : (
          <ComplaintForm
            complaint={complaint}
            given={marking.complaint}
            onAnswer={(question, id) => onChange(withAnswer(marking, question, id))}
          />
        )}
        <p className="px-16 py-10 text-12 text-ink-3 max-pane:px-12">
          {t('levelsAre', { full: scorecard.fullFrom, part: scorecard.partFrom, cap: scorecard.cap })}
        </p>
      </section>
    </>
  );
};
