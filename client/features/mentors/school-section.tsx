import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { wholeDay } from '#client/lib/whole-day.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { MentorRun, MentorSchool, MentorTerm } from '#contract/mentors/mentors.ts';

type Props = { school: MentorSchool; refresh: () => void };

const LINE = 'flex flex-wrap items-center gap-x-8 gap-y-4 border-line border-b px-14 py-8 last:border-b-0';
const waitingIn = ({ leaves, sides, appeals }: MentorTerm): number => leaves + sides + appeals;

/** One school: its terms with what waits in each, then the runs it shares. */
export const SchoolSection = ({ school, refresh }: Props) => {
  const { t } = useTranslation('mentors');
  const { mentorship, name, since, terms, runs, kept } = school;
  const waiting = terms.reduce((sum, term) => sum + waitingIn(term), 0);
  const id = `school-${mentorship ?? 'own'}`;
  return (
    <section aria-labelledby={id}>
      <SectionHeader
        id={id}
        title={name}
        note={clauses([
          mentorship === null ? t('own') : since === null ? null : t('since', { date: wholeDay(since) }),
          waiting === 0 ? t('noWaits') : t('waits', { n: waiting }),
        ])}
        aside={
          mentorship === null ? (
            <ButtonLink size="s" to="/teach">
              {t('toTeach')}
            </ButtonLink>
          ) : (
            <EndControl mentorship={mentorship} school={name} refresh={refresh} />
          )
        }
      />
      {kept === undefined || kept.terms + kept.runs === 0 ? null : <p className="mb-8 text-ink-2">{t('kept', kept)}</p>}
      <Panel>
        {terms.length === 0 ? (
          <EmptyState title={t(mentorship === null && (kept?.terms ?? 0) === 0 ? 'noTerms' : 'noTermsOther')} />
        ) : (
          <ul aria-label={t('terms')}>
            {terms.map((term) => (
              <TermLine key={term.term.id} term={term} />
            ))}
          </ul>
        )}
      </Panel>
      {mentorship === null ? null : (
        <>
          <h3 className="mt-12 mb-4 font-semibold">{t('runs')}</h3>
          <Panel>
            {runs.length === 0 ? (
              <EmptyState title={t('noRuns')} />
            ) : (
              <ul aria-label={t('runs')}>
                {runs.map((run) => (
                  <RunLine key={run.run} run={run} />
                ))}
              </ul>
            )}
          </Panel>
        </>
      )}
    </section>
  );
};

const TermLine = ({ term: { class: schoolClass, term, ...waiting } }: { term: MentorTerm }) => {
  const { t } = useTranslation('mentors');
  const path = `/classes/${encodeURIComponent(schoolClass.id)}/terms/${encodeURIComponent(term.id)}`;
  const doors = [
    { key: 'leaves', to: `${path}/attendance` },
    { key: 'sides', to: `${path}/sides` },
    { key: 'appeals', to: `${path}/appeals` },
  ] as const;
  return (
    <li className={LINE}>
      <div className="min-w-0 flex-1 basis-200">
        <Link to={path} className="link wrap-anywhere inline-flex items-center max-pane:min-h-44">
          {clauses([schoolClass.name, term.name])}
        </Link>
        <p className="text-12 text-ink-3">{t('days', { firstDay: term.firstDay, lastDay: term.lastDay })}</p>
      </div>
      {doors.map(({ key, to }) =>
        waiting[key] === 0 ? null : (
          <ButtonLink
            key={key}
            size="s"
            to={to}
            aria-label={t(`${key}Of`, { term: term.name, n: waiting[key] })}
            className="max-pane:min-h-44"
          >
            {t(key, { n: waiting[key] })}
          </ButtonLink>
        ),
      )}
    </li>
  );
};

const RunLine = ({ run: { run, name, className, at, reports, commented } }: { run: MentorRun }) => {
  const { t } = useTranslation('mentors');
  return (
    <li className={LINE}>
      <div className="min-w-0 flex-1 basis-200">
        <Link
          to={`/runs/${encodeURIComponent(run)}/results`}
          className="link wrap-anywhere inline-flex items-center max-pane:min-h-44"
        >
          {name}
        </Link>
        <p className="text-12 text-ink-3">{clauses([className ?? t('noClass'), wholeDay(at)])}</p>
      </div>
      {reports === 0 ? (
        <span className="text-12 text-ink-3">{t('noReports')}</span>
      ) : (
        <Tag tone={commented === 0 ? 'warn' : 'line'}>
          <span className="sr-only">{t('reportsOf', { run: name, n: reports, done: commented })}</span>
          <span aria-hidden="true">{t('reports', { n: reports, done: commented })}</span>
        </Tag>
      )}
    </li>
  );
};

/** The mentor ends it by themselves, once they have read what goes with that. */
const EndControl = ({ mentorship, school, refresh }: { mentorship: string; school: string; refresh: () => void }) => {
  const { t } = useTranslation('mentors');
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, error, send } = useSubmit();
  const end = async () => {
    const done = await send(() => call('POST /api/mentor/schools/:mentorship/end', { mentorship }));
    if (done === null) return;
    showToast(t('ended', { school }));
    refresh();
  };
  return (
    <>
      <Button kind="bare" size="s" aria-label={t('endOf', { school })} onClick={() => setIsAsking(true)}>
        {t('end')}
      </Button>
      {isAsking ? (
        <SubmitDialog
          title={t('endTitle', { school })}
          description={t('endText')}
          submit={t('end')}
          isBlocked={isBusy}
          error={error}
          onSubmit={end}
          onClose={() => setIsAsking(false)}
        >
          {null}
        </SubmitDialog>
      ) : null}
    </>
  );
};
