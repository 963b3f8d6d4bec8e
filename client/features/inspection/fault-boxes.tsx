import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import type { InspectionBody, Marking } from '#contract/practice/inspections.ts';

type Props = {
  faults: InspectionBody['scorecard']['dimensions'][number]['faults'];
  seen: Marking['dimensions'][keyof Marking['dimensions']]['faults'];
  /** The one a clicked line is quoted for. */
  fault: string | null;
  numbers: ReadonlyMap<string, number | string>;
  /** The level asks for a fault, and none is ticked. */
  isMissing: boolean;
  onToggle: (code: string) => void;
  onFault: (code: string) => void;
};

/** What can be missed in a dimension, to be ticked; beside each ticked one the line that shows it. */
export const FaultBoxes = ({ faults, seen, fault, numbers, isMissing, onToggle, onFault }: Props) => {
  const { t } = useTranslation('inspection');
  return (
    <div className="pb-8">
      <p className={cx('px-16 py-4 text-12 max-pane:px-12', isMissing ? 'text-warn' : 'text-ink-3')}>
        {t(isMissing ? 'tickOne' : 'tick')}
      </p>
      <ul className="grid grid-cols-2 gap-x-10 px-16 max-side:grid-cols-1 max-pane:px-12">
        {faults.map(({ code, title, why }) => {
          const own = seen.find((one) => one.code === code);
          return (
            <li key={code} className="flex min-h-28 min-w-0 items-center gap-6 max-pane:min-h-44">
              <label className="flex min-w-0 flex-1 items-center gap-6 max-pane:min-h-44" title={why}>
                <input
                  type="checkbox"
                  checked={own !== undefined}
                  onChange={() => onToggle(code)}
                  className="size-16 shrink-0 accent-accent-solid"
                />
                <span className="min-w-0 wrap-anywhere">{title}</span>
              </label>
              {own === undefined ? null : (
                <Button
                  size="s"
                  aria-pressed={fault === code}
                  className={cx(fault === code && 'text-accent')}
                  onClick={() => onFault(code)}
                >
                  {own.line === null ? t('noLine') : <LineName line={numbers.get(own.line)} />}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

/** 第 3 句, or the operation's words. */
export const LineName = ({ line }: { line: number | string | undefined }) => {
  const { t } = useTranslation('inspection');
  return <>{typeof line === 'number' ? t('line', { n: line }) : line}</>;
};
