import './strings.ts';
import { Download, Pencil } from 'lucide-react';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { classPath, sideFormPath, sideRulesPath, termPath } from '#client/features/terms/model/term-paths.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SidesRow, TermSides } from '#contract/terms/sides.ts';
import { ComparedTable } from './compared-table.tsx';
import { farIn, missingIn, SIDES } from './side-words.ts';
import { SidesStateStrip } from './sides-state-strip.tsx';

/** 三方评价 of a term: who differs most first, who hasn't answered, each trainee's three marks beside each other. */
export const SidesPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('sides');
  useTitle(t('title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/sides', { id, term })} title={t('title')}>
          {(body, refresh) => <SidesView body={body} mayWrite={isTeacher(role)} refresh={refresh} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

const SidesView = ({ body, mayWrite, refresh }: { body: TermSides; mayWrite: boolean; refresh: () => void }) => {
  const { t } = useTranslation('sides');
  const { term, rows, state } = body;
  const where = { id: body.class.id, term: term.id };
  return (
    <>
      <BackLink to={termPath(where.id, where.term)}>{term.name}</BackLink>
      <header className="mb-12 flex flex-wrap items-center gap-8">
        <div className="mr-8 min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('title')}</h1>
          <p className="text-12 text-ink-3">{clauses([body.class.name, t('about')])}</p>
        </div>
        {rows.length === 0 || body.visiting === true ? null : (
          <Button
            onClick={async () => {
              const path = pathTo('GET /api/classes/:id/terms/:term/sides.xlsx', where);
              const refusal = await download(path, 'sides.xlsx');
              if (refusal !== null) showToast(refusal, 'bad');
            }}
          >
            <Download size={14} aria-hidden="true" />
            {t('export')}
          </Button>
        )}
        {mayWrite && state === 'going' ? (
          <ButtonLink to={sideRulesPath(where.id, where.term)}>
            <Pencil size={14} aria-hidden="true" />
            {t('rules.open')}
          </ButtonLink>
        ) : null}
      </header>
      {rows.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('nobody')}
            text={t('nobodyText')}
            action={<ButtonLink to={classPath(where.id)}>{t('ui:toClass')}</ButtonLink>}
          />
        </Panel>
      ) : (
        <>
          <SidesStateStrip body={body} mayWrite={mayWrite} refresh={refresh} />
          <Missing body={body} />
          <ul className="grid grid-cols-2 items-start gap-12 max-wide:grid-cols-1">
            {rows.map((row) => (
              <li key={row.person}>
                <Card body={body} row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** Who hasn't answered, by side. */
const Missing = ({ body: { rows, mentors } }: { body: TermSides }) => {
  const { t } = useTranslation('sides');
  const lines = SIDES.flatMap((side) => {
    const names = rows.filter((row) => missingIn(row, mentors).includes(side)).map(({ name }) => name);
    return names.length === 0 ? [] : [{ side, names }];
  });
  return (
    <Panel className="mb-12">
      <section aria-label={t('missing.title')} className="px-14 py-8">
        {lines.length === 0 ? <p>{t('missing.none')}</p> : null}
        {lines.map(({ side, names }) => (
          <p key={side} className="wrap-anywhere">
            <b>{t('missing.of', { side: t(`side.${side}`), n: names.length, of: rows.length })}</b>{' '}
            <span className="text-ink-2">{clauses(names)}</span>
          </p>
        ))}
        {mentors ? null : <p className="text-12 text-ink-3">{t('noMentor')}</p>}
      </section>
    </Panel>
  );
};

const Card = ({ body, row }: { body: TermSides; row: SidesRow }) => {
  const { t } = useTranslation('sides');
  const far = farIn(row);
  const own = row.sides[body.side];
  return (
    <Panel>
      <div className="flex flex-wrap items-center gap-8 bg-soft px-14 py-8">
        <h2 className="min-w-0 flex-1 basis-120 font-semibold wrap-anywhere">{clauses([row.no, row.name])}</h2>
        {far === 0 ? null : <Tag tone="warn">{t('far', { n: far })}</Tag>}
        {body.state === 'going' ? (
          <ButtonLink
            kind={own.state === 'none' ? 'primary' : 'plain'}
            to={sideFormPath(body.class.id, body.term.id, row.person)}
          >
            {t(own.state === 'none' ? 'fillIn' : 'changeOwn')}
            <span className="sr-only">{row.name}</span>
          </ButtonLink>
        ) : null}
      </div>
      <ComparedTable
        caption={t('caption', { name: row.name })}
        indicators={body.indicators}
        compared={row}
        mentors={body.mentors}
      />
    </Panel>
  );
};
