import './strings.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Codes } from '#client/features/contest/host/codes.tsx';
import { Entries } from '#client/features/contest/host/entries.tsx';
import { MergedFiles } from '#client/features/contest/host/merged-files.tsx';
import { Unveiling } from '#client/features/contest/host/unveiling.tsx';
import { phaseNow, phaseWords, ruleLines } from '#client/features/contest/model/contest-words.ts';
import { useServerNow } from '#client/features/contest/model/use-now.ts';
import { copyText } from '#client/lib/copy-text.ts';
import { dueMoment } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useRefreshEvery } from '#client/lib/hooks/use-refresh-every.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ContestBody } from '#contract/contests/contests.ts';
import { RowsTable, TeamsTable } from './board-tables.tsx';

/** A contest as its host and the schools in it work with it. */
export const ContestPage = () => {
  const { id = '' } = useParams();
  return <OnlyFor who="staff">{(person) => <Contest key={id} id={id} mayWrite={isTeacher(person.role)} />}</OnlyFor>;
};

const Contest = ({ id, mayWrite }: { id: string; mayWrite: boolean }) => {
  const { t } = useTranslation('contest');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/contests/:contest', { contest: id }));
  useTitle(loaded.state === 'ready' ? loaded.value.name : t('list.title'));
  if (loaded.state === 'failed')
    return (
      <Panel>
        <LoadFailed title={t('page.failed')} error={loaded.error} onRetry={reload} />
      </Panel>
    );
  if (loaded.state === 'loading')
    return (
      <Panel className="p-24">
        <Skeleton>
          <SkeletonBar className="w-[46%]" />
        </Skeleton>
      </Panel>
    );
  return <LoadedContest body={loaded.value} mayWrite={mayWrite} refresh={refresh} />;
};

/** The board of those who hold it is as fresh as the public one. */
const REFRESH_MS = 5_000;

type Props = { body: ContestBody; mayWrite: boolean; refresh: () => void };

const LoadedContest = ({ body, mayWrite, refresh }: Props) => {
  const { t } = useTranslation('contest');
  const { board, rules, host } = body;
  const now = useServerNow(board.now);
  const phase = phaseNow(board, now);
  useRefreshEvery(REFRESH_MS, refresh);
  const isOver = phase === 'closed' || phase === 'unveiling' || phase === 'told';
  return (
    <>
      <header className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18 wrap-anywhere">{body.name}</h1>
          <p className="text-ink-2" role="status">
            {t('page.status', { host: board.contest.host, phase: phaseWords(t, phase, board.contest, now) })}
          </p>
        </div>
        <Button onClick={refresh}>{t('ui:refresh')}</Button>
        <ButtonLink to={`/contests/${body.id}/board`}>{t('page.project')}</ButtonLink>
      </header>
      <Panel className="grid gap-10 px-18 py-14 max-pane:px-14">
        <p>
          {t('page.window', { opens: dueMoment(rules.opensAt, now), closes: dueMoment(rules.closesAt, now) })}
          {rules.freezeMinutes > 0 ? t('page.freeze', { n: rules.freezeMinutes }) : ''}
          {t(rules.lateEntry ? 'page.late' : 'page.noLate')}
        </p>
        <p>{t('page.cases', { cases: body.titles.join(t('join')) })}</p>
        {host === null ? null : <p className="text-12 text-ink-2">{t('page.seed', { seed: rules.seed })}</p>}
        <ul className="grid list-disc gap-2 pl-18 text-ink-2">
          {ruleLines(t, board.contest).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
      <Entries body={body} mayWrite={mayWrite} onChanged={refresh} />
      {host !== null ? (
        <Codes body={body} codes={host.codes} mayWrite={mayWrite && !isOver} onChanged={refresh} />
      ) : null}
      {host !== null && isOver && phase !== 'told' && mayWrite ? (
        <Unveiling body={body} settled={host.settled} onChanged={refresh} />
      ) : null}
      <Boards body={body} />
      {isOver ? <Files body={body} mayWrite={mayWrite} onChanged={refresh} /> : null}
    </>
  );
};

const Boards = ({ body }: { body: ContestBody }) => {
  const { t } = useTranslation('contest');
  const { board, host } = body;
  // The host sees how it stands while the public board stands still.
  const isHidden = host !== null && board.phase !== 'told' && board.phase !== 'before' && board.phase !== 'open';
  const shown = host !== null && board.phase !== 'before' ? host.live : board;
  return (
    <>
      <SectionHeader
        title={t('board.rows')}
        note={t('board.people', { entered: board.entered, playing: board.playing })}
      />
      {isHidden ? <Notice tone="warn">{t('page.hostOnly')}</Notice> : null}
      <Panel>
        <RowsTable
          rows={shown.rows}
          replayOf={board.phase === 'told' ? ({ key }) => `/contests/${body.id}/replays/${key}/0` : undefined}
        />
      </Panel>
      <SectionHeader title={t('board.teams')} />
      <Panel>
        <TeamsTable teams={shown.teams} />
      </Panel>
    </>
  );
};

const Files = ({ body, mayWrite, onChanged }: { body: ContestBody; mayWrite: boolean; onChanged: () => void }) => {
  const { t } = useTranslation('contest');
  const [copied, setCopied] = useState(false);
  const mayLoad = body.host !== null || body.board.phase === 'told';
  return (
    <>
      <SectionHeader title={t('files.title')} note={t('files.note')} />
      <Panel className="grid gap-12 px-18 py-14 max-pane:px-14">
        {mayLoad ? (
          <p className="flex flex-wrap gap-8">
            <a
              className="text-accent underline"
              href={pathTo('GET /api/contests/:contest/board.xlsx', { contest: body.id })}
            >
              {t('files.xlsx')}
            </a>
            <a
              className="text-accent underline"
              href={pathTo('GET /api/contests/:contest/results.json', { contest: body.id })}
            >
              {t('files.json')}
            </a>
          </p>
        ) : (
          <p className="text-ink-2">{t('files.later')}</p>
        )}
        <p className="text-12 text-ink-2">
          {t('files.fingerprint')}{' '}
          <button
            type="button"
            className="break-all font-semibold text-ink"
            onClick={() => {
              void copyText(body.fingerprint).then(setCopied);
            }}
          >
            {body.fingerprint}
          </button>{' '}
          {copied ? t('files.copied') : ''}
        </p>
        {body.host !== null ? (
          <MergedFiles body={body} merged={body.host.merged} mayWrite={mayWrite} onChanged={onChanged} />
        ) : null}
      </Panel>
    </>
  );
};
