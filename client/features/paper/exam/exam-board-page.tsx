import './strings.ts';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useRefreshEvery } from '#client/lib/hooks/use-refresh-every.ts';
import { useSeatAnswers } from '#client/lib/hooks/use-seat-answers.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined } from '#client/lib/listed.ts';
import { Tab, TabList, TabPanel, Tabs } from '#client/ui/controls/tabs.tsx';
import { AskingDevices } from '#client/ui/layout/asking-devices.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { PanelSkeleton } from '#client/ui/layout/panel-skeleton.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ExamBoard } from '#contract/exams/parts.ts';
import { ExamBoardHead } from './exam-board-head.tsx';
import { ExamItems } from './exam-items.tsx';
import { ExamSeatTable } from './exam-seat-table.tsx';

/** A class of 45 is read anew in a fifth of a second. */
const REFRESH_MS = 6000;

/** An exam as its teacher sees it: seats and parts, the whole, and what was noted. */
export const ExamBoardPage = () => {
  const { id = '' } = useParams();
  return (
    <OnlyFor who="staff">{(person) => <LoadedBoard key={id} id={id} mayWrite={isTeacher(person.role)} />}</OnlyFor>
  );
};

const LoadedBoard = ({ id, mayWrite }: { id: string; mayWrite: boolean }) => {
  const { t } = useTranslation('exams');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/exam', { id }));
  const board = loaded.state === 'ready' ? loaded.value : null;
  useTitle(board?.run.name ?? t('title'));
  useRefreshEvery(REFRESH_MS, refresh);
  if (board !== null) return <Board board={board} mayChange={mayWrite} refresh={refresh} />;
  return (
    <Panel>
      <h1 className="sr-only">{t('title')}</h1>
      {loaded.state !== 'failed' ? (
        <PanelSkeleton />
      ) : loaded.error.code === 'unknown-run' || loaded.error.code === 'exam-none' ? (
        <EmptyState title={t('board.unknown')} text={t('board.unknownText')} />
      ) : (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};

type Props = { board: ExamBoard; mayChange: boolean; refresh: () => void };

const Board = ({ board, mayChange, refresh }: Props) => {
  const { t } = useTranslation('exams');
  const { isBusy, error, answer } = useSeatAnswers(refresh);
  const { of, resits } = board;
  const [tab, setTab] = useState('seats');
  const table = <ExamSeatTable board={board} mayChange={mayChange && !board.run.ended} refresh={refresh} />;
  return (
    <>
      <ExamBoardHead board={board} mayChange={mayChange} refresh={refresh} />
      {mayChange ? (
        <AskingDevices
          seats={board.seats
            .filter(({ asking }) => asking)
            .map(({ seat, name }) => ({ seat, text: t('asking.text', { name }) }))}
          words={{ yes: t('asking.yes'), no: t('asking.no') }}
          isBusy={isBusy}
          error={error}
          onAnswer={(seat, isAllowed) => void answer(seat, isAllowed)}
        />
      ) : null}
      {of === null ? null : (
        <p className="mb-10">
          <Link to={`/exams/runs/${of.run}`}>{t('board.of', { name: of.name })}</Link>
        </p>
      )}
      <Waiting board={board} />
      <Panel>
        {board.parts.some(({ kind }) => kind === 'paper') ? (
          <Tabs value={tab} onChange={setTab}>
            <TabList label={t('board.tabs')}>
              <Tab value="seats">{t('board.seats')}</Tab>
              <Tab value="answers">{t('board.answers')}</Tab>
              <Tab value="items">{t('board.items')}</Tab>
            </TabList>
            <TabPanel value="seats">{table}</TabPanel>
            <TabPanel value="answers">
              <ExamItems run={board.run.id} shows="seats" />
            </TabPanel>
            <TabPanel value="items">
              <ExamItems run={board.run.id} shows="items" />
            </TabPanel>
          </Tabs>
        ) : (
          table
        )}
      </Panel>
      <p className="mt-8 text-12 text-ink-3">
        {joined([
          t('mark.rounding'),
          t('mark.marks', { pass: board.run.pass, excellent: board.run.excellent }),
          board.run.each ? t('mark.each', { pass: board.run.pass }) : '',
          resits.length === 0 ? '' : t(`mark.counts.${board.run.counts}`),
        ])}
      </p>
      {resits.length === 0 ? null : (
        <section aria-label={t('board.resits')} className="mt-16">
          <h2 className="mb-6 font-semibold">{t('board.resits')}</h2>
          <Panel>
            <ul>
              {resits.map(({ run, name, seats, publishedAt }) => (
                <li key={run} className="flex items-center gap-12 border-line border-b px-16 py-10 last:border-b-0">
                  <Link to={`/exams/runs/${run}`}>{t('board.resitRow', { name, n: seats })}</Link>
                  {publishedAt === null ? null : <Tag tone="good">{t('board.resitPublished')}</Tag>}
                </li>
              ))}
            </ul>
          </Panel>
        </section>
      )}
    </>
  );
};

/** Appeals that wait: about the customers' reports, where they are answered one by one, the paper's questions, and typing. */
const Waiting = ({ board: { run, appeals, seats } }: { board: ExamBoard }) => {
  const { t } = useTranslation('exams');
  if (appeals.reports + appeals.paper + appeals.typing === 0) return null;
  return (
    <p className="mb-10 flex flex-wrap gap-x-16 gap-y-6">
      {appeals.reports === 0 ? null : (
        <Link className="link" to={`/runs/${run.id}/results?appeals`}>
          {t('board.appeals', { n: appeals.reports })}
        </Link>
      )}
      {appeals.paper === 0 ? null : (
        <Link className="link" to={`/runs/${run.id}/paper/${seats.find((seat) => seat.paperAppeals > 0)?.seat ?? ''}`}>
          {t('board.paperAppeals', { n: appeals.paper })}
        </Link>
      )}
      {appeals.typing === 0 ? null : (
        <Link className="link" to={`/exams/seats/${seats.find(({ typing }) => typing.waits)?.seat ?? ''}/typing/read`}>
          {t('board.typingAppeals', { n: appeals.typing })}
        </Link>
      )}
    </p>
  );
};
