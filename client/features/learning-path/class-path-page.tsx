import './strings.ts';
import { ArrowLeft, Download } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { percent } from '#client/lib/format.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ClassPath, StageRule } from '#contract/practice/learning-path.ts';
import { ClassRow } from './class-row.tsx';
import { LoadedPath } from './loaded-path.tsx';

/** A class on the learning path, for its staff: how many are in each stage, and who is held up by what. */
export const ClassPathPage = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('learning-path');
  useTitle(t('class.title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedPath path={pathTo('GET /api/classes/:id/path', { id })} title={t('class.title')}>
          {(body, refresh) => <ClassView body={body} refresh={refresh} mayEdit={isTeacher(role)} />}
        </LoadedPath>
      )}
    </OnlyFor>
  );
};

type Props = { body: ClassPath; refresh: () => void; mayEdit: boolean };

const ClassView = ({ body, refresh, mayEdit }: Props) => {
  const { t } = useTranslation('learning-path');
  return (
    <>
      <Link
        to={`/classes/${encodeURIComponent(body.class.id)}`}
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {body.class.name}
      </Link>
      <header className="mb-12 flex flex-wrap items-center gap-x-16 gap-y-8">
        <h1 className="min-w-0 flex-1 font-semibold text-18">{t('class.title')}</h1>
        {mayEdit ? <ButtonLink to="/path/settings">{t('settings.title')}</ButtonLink> : null}
        <SaveButton id={body.class.id} />
      </header>
      <Panel className="mb-12">
        <ol>
          {body.rules.map((stage, place) => (
            <li key={stage.id} className="border-line border-b px-16 py-8 last:border-b-0 max-pane:px-14">
              <StageLine body={body} stage={stage} place={place} />
            </li>
          ))}
        </ol>
      </Panel>
      <p className="mb-8 text-12 text-ink-2">{t('class.counts')}</p>
      <Panel>
        <ul>
          {body.rows.map((row) => (
            <li key={row.person} className="border-line border-b px-16 py-8 last:border-b-0 max-pane:px-14">
              <ClassRow row={row} onChanged={refresh} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
};

const StageLine = ({ body: { rows, shares }, stage, place }: { body: ClassPath; stage: StageRule; place: number }) => {
  const { t } = useTranslation('learning-path');
  const here = rows.filter(({ current }) => current === place).length;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-12">
        <b>{t('stage', { no: place + 1, name: stage.name })}</b>
        <span className="tabular-nums">{t('class.here', { n: here })}</span>
      </p>
      {stage.conditions.map(({ id, name, share }) => {
        const own = shares.find(({ condition }) => condition === id);
        if (own === undefined || own.of === 0) return null;
        const reached = Math.round((100 * own.met) / own.of);
        return (
          <p key={id} className="text-12 text-ink-2 tabular-nums">
            {t('class.share', { name, met: own.met, of: own.of, percent: percent(reached) })}
            {share === null ? null : t('class.shareNeeds', { percent: percent(share) })}
          </p>
        );
      })}
    </>
  );
};

const SaveButton = ({ id }: { id: string }) => {
  const { t } = useTranslation('learning-path');
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const refused = await download(pathTo('GET /api/classes/:id/path.xlsx', { id }), 'path.xlsx');
    setIsBusy(false);
    if (refused !== null) showToast(t('class.fileFailed', { why: refused }), 'bad');
  };
  return (
    <Button disabled={isBusy} onClick={() => void save()}>
      <Download size={16} aria-hidden="true" />
      {t('class.file')}
    </Button>
  );
};
