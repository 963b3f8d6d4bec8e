import '#client/features/terms/published/strings.ts';
import '#client/features/terms/strings.ts';
import { Link, useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { sheetPath, versionsPath } from '#client/features/terms/model/term-paths.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { SheetPublication, TermSheet } from '#contract/terms/sheet.ts';

/** 历次发布: every version of a sheet that was published, withdrawn ones with why. */
export const VersionsPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('published-sheets');
  useTitle(t('versions.title'));
  return (
    <div className="mx-auto max-w-720">
      <OnlyFor who="staff">
        {() => (
          <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/sheet', { id, term })} title={t('versions.title')}>
            {(body) => <VersionsView body={body} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const VersionsView = ({ body }: { body: TermSheet }) => {
  const { t } = useTranslation('published-sheets');
  const { publications } = body.published;
  return (
    <>
      <BackLink to={sheetPath(body.class.id, body.term.id)}>{t('print.sheet')}</BackLink>
      <h1 className="font-semibold text-18">{t('versions.title')}</h1>
      <p className="mb-12 text-ink-2">{clauses([body.class.name, body.term.name, t('versions.about')])}</p>
      <Panel>
        {publications.length === 0 ? (
          <EmptyState title={t('versions.none')} text={t('versions.noneText')} />
        ) : (
          <ol>
            {publications.map((one, place) => (
              <li key={one.version} className="border-line border-b px-16 py-10 last:border-b-0 max-pane:px-14">
                <p className="flex flex-wrap items-baseline gap-x-12 gap-y-2">
                  <Link
                    to={`${versionsPath(body.class.id, body.term.id)}/${one.version}`}
                    className="link inline-flex items-center max-pane:min-h-44"
                  >
                    {t('versions.nth', { n: one.version })}
                  </Link>
                  <VersionState publication={one} isNewest={place === 0} />
                  <span className="ml-auto text-12 text-ink-3">
                    {t('versions.keptAt', { date: longDate(one.at), by: one.by })}
                  </span>
                </p>
                <VersionFacts publication={one} />
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </>
  );
};

const VersionState = ({ publication, isNewest }: { publication: SheetPublication; isNewest: boolean }) => {
  const { t } = useTranslation('published-sheets');
  if (publication.withdrawn !== null) return <Tag tone="warn">{t('versions.out')}</Tag>;
  return <Tag tone={isNewest ? 'good' : 'line'}>{t(isNewest ? 'versions.current' : 'versions.replaced')}</Tag>;
};

/** How many are in it, what was missing, and why it was withdrawn. */
export const VersionFacts = ({ publication }: { publication: SheetPublication }) => {
  const { t } = useTranslation('published-sheets');
  const { people, missing, showsRank, withdrawn } = publication;
  return (
    <>
      <p className="text-12 text-ink-2">
        {clauses([
          t('versions.people', { n: people }),
          missing === 0 ? null : t('versions.missingCells', { n: missing }),
          t(showsRank ? 'versions.rank' : 'versions.noRank'),
        ])}
      </p>
      {withdrawn === null ? null : (
        <p className="wrap-anywhere text-12 text-warn">
          {t('versions.withdrawn', { date: longDate(withdrawn.at), by: withdrawn.by, why: withdrawn.why })}
        </p>
      )}
    </>
  );
};
