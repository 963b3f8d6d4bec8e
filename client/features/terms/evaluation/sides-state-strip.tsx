import { call } from '#client/lib/api.ts';
import { longDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SidesState, TermSides } from '#contract/terms/sides.ts';

const NEXT = {
  going: [{ to: 'closed', text: 'move.close' }],
  closed: [
    { to: 'published', text: 'move.publish' },
    { to: 'going', text: 'move.reopen' },
  ],
  published: [{ to: 'closed', text: 'move.takeBack' }],
} as const satisfies Record<SidesState, readonly { to: SidesState; text: string }[]>;

type Props = { body: TermSides; mayWrite: boolean; refresh: () => void };

/** Whether sides still answer, since when and by whom, and what a teacher does about it. */
export const SidesStateStrip = ({ body, mayWrite, refresh }: Props) => {
  const { t } = useTranslation('sides');
  const { isBusy, error, send } = useSubmit();
  const { state, steps } = body;
  const last = steps.at(-1);
  const move = async (to: SidesState) => {
    const where = { id: body.class.id, term: body.term.id };
    const moved = await send(() => call('POST /api/classes/:id/terms/:term/sides/state', where, { from: state, to }));
    if (moved !== null) showToast(t(`state.${to}`));
    refresh();
  };
  return (
    <div className="mb-12">
      <div className="flex flex-wrap items-center gap-8">
        <p className="min-w-0 flex-1 basis-240">
          <b>{t(`state.${state}`)}</b>{' '}
          <span className="text-12 text-ink-3">
            {last === undefined ? t('state.about') : t('state.by', { by: last.by, date: longDate(last.at) })}
          </span>
        </p>
        {mayWrite
          ? NEXT[state].map(({ to, text }, place) => (
              <Button
                key={to}
                kind={place === 0 && state !== 'published' ? 'primary' : 'plain'}
                disabled={isBusy}
                onClick={() => void move(to)}
              >
                {t(text)}
              </Button>
            ))
          : null}
      </div>
      <Refused error={error} className="mt-8" />
    </div>
  );
};
