import '#client/features/terms/teams/strings.ts';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { byRank } from '#client/features/terms/model/teams-draft.ts';
import { teamsPath } from '#client/features/terms/model/term-paths.ts';
import { awardText, figureText, rankText } from '#client/features/terms/teams/team-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import type { RankedTeam, TermTeams } from '#contract/terms/teams.ts';
import { LoadedTerm } from './loaded-term.tsx';

const REFRESH_MS = 60_000;
/** From 22 px on a phone to 52 px on a projector's 1920: readable from the back row. */
const BIG = 'text-[clamp(22px,2.7vw,52px)] leading-[1.3]';
const MIDDLE = 'text-[clamp(16px,1.8vw,36px)] leading-[1.3]';
const SMALL = 'text-[clamp(12px,1.15vw,22px)] leading-[1.4]';

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
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-24 gap-y-4 border-line border-b px-[3vw] py-16">
        <h1 className={`font-semibold ${BIG}`}>{t('board.title')}</h1>
        <p className={`text-ink-2 ${MIDDLE}`}>
          {body.class.name} {body.term.name}
        </p>
      </header>
      {body.teams.length === 0 ? (
        <EmptyState className="flex-1" title={t('none')} text={t('noneMentor')} />
      ) : (
        <ol className="flex flex-1 flex-col">
          {byRank(body).map((team) => (
            <BoardRow key={team.name} team={team} />
          ))}
        </ol>
      )}
      <footer className="flex flex-wrap items-center gap-x-12 gap-y-8 border-line border-t px-[3vw] py-10 text-ink-2">
        <span>{body.waiting === 0 ? t('allIn') : t('waiting', { n: body.waiting })}</span>
        <span className="ml-auto">{t('board.at', { at: shortDate(at) })}</span>
        <Button onClick={refresh}>{t('board.refresh')}</Button>
        <ButtonLink to={teamsPath(body.class.id, body.term.id)}>{t('board.leave')}</ButtonLink>
      </footer>
    </>
  );
};

const BoardRow = ({ team }: { team: RankedTeam }) => {
  const { t } = useTranslation('teams');
  return (
    <li className="flex flex-1 flex-wrap items-center gap-x-[3vw] gap-y-8 border-line border-b px-[3vw] py-14 last:border-b-0">
      <b className={`w-[11vw] min-w-110 font-semibold text-accent ${BIG}`}>{rankText(t, team)}</b>
      <span className={`min-w-0 flex-1 basis-220 font-semibold wrap-anywhere ${BIG}`}>
        {team.name}
        {team.measured === 0 || team.measured === team.members.length ? null : (
          <span className={`block font-normal text-ink-3 ${SMALL}`}>
            {t('measured', { n: team.measured, of: team.members.length })}
          </span>
        )}
      </span>
      <dl className="grid grid-cols-[repeat(6,7vw)] gap-y-8 max-side:grid-cols-3 max-side:gap-x-16 max-pane:w-full">
        {team.figures.map((figure) => (
          <div key={figure.id}>
            <dt className={`whitespace-nowrap text-ink-3 ${SMALL}`}>{t(`figure.${figure.id}`)}</dt>
            <dd className={`whitespace-nowrap ${MIDDLE}`}>{figureText(t, figure)}</dd>
          </div>
        ))}
        <div>
          <dt className={`whitespace-nowrap text-ink-3 ${SMALL}`}>{t('table.award')}</dt>
          <dd className={`whitespace-nowrap ${MIDDLE}`}>{awardText(t, team)}</dd>
        </div>
      </dl>
      <span className={`w-[9vw] min-w-84 text-right font-semibold max-pane:text-left ${BIG}`}>
        <span className={`block font-normal text-ink-3 ${SMALL}`}>{t('table.score')}</span>
        {team.score === null ? t('noFigure') : marks(team.score)}
      </span>
    </li>
  );
};
