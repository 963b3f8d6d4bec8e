import { segmentsOf } from '#client/features/report/model/segments.ts';
import { cx } from '#client/ui/cx.ts';
import type { ReportFinding } from '#contract/report.ts';

const UNDERLINES = {
  grave: 'decoration-bad-solid',
  mild: 'decoration-warn-solid decoration-dashed',
  merit: 'decoration-good-solid',
} as const;

type Props = {
  text: string;
  message: string;
  findings: readonly ReportFinding[];
  numbers: ReadonlyMap<string, number>;
};

/** A message exactly as sent, with the words a finding quotes underlined and its number behind them. */
export const MarkedText = ({ text, message, findings, numbers }: Props) =>
  segmentsOf(text, message, findings).map((segment) => {
    const gravest = segment.findings[0];
    if (gravest === undefined) return <span key={segment.start}>{segment.text}</span>;
    return (
      <q
        key={segment.start}
        className={cx(
          'underline decoration-2 underline-offset-4 [text-decoration-skip-ink:none]',
          UNDERLINES[gravest.severity],
        )}
      >
        {segment.text}
        {segment.ending.map((finding) => (
          <sup key={finding.id} className="ml-2 font-semibold text-11 leading-none">
            {numbers.get(finding.id)}
          </sup>
        ))}
      </q>
    );
  });
