import { type ReactNode, useContext, useMemo, useState } from 'react';
import type { Exchange } from '#client/features/report/model/exchanges.ts';
import { type Filter, isMerit, matchesFilter } from '#client/features/report/model/numbering.ts';
import { useCommentedKeys } from '#client/features/report/model/use-commented.ts';
import { useFindingKeys } from '#client/features/report/model/use-finding-keys.ts';
import { useFindingOfAddress } from '#client/features/report/model/use-finding-of-address.ts';
import { useLineOfAddress } from '#client/features/report/model/use-line-of-address.ts';
import { MarkedContext } from '#client/features/report/model/use-moment-of-address.ts';
import { usePrinting } from '#client/features/report/model/use-printing.ts';
import { useRetries } from '#client/features/report/model/use-retries.ts';
import { useTurnOfAddress } from '#client/features/report/model/use-turn-of-address.ts';
import { CustomerGroup } from '#client/features/report/rush/customer-group.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { findingDoubts, looseDoubts, pointDoubts } from '#client/lib/reports/report-doubts.ts';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Report, ReportFinding } from '#contract/report.ts';
import { ExchangeRow } from './exchange-row.tsx';
import { RetryNotice } from './retry-notice.tsx';

type Props = { report: Report; exchanges: readonly Exchange[]; numbers: ReadonlyMap<string, number> };

type ShownExchange = { exchange: Exchange; findings: readonly ReportFinding[] };

/** How many points and findings of a customer nobody has ruled on. */
const doubtsOf = (report: Report, conversation: string): number =>
  [
    ...pointDoubts(report).filter(({ replies }) => replies.some(({ doubtful }) => doubtful)),
    ...findingDoubts(report),
    ...looseDoubts(report),
  ].filter((doubt) => doubt.conversation === conversation && !('ruling' in doubt && doubt.ruling !== null)).length;

/** Of a rush each customer's rows stand behind one of the customer's own; elsewhere all in order of time. */
const grouped = (
  report: Report,
  shownExchanges: readonly ShownExchange[],
  rowOf: (shown: ShownExchange) => ReactNode,
): ReactNode =>
  report.rush === undefined
    ? shownExchanges.map(rowOf)
    : report.conversations.map((conversation) => {
        const own = shownExchanges.filter(({ exchange }) => exchange.conversation === conversation);
        const findings = report.findings.filter((finding) => finding.conversation === conversation.conversation);
        return (
          <CustomerGroup
            key={conversation.conversation}
            conversation={conversation}
            findings={findings}
            doubts={doubtsOf(report, conversation.conversation)}
            losesMore={report.dimensions.some(({ lost }) =>
              lost.some(
                ({ place, places = [], marks }) =>
                  marks > 0 && [place, ...places].some((other) => other?.conversation === conversation.conversation),
              ),
            )}
          >
            {own.length === 0 ? null : own.map(rowOf)}
          </CustomerGroup>
        );
      });

/** 逐句看: the words, the fault underlined in place, and beside it why and what else could be said. */
export const Findings = ({ report, exchanges, numbers }: Props) => {
  const { t } = useTranslation('report');
  const { line } = useContext(MarkedContext);
  const meritCount = report.findings.filter(isMerit).length;
  const faultCount = report.findings.length - meritCount;
  const [filter, setFilter] = useState<Filter>(faultCount > 0 && line === null ? 'faults' : 'all');
  const commentedKeys = useCommentedKeys();
  const isPrinting = usePrinting();
  const shownExchanges = useMemo(() => {
    // Paper has no filter buttons, so faults and merits are both printed.
    const isListed = (finding: ReportFinding) =>
      isPrinting || matchesFilter(finding, filter) || commentedKeys.has(finding.key);
    return exchanges.flatMap((exchange) => {
      const findings = exchange.findings.filter(isListed);
      return filter === 'all' || findings.length > 0 || commentedKeys.has(exchange.id) ? [{ exchange, findings }] : [];
    });
  }, [exchanges, filter, commentedKeys, isPrinting]);
  useFindingKeys();
  useFindingOfAddress(report, filter, setFilter);
  useTurnOfAddress(exchanges, filter, setFilter);
  const { retries } = useRetries();
  const mayRetry = retries?.own === true && retries.refused === null;
  useLineOfAddress(exchanges, filter, setFilter);
  return (
    <section aria-labelledby="findings">
      <SectionHeader
        id="findings"
        title={t('findings.title')}
        note={
          <>
            {t('findings.counts', { faults: faultCount, merits: meritCount })}
            <span className="ml-12 inline-flex items-center gap-4 max-pane:hidden print:hidden">
              <Kbd>J</Kbd>
              <Kbd>K</Kbd>
              {t('findings.keys')}
              {mayRetry ? (
                <>
                  <Kbd className="ml-8">R</Kbd>
                  {t('retry.key')}
                </>
              ) : null}
            </span>
          </>
        }
        aside={
          <span className="print:hidden">
            <Segmented
              label={t('findings.filter')}
              value={filter}
              onChange={setFilter}
              options={[
                { value: 'faults', label: t('findings.faults', { count: faultCount }) },
                { value: 'merits', label: t('findings.merits', { count: meritCount }) },
                { value: 'all', label: t('findings.all', { count: exchanges.length }) },
              ]}
            />
          </span>
        }
      />
      <RetryNotice />
      <Panel className="print:border-0 print:border-t">
        {shownExchanges.length === 0 && report.rush === undefined ? (
          <EmptyState title={t(`findings.empty.${filter}`)} />
        ) : (
          grouped(report, shownExchanges, ({ exchange, findings }) => (
            <ExchangeRow key={exchange.id} exchange={exchange} findings={findings} numbers={numbers} />
          ))
        )}
      </Panel>
    </section>
  );
};
