import './strings.ts';
import {
  appealsPath,
  attendancePath,
  bookletPath,
  calendarPath,
  handoverPath,
  payPath,
  recommendedPath,
  sheetPath,
  sidesPath,
  teamsPath,
} from '#client/features/terms/model/term-paths.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { TermBody } from '#contract/terms/term.ts';

/** All that a term leads to, in the order in which it is used: marks, who came, teams, judgements, what to take along. */
export const TermDoors = ({ body, mayWrite }: { body: TermBody; mayWrite: boolean }) => {
  const { t } = useTranslation('terms');
  const { term } = body;
  return (
    <nav aria-label={t('doors')} className="mb-12 flex flex-wrap gap-8">
      <ButtonLink kind="primary" to={sheetPath(body.class.id, term.id)}>
        {t('sheet.title')}
      </ButtonLink>
      <ButtonLink to={calendarPath(body.class.id, term.id)}>{t('calendar')}</ButtonLink>
      {body.openAppeals === 0 ? null : (
        <ButtonLink to={appealsPath(body.class.id, term.id)}>{t('openAppeals', { n: body.openAppeals })}</ButtonLink>
      )}
      <ButtonLink to={attendancePath(body.class.id, term.id)}>
        {t('attendance')}
        {body.leavesAsked === 0 ? null : <Tag tone="warn">{t('leavesAsked', { n: body.leavesAsked })}</Tag>}
      </ButtonLink>
      <ButtonLink to={teamsPath(body.class.id, term.id)}>{t('teams')}</ButtonLink>
      <ButtonLink to={handoverPath(body.class.id, term.id)}>{t('handover')}</ButtonLink>
      <ButtonLink to={sidesPath(body.class.id, term.id)}>{t('sides')}</ButtonLink>
      <ButtonLink to={payPath(body.class.id, term.id)}>{t('pay')}</ButtonLink>
      <ButtonLink to={recommendedPath(body.class.id, term.id)}>{t('recommended')}</ButtonLink>
      {mayWrite ? <ButtonLink to={bookletPath(body.class.id, term.id)}>{t('booklet.title')}</ButtonLink> : null}
    </nav>
  );
};
