import { Drama } from 'lucide-react';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { SeatBody } from '#contract/runs.ts';
import type { SeatPlay, SeatRolePlay } from '#contract/together/role-plays.ts';
import { SeatReports } from './seat-reports.tsx';
import { StateCard } from './state-card.tsx';
import { LessonBrief } from './this-lesson.tsx';
import { TryAgain } from './try-again.tsx';

type Props = { body: SeatBody; rolePlay: SeatRolePlay };

/** Who plays for whom, round by round, and the way to the desk and to the card (RULES J106). */
export const RolePlayCard = ({ body, rolePlay: { parts } }: Props) => {
  const { t } = useTranslation('join');
  const current = parts.findIndex(({ state }) => state !== 'over');
  const isServed = parts.some(({ part, state }) => part === 'serve' && state === 'over');
  return (
    <>
      <StateCard title={t('rolePlay.title')}>
        <ol className="grid basis-full gap-10">
          {parts.map((one, at) => {
            const mateIn = at === current && one.state === 'waits' ? one.mateIn : null;
            return (
              <li key={one.part} className="flex flex-wrap items-center gap-8 border-line border-b pb-10">
                <p className="flex-1 basis-240">
                  {parts.length === 1 ? null : <b className="mr-6">{t('rolePlay.round', { n: one.round })}</b>}
                  {sentence(t, one)}
                  <span className="ml-6 text-12 text-ink-3">
                    {mateIn === null || one.mate === null
                      ? t(`rolePlay.state.${one.state}`)
                      : t('rolePlay.first', { name: one.mate.name, n: mateIn })}
                  </span>
                </p>
                <PartButton body={body} part={one} isNext={at === current} mateIn={mateIn} />
              </li>
            );
          })}
        </ol>
        {isServed ? (
          <>
            <SeatReports body={body} />
            <TryAgain body={body} />
          </>
        ) : null}
      </StateCard>
      {isServed ? null : <LessonBrief title={t('brief.title')} scenarios={body.run.scenarios} seat={body.seat.id} />}
    </>
  );
};

const sentence = (t: ReturnType<typeof useTranslation<'join'>>['t'], { part, mate }: SeatPlay): string => {
  if (mate === null) return t('rolePlay.serveAlone');
  return t(`rolePlay.${part}`, { name: mate.name });
};

/** `mateIn`: the round that the mate is still in, which stands before this one. */
type PartProps = { body: SeatBody; part: SeatPlay; isNext: boolean; mateIn: number | null };
const PartButton = ({ body, part: { part, mate, drill, state }, isNext, mateIn }: PartProps) => {
  const { t } = useTranslation('join');
  const kind = isNext && mateIn === null ? 'primary' : 'plain';
  if (part === 'play')
    return <CardButton seat={body.seat.id} kind={kind} way={mateIn === null ? WAYS[state] : 'toCardEarly'} />;
  if (drill === null) return null;
  if (state === 'going')
    return (
      <ButtonLink kind={kind} to={`/drills/${drill}`}>
        {t('serving.go')}
      </ButtonLink>
    );
  return (
    <ButtonLink kind={kind} to={`/role-play/wait/${drill}`} state={{ seat: body.seat.id, mate: mate?.name ?? null }}>
      {t('rolePlay.toWait')}
    </ButtonLink>
  );
};

const WAYS = { waits: 'toCard', going: 'toTalk', over: 'toSettle' } as const;

type CardProps = { seat: string; kind: 'primary' | 'plain'; way: (typeof WAYS)[keyof typeof WAYS] | 'toCardEarly' };
/** Takes the card for this device, or finds again what was played, and goes there. */
export const CardButton = ({ seat, kind, way }: CardProps) => {
  const { t } = useTranslation('join');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const open = async () => {
    const taken = await send(() => call('POST /api/seats/:id/role-play', { id: seat }), true);
    if (taken !== null) navigate(`/role-play/${taken.value.code}`, { state: { seat } });
  };
  return (
    <>
      <Button kind={kind} disabled={isBusy} onClick={() => void open()}>
        <Drama size={16} aria-hidden="true" />
        {t(`rolePlay.${way}`)}
      </Button>
      <Refused error={error} />
    </>
  );
};
