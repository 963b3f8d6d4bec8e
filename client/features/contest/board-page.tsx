import './strings.ts';
import { Link, useParams } from 'react-router';
import { firstText, phaseNow, phaseWords, ruleLines, totalText } from '#client/features/contest/model/contest-words.ts';
import { useBoard } from '#client/features/contest/model/use-board.ts';
import { useServerNow } from '#client/features/contest/model/use-now.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ContestBoard, ContestRow, ContestTeam } from '#contract/contests/board.ts';
import { BoardLead } from './board-lead.tsx';

/** From a phone to a projector's 1920. As styles: classes of this page alone would stand in everybody's stylesheet. */
const BIG = { fontSize: 'clamp(20px, 2.4vw, 46px)', lineHeight: 1.25 };
const MIDDLE = { fontSize: 'clamp(15px, 1.5vw, 30px)', lineHeight: 1.3 };
const SMALL = { fontSize: 'clamp(12px, 1vw, 20px)', lineHeight: 1.4 };
const SIDES = { paddingInline: 'max(14px, 3vw)' };

/** For the projector and every phone in the hall: the board as everybody may see it. */
export const BoardPage = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('contest');
  const { loaded, isStale, refresh } = useBoard(id);
  useTitle(loaded.state === 'ready' ? loaded.value.contest.name : t('board.title'));
  return (
    <main className="flex min-h-dvh flex-col bg-surface">
      {loaded.state === 'loading' ? (
        <Skeleton>
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[40%]" />
            <SkeletonBar className="w-[70%]" />
          </div>
        </Skeleton>
      ) : loaded.state === 'failed' ? (
        <LoadFailed title={t('board.failed')} error={loaded.error} onRetry={refresh} />
      ) : (
        <Board board={loaded.value} isStale={isStale} refresh={refresh} />
      )}
    </main>
  );
};

const Board = ({ board, isStale, refresh }: { board: ContestBoard; isStale: boolean; refresh: () => void }) => {
  const { t } = useTranslation('contest');
  const now = useServerNow(board.now);
  const { contest, rows, teams, unveiled } = board;
  const phase = phaseNow(board, now);
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-24 gap-y-4 border-line border-b py-14" style={SIDES}>
        <h1 className="font-semibold wrap-anywhere" style={BIG}>
          {contest.name}
        </h1>
        <p className="text-ink-2" style={MIDDLE}>
          {t('board.host', { host: contest.host })}
        </p>
        <p className="ml-auto font-semibold text-accent max-pane:ml-0" style={MIDDLE} role="status">
          {phaseWords(t, phase, contest, now)}
        </p>
      </header>
      {isStale ? <Notice tone="warn">{t('board.stale')}</Notice> : null}
      {phase === 'frozen' || phase === 'closed' ? (
        <Notice tone="warn">{t(`board.${phase}`, { n: contest.freezeMinutes })}</Notice>
      ) : null}
      {phase === 'unveiling' && unveiled !== null ? (
        <Notice>{t('board.unveiling', { done: unveiled.done, of: unveiled.of })}</Notice>
      ) : null}
      <BoardLead lead={board.lead} style={{ ...SIDES, ...MIDDLE }} />
      <div className="flex flex-wrap">
        <section aria-label={t('board.rows')} className="border-line border-r" style={{ flex: '2 1 420px' }}>
          <h2 className="border-line border-b py-6 text-ink-3" style={{ ...SIDES, ...SMALL }}>
            {t('board.rows')}
          </h2>
          {rows.length === 0 ? (
            <EmptyState
              title={t(board.unlisted === 0 ? 'board.empty' : 'board.nobodyListed')}
              text={t(board.unlisted === 0 ? 'board.emptyText' : 'board.nobodyListedText')}
            />
          ) : (
            <ol>
              {rows.map((row) => (
                <BoardRow key={row.key} contest={contest.id} row={row} unveiling={phase === 'unveiling'} />
              ))}
            </ol>
          )}
        </section>
        <section aria-label={t('board.teams')} style={{ flex: '1 1 280px' }}>
          <h2 className="border-line border-b py-6 text-ink-3" style={{ ...SIDES, ...SMALL }}>
            {phase === 'unveiling' ? t('board.teamsFrozen') : t('board.teams')}
          </h2>
          {teams.length === 0 ? (
            <EmptyState title={t('board.empty')} text={t('board.emptyText')} />
          ) : (
            <ol>
              {teams.map((team) => (
                <BoardTeam key={team.key} team={team} />
              ))}
            </ol>
          )}
        </section>
      </div>
      <footer className="mt-auto border-line border-t py-10 text-ink-2" style={SIDES}>
        <ul className="flex flex-wrap gap-x-10" style={SMALL}>
          {ruleLines(t, contest).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="mt-6 flex flex-wrap items-center gap-x-12 gap-y-6" style={SMALL}>
          <span>{t('board.people', { entered: board.entered, playing: board.playing })}</span>
          {board.unlisted === 0 ? null : <span>{t('board.unlisted', { n: board.unlisted })}</span>}
          <Button size="s" className="ml-auto" onClick={refresh}>
            {t('ui:refresh')}
          </Button>
        </p>
      </footer>
    </>
  );
};

const BoardRow = ({ contest, row, unveiling }: { contest: string; row: ContestRow; unveiling: boolean }) => {
  const { t } = useTranslation('contest');
  const isHeld = unveiling && !row.told;
  return (
    <li
      className="flex flex-wrap items-baseline gap-x-16 gap-y-2 border-line border-b py-8"
      style={{ ...SIDES, ...(row.mine ? { background: 'var(--color-tint)' } : {}) }}
    >
      <b
        className={isHeld ? 'font-semibold text-ink-3' : 'font-semibold text-accent'}
        style={{ ...BIG, minWidth: '1.8em' }}
      >
        {isHeld ? t('hidden') : row.place}
      </b>
      <span className="min-w-0 flex-1 font-semibold wrap-anywhere" style={BIG}>
        {row.label}
        <span className="block font-normal text-ink-3" style={SMALL}>
          {row.from === undefined ? row.team : t('teamFrom', { team: row.team, host: row.from })}
          {row.listed ? null : ` ${t('board.notListed')}`}
          {row.replay ? (
            <Link className="ml-8 text-accent underline" to={`/contests/${contest}/replays/${row.key}/0`}>
              {t('watch')}
            </Link>
          ) : null}
          {row.name === undefined ? null : <span className="ml-8 text-ink-2">{row.name}</span>}
        </span>
      </span>
      <span className="text-right" style={SMALL}>
        <b className={isHeld ? 'block font-semibold text-ink-3' : 'block font-semibold'} style={BIG}>
          {totalText(row)}
        </b>
        <span className="text-ink-3">
          {isHeld ? t('asFrozen') : t('ties', { red: row.redLines, first: firstText(t, row), rounds: row.rounds })}
        </span>
      </span>
    </li>
  );
};

const BoardTeam = ({ team }: { team: ContestTeam }) => {
  const { t } = useTranslation('contest');
  return (
    <li
      className="flex items-baseline gap-x-12 border-line border-b py-8"
      style={{ ...SIDES, ...(team.mine ? { background: 'var(--color-tint)' } : {}) }}
    >
      <b className="font-semibold text-accent" style={{ ...MIDDLE, minWidth: '1.6em' }}>
        {team.place}
      </b>
      <span className="min-w-0 flex-1 wrap-anywhere" style={MIDDLE}>
        {team.team}
        <span className="block text-ink-3" style={SMALL}>
          {t('teamOf', { of: team.of, people: team.people })}
        </span>
      </span>
      <b className="font-semibold" style={MIDDLE}>
        {totalText(team)}
      </b>
    </li>
  );
};
