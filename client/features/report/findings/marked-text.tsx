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

type NumberedProps = { text: string; ids: readonly { id: string }[]; numbers: ReadonlyMap<string, number> };

/** Words with the numbers of what was found in them; the last character and they are never on two lines (RULES X63). */
export const Numbered = ({ text, ids, numbers }: NumberedProps) => {
  const characters = [...text];
  const last = characters.pop();
  return (
    <>
      {characters.join('')}
      <span className="whitespace-nowrap">
        {last}
        {ids.map(({ id }) => (
          <sup key={id} className="ml-2 font-semibold text-11 leading-none">
            {numbers.get(id)}
          </sup>
        ))}
      </span>
    </>
  );
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
        {segment.ending.length === 0 ? (
          segment.text
        ) : (
          <Numbered text={segment.text} ids={segment.ending} numbers={numbers} />
        )}
      </q>
    );
  });
