import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { lineNumbers, linesByCustomer } from '#client/features/inspection/model/lines.ts';
import {
  isJudged,
  marksSoFar,
  progressOf,
  quotesOf,
  type Row,
  withLevel,
  withLine,
} from '#client/features/inspection/model/marking.ts';
import { quoteTarget } from '#client/features/inspection/model/quote-target.ts';
import { useScorecardKeys } from '#client/features/inspection/model/use-scorecard-keys.ts';
import type { Trouble } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { ChoiceRow } from '#client/ui/controls/choice-row.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ShownCustomer } from '#contract/practice/class-inspections.ts';
import type { Comparison, InspectionBody, Marking } from '#contract/practice/inspections.ts';
import { ComparisonView } from './comparison-view.tsx';
import { Reference } from './reference.tsx';
import { Scorecard } from './scorecard.tsx';
import { Transcript } from './transcript.tsx';

export type DeskProps = {
  inspection: InspectionBody;
  /** Of a drill with several customers: all of them, marked as one. */
  customers?: readonly ShownCustomer[] | undefined;
  marking: Marking;
  isHandedIn: boolean;
  /** Null: not handed in, or on its way. */
  comparison: Comparison | null;
  error: Trouble | null;
  /** How many transcripts there are; 0: not known. */
  total: number;
  back: string;
  next: string | null;
  onChange: (marking: Marking) => void;
  onHandIn: () => void;
  onRetry: () => void;
};

const PANES = ['thread', 'orders', 'policies', 'scorecard'] as const;
type Pane = (typeof PANES)[number];

/** The transcript left, the scorecard right; on a phone one at a time. Afterwards the comparison stands where the scorecard was. */
export const InspectionDesk = (props: DeskProps) => {
  const { inspection, marking, isHandedIn, comparison, error } = props;
  const { t } = useTranslation('inspection');
  const isPhone = usePhone();
  const [pane, setPane] = useState<Pane>('thread');
  const rows: readonly Row[] = useMemo(
    () => [...inspection.scorecard.dimensions.map(({ id }) => id), 'red-line'],
    [inspection],
  );
  const [row, setRow] = useState<Row>(() => rows.find((one) => !isJudged(marking, one)) ?? rows[0] ?? 'red-line');
  /** The fault that a line is quoted for. */
  const [fault, setFault] = useState<string | null>(null);
  const customers = props.customers ?? [inspection];
  const [place, setPlace] = useState(0);
  const customer = customers[place] ?? inspection;
  const allLines = useMemo(() => linesByCustomer(props.customers ?? [inspection]), [inspection, props.customers]);
  const numbers = useMemo(() => lineNumbers(allLines.flat()), [allLines]);
  const quotes = useMemo(() => quotesOf(marking), [marking]);
  const move = (next: Row): void => {
    setRow(next);
    setFault(null);
  };
  const target = quoteTarget(inspection, marking, row, fault);
  useScorecardKeys(
    isHandedIn
      ? null
      : {
          onMove: (by) => move(rows[(rows.indexOf(row) + by + rows.length) % rows.length] ?? row),
          onLevel: (level) => {
            if (row !== 'red-line') props.onChange(withLevel(marking, row, level));
          },
        },
  );
  const shown: Pane = isPhone || pane !== 'scorecard' ? pane : 'thread';
  const panes = isPhone ? PANES : PANES.filter((one) => one !== 'scorecard');
  const right = isHandedIn ? (
    <ComparisonView
      inspection={inspection}
      comparison={comparison}
      error={error}
      numbers={numbers}
      onRetry={props.onRetry}
    />
  ) : (
    <Scorecard
      inspection={inspection}
      marking={marking}
      row={row}
      fault={target?.code ?? null}
      numbers={numbers}
      onRow={move}
      onFault={setFault}
      onChange={props.onChange}
      onQuote={isPhone ? () => setPane('thread') : null}
    />
  );
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] overflow-hidden">
      <Strip {...props} rows={rows} />
      <main
        className="grid min-h-0"
        style={{ gridTemplateColumns: isPhone ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) minmax(400px, 42%)' }}
      >
        <section aria-label={t('pane.thread')} className="flex min-h-0 min-w-0 flex-col bg-canvas">
          <div className="flex min-h-40 shrink-0 flex-wrap items-center gap-x-10 gap-y-4 border-line border-b bg-surface px-16 py-5 max-pane:px-12">
            <h2 lang="zh-CN" className="cut font-semibold max-pane:hidden">
              {customer.customer}
            </h2>
            {customers.length === 1 ? null : (
              <ChoiceRow
                label={t('customers')}
                value={String(place)}
                options={customers.map((_, index) => ({
                  value: String(index),
                  label: t('customerNo', { n: index + 1 }),
                }))}
                onChange={(next) => next !== null && setPlace(Number(next))}
              />
            )}
            <Tag tone="line" className="max-pane:hidden">
              {inspection.card.typeName}
            </Tag>
            <ChoiceRow
              label={t('pane.label')}
              value={shown}
              options={panes.map((value) => ({ value, label: t(`pane.${value}`) }))}
              onChange={(next) => next !== null && setPane(next)}
            />
          </div>
          {shown === 'thread' ? (
            <Transcript
              lines={allLines[place] ?? []}
              quotes={quotes}
              quoting={isHandedIn ? null : target}
              onQuote={(line) => {
                if (target === null) return;
                props.onChange(withLine(marking, row, target.code, line));
                if (isPhone) setPane('scorecard');
              }}
            />
          ) : shown === 'scorecard' ? (
            right
          ) : (
            <Reference inspection={customer} part={shown} />
          )}
        </section>
        {isPhone ? null : (
          <aside
            aria-label={t('pane.scorecard')}
            className="flex min-h-0 min-w-0 flex-col border-line border-l bg-surface"
          >
            {right}
          </aside>
        )}
      </main>
    </div>
  );
};

const Strip = ({
  inspection,
  marking,
  isHandedIn,
  comparison,
  total,
  back,
  next,
  onHandIn,
  rows,
}: DeskProps & { rows: readonly Row[] }) => {
  const { t } = useTranslation('inspection');
  const { done, of } = progressOf(marking, rows);
  const soFar = marksSoFar(marking, inspection.scorecard.dimensions);
  return (
    <header className="flex min-h-48 items-stretch border-line border-b bg-surface max-pane:flex-wrap">
      <div className="flex min-w-0 items-center gap-8 border-line border-r pr-16 pl-8 max-pane:h-48 max-pane:flex-1 max-pane:border-r-0">
        <ButtonLink to={back} kind="bare" size="s" square aria-label={t('back')} title={t('back')}>
          <ChevronLeft size={16} aria-hidden="true" />
        </ButtonLink>
        <div className="min-w-0 leading-[18px]">
          <h1 className="cut font-semibold">{t(total === 0 ? 'no' : 'noOf', { n: inspection.card.no, of: total })}</h1>
          <p className="cut text-12 text-ink-3">{t('anonymous', { type: inspection.card.typeName })}</p>
        </div>
      </div>
      {isHandedIn ? (
        comparison?.parties.map((party) => (
          <Figure
            key={`${party.by} ${party.name}`}
            label={party.name ?? t(`party.${party.by}`)}
            value={party.total}
            unit={t('points')}
            className="max-pane:hidden"
          />
        ))
      ) : (
        <>
          <Figure label={t('judged')} value={done} unit={t('ofItems', { of })} className="max-pane:hidden" />
          <Figure label={t('soFar')} value={marks(soFar.given)} unit={`/ ${soFar.of}`} className="max-pane:hidden" />
        </>
      )}
      <Controls>
        {isHandedIn ? (
          next === null ? null : (
            <ButtonLink kind="primary" to={next}>
              {t('next')}
            </ButtonLink>
          )
        ) : (
          <>
            <span className="text-12 text-ink-3">{done === of ? t('onlyOnce') : t('left', { n: of - done })}</span>
            <Button kind="primary" disabled={done < of} onClick={onHandIn}>
              {t('handIn')}
            </Button>
          </>
        )}
      </Controls>
    </header>
  );
};

const Controls = ({ children }: { children: ReactNode }) => (
  <div className="ml-auto flex items-center gap-10 px-16 max-pane:w-full max-pane:px-12 max-pane:pb-8 [&:empty]:hidden">
    {children}
  </div>
);
