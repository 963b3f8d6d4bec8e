import type { ReactNode } from 'react';
import { clauses } from '#client/lib/clauses.ts';
import { longDate, marks, minusMarks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { capKind } from '#client/lib/reports/cap-kind.ts';
import type { Report } from '#contract/report.ts';

/** From the six sides to the total: the machine's score, a cap, what people ruled. */
export const ScoreSources = ({ report }: { report: Report }) => {
  const { t } = useTranslation('results');
  const { machineScore, ruled, range, score, cappedBy, capAt, capBites } = report;
  const rulings = report.findings.flatMap(({ id, title, marks: marksNow, ruling }) =>
    ruling === null ? [] : [{ id, title, marksNow, ruling }],
  );
  const pointRulings = report.ledger.flatMap(({ points }) =>
    points.flatMap(({ text, replies }) =>
      replies.flatMap(({ heard, ruling }) => (ruling === null ? [] : [{ text, heard, ruling }])),
    ),
  );
  const capText =
    cappedBy === null || !capBites
      ? null
      : t(`cap.${capKind(cappedBy)}`, {
          by: report.findings.find((finding) => finding.code === cappedBy)?.title ?? cappedBy,
        });
  return (
    <>
      <p className="font-semibold text-18">
        {t('sheet.score', { score: marks(score), grade: t(`grade.${report.grade}`) })}
      </p>
      {range[0] === range[1] ? null : (
        <p className="mt-2 text-warn">
          {t(cappedBy === 'unfinished' ? 'sheet.unfinished' : 'sheet.unsure', {
            low: marks(range[0]),
            high: marks(range[1]),
          })}
        </p>
      )}
      <table className="mt-12 w-full">
        <caption className="sr-only">{t('table.dimensions')}</caption>
        <tbody>
          {report.dimensions.map((row) => (
            <TableRow key={row.id} name={row.name}>
              {row.marks === null ? t('sheet.none') : `${marks(row.marks)} / ${marks(row.weight)}`}
            </TableRow>
          ))}
          {capText === null ? null : (
            <TableRow name={t('sheet.capped', { by: capText })}>{t('sheet.cappedTo', { at: capAt })}</TableRow>
          )}
          <TableRow name={t('sheet.machine')}>{marks(machineScore)}</TableRow>
          {ruled === null ? null : (
            <TableRow name={t('sheet.ruled', { name: ruled.by })}>{marks(ruled.score)}</TableRow>
          )}
        </tbody>
      </table>
      <h3 className="mt-16 mb-4 font-semibold">{t('sheet.rulings')}</h3>
      {ruled === null && rulings.length + pointRulings.length === 0 ? (
        <p className="text-ink-2">{t('sheet.noRulings')}</p>
      ) : null}
      <ul className="flex flex-col">
        {ruled === null ? null : (
          <RulingItem head={t('sheet.total', { from: marks(machineScore), to: marks(ruled.score) })} {...ruled} />
        )}
        {rulings.map(({ id, title, marksNow, ruling }) => (
          <RulingItem
            key={id}
            head={t('sheet.change', { title, from: costText(ruling.was), to: costText(marksNow) })}
            by={ruling.by}
            at={ruling.at}
            reason={ruling.reason}
          />
        ))}
        {pointRulings.map(({ text, heard, ruling }) => (
          <RulingItem
            key={ruling.id}
            head={t('sheet.change', {
              title: text,
              from: t(`heard.${heard}`),
              to: t(`heard.${ruling.verdict === 'not-said' ? 'nothing' : ruling.verdict}`),
            })}
            by={ruling.by}
            at={ruling.at}
            reason={ruling.reason}
          />
        ))}
      </ul>
    </>
  );
};

/** −4.6, and 0 without a sign. */
const costText = (value: number): string => (value === 0 ? '0' : minusMarks(value));

const TableRow = ({ name, children }: { name: string; children: ReactNode }) => (
  <tr>
    <th scope="row" className="border-line border-b py-5 text-left font-normal text-ink-2">
      {name}
    </th>
    <td className="border-line border-b py-5 text-right whitespace-nowrap">{children}</td>
  </tr>
);

type RulingProps = { head: string; by: string; at: number; reason: string };

const RulingItem = ({ head, by, at, reason }: RulingProps) => (
  <li className="border-line border-b border-l-3 border-l-accent-solid py-6 pl-10">
    <b>{head}</b>
    {reason === '' ? null : <p className="wrap-anywhere">{reason}</p>}
    <p className="text-12 text-ink-3">{clauses([by, longDate(at)])}</p>
  </li>
);
