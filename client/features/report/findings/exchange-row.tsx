import { type Exchange, precedingCustomerText } from '#client/features/report/model/exchanges.ts';
import { placeOfFinding, placesOfExchange, useRetries } from '#client/features/report/model/use-retries.ts';
import { attemptsId } from '#client/lib/reports/report-retries.ts';
import { cx } from '#client/ui/cx.ts';
import type { ReportFinding } from '#contract/report.ts';
import { Attempts } from './attempts.tsx';
import { ExchangeTranscript } from './exchange-transcript.tsx';
import { FindingBlock } from './finding-block.tsx';

type Props = { exchange: Exchange; findings: readonly ReportFinding[]; numbers: ReadonlyMap<string, number> };

const MAX_FINDINGS_UNBROKEN = 2;
/** With more lines than this the words are taller than a screen: held in place, their end would be out of sight. */
const MAX_STICKY_LINES = 10;

export const ExchangeRow = ({ exchange, findings, numbers }: Props) => {
  const { retries } = useRetries();
  const places = placesOfExchange(retries, exchange);
  const findingsWithPlace = findings.map((finding) => ({ finding, place: placeOfFinding(retries, finding) }));
  const lastPlace = places.findLast(({ since }) => since === null) ?? null;
  return (
    <article
      aria-label={exchange.conversation.name}
      className={cx(
        'grid grid-cols-[minmax(0,1fr)_468px] border-line border-t first:border-t-0 max-side:grid-cols-1 print:grid-cols-[minmax(0,1fr)_340px]',
        // A long exchange isn't kept on one page: that would leave half a sheet empty before it.
        findings.length <= MAX_FINDINGS_UNBROKEN && 'print:break-inside-avoid',
      )}
    >
      <ExchangeTranscript
        exchange={exchange}
        numbers={numbers}
        isSticky={findings.length > MAX_FINDINGS_UNBROKEN && exchange.lines.length <= MAX_STICKY_LINES}
        retryPlace={lastPlace === null || findingsWithPlace.some(({ place }) => place === lastPlace) ? null : lastPlace}
      />
      <div
        className={cx(
          'border-line border-l bg-soft print:border-l-0 px-16 py-12 max-side:border-t max-side:border-l-0 max-side:border-dashed max-pane:px-14',
          findings.length === 0 && 'max-side:hidden',
        )}
      >
        {findingsWithPlace.map(({ finding, place }) => (
          <FindingBlock
            key={finding.id}
            finding={finding}
            number={numbers.get(finding.id)}
            customerText={precedingCustomerText(exchange, finding)}
            suggestionNumber={numbers.get(finding.betterIn ?? '')}
            place={place}
          />
        ))}
      </div>
      {places.map((place) => (
        <Attempts key={attemptsId(place)} place={place} exchange={exchange} />
      ))}
    </article>
  );
};
