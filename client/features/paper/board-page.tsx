import './strings.ts';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useRefreshEvery } from '#client/lib/hooks/use-refresh-every.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tab, TabList, TabPanel, Tabs } from '#client/ui/controls/tabs.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { PanelSkeleton } from '#client/ui/layout/panel-skeleton.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { PaperBoard } from '#contract/papers/papers.ts';
import { BoardAsking } from './board-asking.tsx';
import { BoardHead } from './board-head.tsx';
import { ItemTable } from './item-table.tsx';
import { SeatTable } from './seat-table.tsx';

/** While somebody sits the paper the board is read anew this often; afterwards it is for a ruling or a publishing elsewhere. */
const REFRESH_MS = 4000;
const REFRESH_OVER_MS = 20_000;

/** A paper as its teacher sees it: who sits it, and once it is over what came of it. */
export const PaperBoardPage = () => {
  const { id = '' } = useParams();
  return (
    <OnlyFor who="staff">{(person) => <LoadedBoard key={id} id={id} mayWrite={isTeacher(person.role)} />}</OnlyFor>
  );
};

const LoadedBoard = ({ id, mayWrite }: { id: string; mayWrite: boolean }) => {
  const { t } = useTranslation('paper');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/paper', { id }));
  const board = loaded.state === 'ready' ? loaded.value : null;
  useTitle(board?.run.name ?? t('title'));
  const every = board?.over === true ? REFRESH_OVER_MS : REFRESH_MS;
  useRefreshEvery(every, refresh);
  if (board?.run.isPart === true) return <Navigate to={`/exams/runs/${id}`} replace />;
  if (board !== null) return <Board board={board} mayChange={mayWrite && !board.run.ended} refresh={refresh} />;
  return (
    <Panel>
      <h1 className="sr-only">{t('title')}</h1>
      {loaded.state === 'failed' ? (
        loaded.error.code === 'unknown-run' || loaded.error.code === 'paper-none' ? (
          <EmptyState title={t('board.unknown')} text={t('board.unknownText')} />
        ) : (
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        )
      ) : (
        <PanelSkeleton />
      )}
    </Panel>
  );
};

type Props = { board: PaperBoard; mayChange: boolean; refresh: () => void };

const Board = ({ board, mayChange, refresh }: Props) => {
  const { t } = useTranslation('paper');
  const [tab, setTab] = useState('seats');
  const { error, send } = useSubmit();
  const give = (id: string, percent: number) =>
    void send(() => call('POST /api/seats/:id/extra-time', { id }, { percent })).then(refresh);
  return (
    <>
      <BoardHead board={board} mayChange={mayChange} refresh={refresh} />
      {mayChange ? <BoardAsking seats={board.seats.filter(({ asking }) => asking)} refresh={refresh} /> : null}
      <Refused error={error} className="mb-10" />
      <Panel>
        <Tabs value={tab} onChange={setTab}>
          <TabList label={t('board.tabs')}>
            <Tab value="seats">{t('board.seats')}</Tab>
            <Tab value="items">{t('board.items')}</Tab>
          </TabList>
          <TabPanel value="seats">
            {board.seats.length === 0 ? (
              <EmptyState title={t('board.nobody')} text={t('board.nobodyText')} />
            ) : (
              <SeatTable board={board} {...(mayChange && !board.over && { onExtra: give })} />
            )}
          </TabPanel>
          <TabPanel value="items">
            <ItemTable board={board} />
          </TabPanel>
        </Tabs>
      </Panel>
    </>
  );
};
