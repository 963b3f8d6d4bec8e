import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { SeatBody } from '#contract/runs.ts';

/** The trainee's own reports, newest first, or when they will come. Nothing while no report waits to be published. */
export const SeatReports = ({ body }: { body: SeatBody }) => {
  const { t } = useTranslation('join');
  if (body.reports.length === 0)
    return body.waitsForPublishing ? <p className="text-ink-2">{t('reports.later')}</p> : null;
  return (
    <ul className="flex flex-wrap gap-8">
      {body.reports.map((report, index) => {
        const nth = body.reports.length > 1 ? t('reports.nth', { n: body.reports.length - index }) : t('ui:seeReport');
        return (
          <li key={report.drill}>
            <ButtonLink kind={index === 0 ? 'primary' : 'plain'} size="l" to={`/drills/${report.drill}/report`}>
              {report.score === null ? nth : t('reports.score', { what: nth, score: marks(report.score) })}
            </ButtonLink>
          </li>
        );
      })}
      {body.run.stage === 'close' ? (
        <li>
          <ButtonLink size="l" to={`/seats/${body.seat.id}/analysis`}>
            {t('reports.analysis')}
          </ButtonLink>
        </li>
      ) : null}
      {body.run.stage === 'close' ? (
        <li>
          <ButtonLink size="l" to={`/inspection/seats/${body.seat.id}`}>
            {t('reports.inspection')}
          </ButtonLink>
        </li>
      ) : null}
    </ul>
  );
};
