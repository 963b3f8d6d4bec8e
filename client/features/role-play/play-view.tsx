import { type Ref, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { cameFrom } from '#client/features/role-play/model/came-from.ts';
import type { Draft } from '#client/features/role-play/model/draft.ts';
import { type PlayerAct, type RolePlayLink, useRolePlay } from '#client/features/role-play/model/use-role-play.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Transport } from '#client/lib/socket.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { cx } from '#client/ui/cx.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { PlayerCard, RolePlayState } from '#contract/together/role-plays.ts';
import { CardSide } from './card-side.tsx';
import { Leaving } from './leaving.tsx';
import { LineField } from './line-field.tsx';
import { MoodChoice } from './mood-choice.tsx';
import { PlayedConversation } from './played-conversation.tsx';
import { Settling } from './settling.tsx';

/** The card, the talk and the mood beside each other; on a phone one below the other. */
export const PlayView = ({ code, open }: { code: string; open?: () => Transport }) => {
  const { t } = useTranslation('role-play');
  const link = useRolePlay(code, open);
  const { loaded, reload } = useLoad(pathTo('GET /api/role-plays/:code/card', { code }));
  if (loaded.state === 'failed') return <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || link.state === null)
    return (
      <Skeleton className="min-h-320">
        {link.isLost ? <Notice tone="warn">{t('lost')}</Notice> : null}
        <Refused error={link.error} />
        <SkeletonBar className="w-[60%]" />
      </Skeleton>
    );
  return <Playing {...{ code, link, card: loaded.value, state: link.state }} />;
};

type Props = { code: string; link: RolePlayLink; card: PlayerCard; state: RolePlayState };

const Playing = ({ code, link, card, state }: Props) => {
  const { t } = useTranslation('role-play');
  const [draft, setDraft] = useState<Draft>({ text: '', beat: null });
  const { act } = link;
  const { seat } = cameFrom(useLocation().state);
  const field = useRef<HTMLTextAreaElement>(null);
  /** On a phone the card is far from the field: the keys, and the page, go there. */
  const use = (chosen: Draft): void => {
    setDraft(chosen);
    field.current?.focus();
  };
  const plays = state.stage === 'running' && state.left === null;
  const say = async (): Promise<void> => {
    if (await act({ do: 'say', text: draft.text, beat: draft.beat })) setDraft({ text: '', beat: null });
  };
  return (
    <Panel className="grid grid-cols-[minmax(260px,340px)_1fr] max-wide:grid-cols-1">
      <h1 className="sr-only">{t('title')}</h1>
      <CardSide {...{ card, state, mayUse: plays }} onUse={use} onAsked={(beat) => void act({ do: 'asked', beat })} />
      <section
        aria-label={t('talk')}
        className={cx(
          'flex min-w-0 flex-col border-line border-l max-wide:border-l-0',
          state.stage !== 'card' && 'max-wide:order-first max-wide:border-b',
        )}
      >
        {link.isLost ? <Notice tone="warn">{t('lost')}</Notice> : null}
        <Stage state={state} onReady={() => void act({ do: 'ready' })} />
        <PlayedConversation state={state} heardAt={link.heardAt} />
        {state.stage === 'over' ? (
          <Settling code={code} />
        ) : plays ? (
          <Controls {...{ card, state, draft, setDraft, act, field, onSay: () => void say() }} />
        ) : null}
        <Refused error={link.error} className="mx-16 mb-12" />
        {seat === null || plays ? null : (
          <div className="px-16 py-12">
            <ButtonLink to={`/seats/${seat}`}>{t('wait.seat')}</ButtonLink>
          </div>
        )}
      </section>
    </Panel>
  );
};

/** What is waited for; nothing while the talk goes on. */
const Stage = ({ state, onReady }: { state: RolePlayState; onReady: () => void }) => {
  const { t } = useTranslation('role-play');
  if (state.stage === 'card')
    return (
      <div className="flex flex-wrap items-center gap-12 border-line border-b px-16 py-12">
        <p className="flex-1 basis-240">{t('stage.card')}</p>
        <Button kind="primary" onClick={onReady}>
          {t('ready')}
        </Button>
      </div>
    );
  if (state.stage === 'running' && state.left === null) return null;
  const key = state.stage === 'running' ? `left-${state.left}` : state.stage;
  return (
    <p role="status" className="border-line border-b px-16 py-12 text-ink-2">
      {t(`stage.${key}`)}
    </p>
  );
};

type ControlProps = {
  card: PlayerCard;
  state: RolePlayState;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  act: (act: PlayerAct) => Promise<boolean>;
  field: Ref<HTMLTextAreaElement>;
  onSay: () => void;
};
const Controls = ({ card, state, draft, setDraft, act, field, onSay }: ControlProps) => (
  <div className="grid gap-12 border-line border-t px-16 py-12">
    <MoodChoice mood={state.mood} onChange={(mood) => void act({ do: 'mood', mood })} />
    <LineField {...{ card, draft, field, onSay }} onChange={setDraft} />
    <Leaving
      unpaid={state.unpaid}
      onPay={() => void act({ do: 'pay' })}
      onLeave={(how) => void act({ do: 'leave', how })}
    />
  </div>
);
