import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { ContestBody } from '#contract/contests/contests.ts';

/** The places that are told one by one at the end; those below may go at once. */
const LAST_ONES = 10;

/** The host tells the results from the last place upward: a tap a place. The board on the wall follows. */
export const Unveiling = ({
  body,
  settled,
  onChanged,
}: {
  body: ContestBody;
  settled: boolean;
  onChanged: () => void;
}) => {
  const { t } = useTranslation('contest');
  const { isBusy, error, send } = useSubmit();
  const all = body.host?.live.rows.length ?? 0;
  const done = body.board.unveiled?.done ?? 0;
  const left = all - done;
  const tell = async (to: number) => {
    if ((await send(() => call('POST /api/contests/:id/unveil', { id: body.id }, { to }))) !== null) onChanged();
  };
  const next = body.host?.live.rows[left - 1];
  return (
    <>
      <SectionHeader title={t('unveil.title')} note={t('unveil.note', { done, of: all })} />
      <Panel className="grid gap-12 px-18 py-14 max-pane:px-14">
        {settled ? null : <p className="text-ink-2">{t('unveil.unsettled')}</p>}
        {next === undefined ? (
          <p>{t('unveil.nobody')}</p>
        ) : (
          <p>{t('unveil.next', { place: next.place, label: next.label, left })}</p>
        )}
        <div className="flex flex-wrap items-center gap-8">
          <Button kind="primary" size="l" disabled={isBusy || !settled} onClick={() => void tell(done + 1)}>
            {t(left <= 1 ? 'unveil.last' : 'unveil.one')}
          </Button>
          {left > LAST_ONES ? (
            <Button size="l" disabled={isBusy || !settled} onClick={() => void tell(all - LAST_ONES)}>
              {t('unveil.toTen', { n: LAST_ONES })}
            </Button>
          ) : null}
          {left > 1 ? (
            <Button size="l" disabled={isBusy || !settled} onClick={() => void tell(all)}>
              {t('unveil.all')}
            </Button>
          ) : null}
        </div>
        <p className="text-12 text-ink-3">{t('unveil.text')}</p>
        <Refused error={error} />
      </Panel>
    </>
  );
};
