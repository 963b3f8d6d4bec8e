import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { PaperSeat } from '#contract/papers/papers.ts';

/** The paper is at another device. It comes here when the teacher allows it, and the page then goes on by itself. */
export const ElsewhereCard = ({ body }: { body: PaperSeat }) => {
  const { t } = useTranslation('paper');
  const { isBusy, error, send } = useSubmit();
  const { seat, run } = body;
  return (
    <Panel className="mx-auto max-w-720 px-24 py-20 max-pane:px-14">
      <p className="text-12 text-ink-3">{run.name}</p>
      <h1 role="status" className="mt-4 font-semibold text-18">
        {t(body.asking ? 'elsewhere.asking' : 'elsewhere.title', { name: seat.name })}
      </h1>
      <p className="mt-8 text-ink-2">{t(body.asking ? 'elsewhere.askingText' : 'elsewhere.text')}</p>
      {body.asking ? null : (
        <Button
          kind="primary"
          size="l"
          className="mt-16"
          disabled={isBusy}
          onClick={() => void send(() => call('POST /api/join/:code', { code: run.code }, { seat: seat.id }))}
        >
          {t('elsewhere.ask')}
        </Button>
      )}
      <Refused error={error} className="mt-12" />
    </Panel>
  );
};
