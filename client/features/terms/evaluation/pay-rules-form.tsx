import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { PayRules, TermPay } from '#contract/terms/pay.ts';
import { AMOUNTS, draftOf, FEWEST_STEPS, MOST_STEPS, type PayDraft, payRulesIn } from './pay-draft.ts';

/** `tried`: what was worked out by coefficients that aren't saved. */
type Props = { body: TermPay; onTried: (tried: TermPay) => void; onSaved: () => void };

/** Amounts and coefficients: tried first, then saved. */
export const PayRulesForm = ({ body, onTried, onSaved }: Props) => {
  const { t } = useTranslation('pay');
  const { isBusy, error, send } = useSubmit();
  const [draft, setDraft] = useState<PayDraft>(() => draftOf(body.rules));
  const rules = payRulesIn(draft);
  const address = { id: body.class.id, term: body.term.id };
  const change = (over: Partial<PayDraft>) => setDraft({ ...draft, ...over });
  const changeStep = (key: number, over: object) =>
    change({ steps: draft.steps.map((step) => (step.key === key ? { ...step, ...over } : step)) });
  const attempt = async () => {
    if (rules === null) return;
    const tried = await send(() => call('POST /api/classes/:id/terms/:term/pay/preview', address, rules));
    if (tried !== null) onTried(tried.value);
  };
  const save = async (changed: PayRules | null) => {
    const change = { version: body.version, rules: changed };
    const saved = await send(() => call('POST /api/classes/:id/terms/:term/pay/rules', address, change));
    if (saved !== null) onSaved();
  };
  const last = draft.steps.length - 1;
  return (
    <Panel className="mb-12">
      <form
        aria-label={t('rules.title')}
        noValidate
        className="px-14 py-10"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt();
        }}
      >
        <div className="grid grid-cols-4 gap-10 max-pane:grid-cols-2">
          {AMOUNTS.map((id) => (
            <TextField
              key={id}
              label={t(`rules.${id}`)}
              inputMode="numeric"
              maxLength={6}
              value={draft[id]}
              onChange={(event) => change({ [id]: event.target.value })}
            />
          ))}
        </div>
        <h3 className="mt-12 mb-4 font-semibold">{t('rules.steps')}</h3>
        {draft.steps.map(({ key, from, coefficient }, place) => (
          <div key={key} className="mb-6 flex items-end gap-10">
            <TextField
              label={t('rules.from')}
              inputMode="decimal"
              maxLength={5}
              className="w-96"
              disabled={place === last}
              value={from}
              onChange={(event) => changeStep(key, { from: event.target.value })}
            />
            <TextField
              label={t('rules.coefficient')}
              inputMode="decimal"
              maxLength={4}
              className="w-96"
              value={coefficient}
              onChange={(event) => changeStep(key, { coefficient: event.target.value })}
            />
            {place === last || draft.steps.length <= FEWEST_STEPS ? null : (
              <Button
                kind="bare"
                aria-label={t('rules.remove', { from })}
                onClick={() => change({ steps: draft.steps.filter((step) => step.key !== key) })}
              >
                <Trash2 size={14} aria-hidden="true" />
              </Button>
            )}
          </div>
        ))}
        {draft.steps.length >= MOST_STEPS ? null : (
          <Button
            kind="bare"
            onClick={() => {
              const key = 1 + Math.max(...draft.steps.map((step) => step.key));
              change({ steps: [{ key, from: '', coefficient: '' }, ...draft.steps] });
            }}
          >
            <Plus size={14} aria-hidden="true" />
            {t('rules.add')}
          </Button>
        )}
        <Refused error={error} className="mt-8" />
        <div className="mt-10 flex flex-wrap items-center gap-8">
          <Button
            kind="primary"
            type="submit"
            disabled={isBusy}
            disabledReason={rules === null ? t('rules.fault') : null}
          >
            {t('rules.try')}
          </Button>
          <Button disabled={isBusy || rules === null} onClick={() => void save(rules)}>
            {t('ui:save')}
          </Button>
          {body.own ? (
            <Button kind="bare" disabled={isBusy} onClick={() => void save(null)}>
              {t('rules.restore')}
            </Button>
          ) : null}
        </div>
      </form>
    </Panel>
  );
};
