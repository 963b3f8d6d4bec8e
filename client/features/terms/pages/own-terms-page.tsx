import '#client/features/terms/attendance/strings.ts';
import { OwnAttendance } from '#client/features/terms/attendance/own-attendance.tsx';
import { OwnLeaves } from '#client/features/terms/attendance/own-leaves.tsx';
import { LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import {
  OWN,
  OWN_TERMS_PATH,
  ownCalendarPath,
  ownHandoverPath,
  ownPayPath,
  ownRankingPath,
  ownRecommendationPath,
  ownSheetPath,
  ownSidesPath,
} from '#client/features/terms/model/term-paths.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { signInPath } from '#client/lib/hooks/me.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { OwnTerm, OwnTerms } from '#contract/terms/handover.ts';

/** 我的学期: team and shift, handover notes, and signed in one's own attendance and leave. For the phone first. */
export const OwnTermsPage = () => {
  const { t } = useTranslation('attendance');
  useTitle(t('own.title'));
  return (
    <div className="mx-auto max-w-720">
      <LoadedTerm path={pathTo('GET /api/my-terms')} title={t('own.title')}>
        {(body, refresh) => <OwnTermsView body={body} refresh={refresh} />}
      </LoadedTerm>
    </div>
  );
};

const SignIn = () => {
  const { t } = useTranslation('attendance');
  return <ButtonLink to={signInPath(OWN_TERMS_PATH)}>{t('ui:logIn')}</ButtonLink>;
};

const OwnTermsView = ({ body, refresh }: { body: OwnTerms; refresh: () => void }) => {
  const { t } = useTranslation('attendance');
  const { name, signedIn, today, terms } = body;
  return (
    <>
      <header className="mb-12">
        <h1 className="font-semibold text-18">{t('own.title')}</h1>
        {name === null ? null : <p className="text-ink-2">{name}</p>}
      </header>
      {terms.length > 0 && !signedIn ? (
        <Notice className="mb-12" action={<SignIn />}>
          {t('own.notSignedIn')}
        </Notice>
      ) : null}
      {terms.length === 0 ? (
        <Panel>
          <EmptyState
            title={t(name === null ? 'own.unknown' : 'own.none')}
            text={t(name === null ? 'own.unknownText' : 'own.noneText')}
            action={name === null ? <SignIn /> : null}
          />
        </Panel>
      ) : (
        terms.map((own) => <OwnTermView key={own.term.id} own={own} today={today} refresh={refresh} />)
      )}
    </>
  );
};

type Props = { own: OwnTerm; today: string; refresh: () => void };

const OwnTermView = ({ own, today, refresh }: Props) => {
  const { t } = useTranslation('attendance');
  const { term, className, place, open, sheet, signed } = own;
  return (
    <section aria-label={term.name} className="mb-12">
      <Panel>
        <div className="flex flex-wrap items-center gap-8 border-line border-b px-14 py-10">
          <div className="min-w-0 flex-1 basis-240">
            <h2 className="font-semibold text-15 wrap-anywhere">{term.name}</h2>
            <p className="text-12 text-ink-3">
              {clauses([className, t('own.days', { firstDay: term.firstDay, lastDay: term.lastDay })])}
            </p>
            <p>
              {place === null
                ? t('own.noTeam')
                : clauses([
                    place.team,
                    place.shift === null ? null : t(`shift.${place.shift}`),
                    place.leader ? t('own.leader') : null,
                  ])}
            </p>
          </div>
          {sheet ? <ButtonLink to={ownSheetPath(OWN, term.id)}>{t('own.sheet')}</ButtonLink> : null}
          <ButtonLink to={ownCalendarPath(term.id)}>{t('own.calendar')}</ButtonLink>
          <ButtonLink to={ownSidesPath(term.id)}>{t('own.sides')}</ButtonLink>
          {signed === null ? null : <ButtonLink to={ownPayPath(term.id)}>{t('own.pay')}</ButtonLink>}
          {signed === null ? null : <ButtonLink to={ownRankingPath(term.id)}>{t('own.ranking')}</ButtonLink>}
          {signed === null || signed.recommended === null || signed.recommended === 'taken-back' ? null : (
            <ButtonLink kind={signed.recommended === 'asked' ? 'primary' : 'plain'} to={ownRecommendationPath(term.id)}>
              {t('own.recommended')}
              {signed.recommended === 'asked' ? <Tag>{t('own.toAnswer')}</Tag> : null}
            </ButtonLink>
          )}
          {place === null ? null : (
            <ButtonLink kind={open > 0 ? 'primary' : 'plain'} to={ownHandoverPath(term.id)}>
              {t('own.handover')}
              {open === 0 ? null : <Tag>{t('own.open', { n: open })}</Tag>}
            </ButtonLink>
          )}
        </div>
        {signed === null ? null : (
          <>
            <OwnAttendance signed={signed} />
            <OwnLeaves term={term} leaves={signed.leaves} today={today} refresh={refresh} />
          </>
        )}
      </Panel>
    </section>
  );
};
