import '#client/features/terms/teams/strings.ts';
import { useCallback, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { byRank } from '#client/features/terms/model/teams-draft.ts';
import { teamsPath } from '#client/features/terms/model/term-paths.ts';
import { stageOf, stepIn, stepsOf, type TeamStage } from '#client/features/terms/model/unveiling.ts';
import { BoardPeople } from '#client/features/terms/teams/board-people.tsx';
import { BIG, MIDDLE, SIDES, SMALL } from '#client/features/terms/teams/board-sizes.ts';
import { ShopMark } from '#client/features/terms/teams/shop-mark.tsx';
import { awardText, figureText, rankText } from '#client/features/terms/teams/team-words.ts';
import { UnveilControls } from '#client/features/terms/teams/unveil-controls.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useRefreshEvery } from '#client/lib/hooks/use-refresh-every.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import type { RankedTeam, TermTeams } from '#contract/terms/teams.ts';
import { LoadedTerm } from './loaded-term.tsx';

const REFRESH_MS = 60_000;
/** In the address, so that a page loaded anew tells no more than it had. */
const STEP = 'told';
/** For the projector: the teams by rank, and nobody's own figures. Read anew every minute while it is in sight. */
export const TeamsBoardPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('teams');
  useTitle(t('board.title'));
  return (
    <main className="flex min-h-dvh flex-col bg-surface max-pane:px-14">
      <OnlyFor who="staff">
        {() => (
          <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/teams', { id, term })} title={t('board.title')}>
            {(body, refresh) => <Board body={body} refresh={refresh} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </main>
  );
};

const Board = ({ body, refresh }: { body: TermTeams; refresh: () => void }) => {
  const { t } = useTranslation('teams');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time at which this answer came
  const at = useMemo(() => Date.now(), [body]);
  const [search, setSearch] = useSearchParams();
  const ranked = body.teams.filter(({ rank }) => rank !== null).length;
  const step = stepIn(search.get(STEP), ranked);
  const isTelling = step !== null;
  const goTo = useCallback(
    (next: number | null) => setSearch(next === null ? {} : { [STEP]: String(next) }, { replace: true }),
    [setSearch],
  );
  useRefreshEvery(isTelling ? null : REFRESH_MS, refresh);
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-24 gap-y-4 border-line border-b py-16" style={SIDES}>
        <h1 className="font-semibold" style={BIG}>
          {t('board.title')}
        </h1>
        <p className="text-ink-2" style={MIDDLE}>
          {body.class.name} {body.term.name}
        </p>
      </header>
      {body.teams.length === 0 ? (
        <EmptyState className="flex-1" title={t('none')} text={t('noneMentor')} />
      ) : (
        <ol className="flex flex-1 flex-col">
          {byRank(body).map((team, index) => (
            <BoardRow key={team.name} team={team} stage={team.rank === null ? 'told' : stageOf(index, ranked, step)} />
          ))}
        </ol>
      )}
      {isTelling && step < stepsOf(ranked) ? null : <BoardPeople people={body.people} />}
      <footer
        className="flex flex-wrap items-center gap-x-12 gap-y-8 border-line border-t py-10 text-ink-2"
        style={SIDES}
      >
        <span className="w-full" style={SMALL}>
          {t('board.ties')}
        </span>
        <span>{body.waiting === 0 ? t('allIn') : t('waiting', { n: body.waiting })}</span>
        <span className="ml-auto">{isTelling ? t('unveil.going') : t('board.at', { at: shortDate(at) })}</span>
        <UnveilControls step={step} ranked={ranked} onStep={goTo} />
        {isTelling ? null : <Button onClick={refresh}>{t('ui:refresh')}</Button>}
        <ButtonLink to={teamsPath(body.class.id, body.term.id)}>{t('board.leave')}</ButtonLink>
      </footer>
    </>
  );
};

const BoardRow = ({ team, stage }: { team: RankedTeam; stage: TeamStage }) => {
  const { t } = useTranslation('teams');
  const isTold = stage === 'told';
  const hidden = t('unveil.hidden');
  return (
    <li
      className="flex flex-1 flex-wrap items-center gap-y-8 border-line border-b py-14 last:border-b-0"
      style={{ ...SIDES, columnGap: '3vw' }}
    >
      <b className="font-semibold text-accent" style={{ ...BIG, width: 'max(110px, 11vw)' }}>
        {rankText(t, team)}
      </b>
      <span className="min-w-0 flex-1 basis-240 font-semibold wrap-anywhere" style={BIG}>
        <span className="-ml-8 flex flex-wrap items-baseline">
          <span className={cx('ml-8', !isTold && 'text-ink-3')}>{isTold ? team.name : hidden}</span>
          {isTold && team.shop !== undefined ? <ShopMark shop={team.shop} team={team.name} /> : null}
        </span>
        {!isTold || team.measured === 0 || team.measured === team.members.length ? null : (
          <span className="block font-normal text-ink-3" style={SMALL}>
            {t('measured', { n: team.measured, of: team.members.length })}
          </span>
        )}
      </span>
      <dl
        className="grid grid-cols-5 gap-x-16 gap-y-8 max-side:grid-cols-3"
        // As wide in every row, whatever stands in it: the columns are one below the other.
        style={{ width: 'max(min(100%, 560px), 48vw)' }}
      >
        {team.figures.map((figure) => (
          <div key={figure.id}>
            <dt className="whitespace-nowrap text-ink-3" style={SMALL}>
              {t(`figure.${figure.id}`)}
            </dt>
            <dd className="whitespace-nowrap" style={MIDDLE}>
              {stage === 'hidden' ? hidden : figureText(t, figure)}
            </dd>
          </div>
        ))}
        <div>
          <dt className="whitespace-nowrap text-ink-3" style={SMALL}>
            {t('table.award')}
          </dt>
          <dd className="whitespace-nowrap" style={MIDDLE}>
            {isTold ? awardText(t, team) : hidden}
          </dd>
        </div>
      </dl>
      <span className="text-right font-semibold max-pane:text-left" style={{ ...BIG, minWidth: 'max(84px, 9vw)' }}>
        <span className="block font-normal text-ink-3" style={SMALL}>
          {t('table.score')}
        </span>
        {stage === 'hidden' ? hidden : team.score === null ? t('noFigure') : marks(team.score)}
      </span>
    </li>
  );
};
