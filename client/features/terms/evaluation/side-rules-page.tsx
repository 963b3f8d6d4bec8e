import './strings.ts';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DraftForm } from '#client/features/terms/draft-form.tsx';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { sidesPath } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SideRules, TermSides } from '#contract/terms/sides.ts';
import { type DraftIndicator, FEWEST, faultOf, MOST, newIndicator, rulesIn, SOURCES } from './side-rules-draft.ts';

/** What the three sides judge by: names, what 1, 3 and 5 mean, and which figure stands beside them. */
export const SideRulesPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('sides');
  useTitle(t('rules.title'));
  return (
    <div className="mx-auto max-w-720">
      <OnlyFor who="teacher">
        {() => (
          <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/sides', { id, term })} title={t('rules.title')}>
            {(body) => <RulesForm key={body.version} body={body} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const RulesForm = ({ body }: { body: TermSides }) => {
  const { t } = useTranslation('sides');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const [drafts, setDrafts] = useState<readonly DraftIndicator[]>(body.indicators);
  const fault = body.state === 'going' ? faultOf(drafts) : 'closed';
  const back = sidesPath(body.class.id, body.term.id);
  const change = (id: string, over: Partial<DraftIndicator>) =>
    setDrafts(drafts.map((one) => (one.id === id ? { ...one, ...over } : one)));
  const save = async (rules: SideRules | null) => {
    const address = { id: body.class.id, term: body.term.id };
    const changed = { version: body.version, rules };
    const saved = await send(() => call('POST /api/classes/:id/terms/:term/sides/rules', address, changed));
    if (saved === null) return;
    showToast(t(rules === null ? 'rules.restored' : 'rules.saved'));
    navigate(back);
  };
  return (
    <DraftForm
      fault={fault === null ? null : t(`rules.fault.${fault}`)}
      isBusy={isBusy}
      error={error}
      saveText={t('ui:save')}
      onSave={() => void save(rulesIn(drafts, body.indicators))}
      beside={
        body.own ? (
          <Button kind="bare" disabled={isBusy} onClick={() => void save(null)}>
            {t('rules.restore')}
          </Button>
        ) : null
      }
    >
      <BackLink to={back}>{t('title')}</BackLink>
      <h1 className="font-semibold text-18">{t('rules.title')}</h1>
      <p className="mb-12 text-ink-2">{t('rules.about')}</p>
      {body.rows.some(({ sides }) => Object.values(sides).some(({ state }) => state !== 'none')) ? (
        <Notice tone="warn" className="mb-12">
          {t('rules.answered')}
        </Notice>
      ) : null}
      {drafts.map((draft) => (
        <Panel key={draft.id} className="mb-12">
          <fieldset className="grid grid-cols-2 gap-10 px-14 py-10 max-pane:grid-cols-1">
            <legend className="sr-only">{draft.name}</legend>
            <TextField
              label={t('rules.name')}
              maxLength={20}
              value={draft.name}
              onChange={(event) => change(draft.id, { name: event.target.value })}
            />
            <SelectField
              label={t('rules.source')}
              value={draft.source}
              choices={SOURCES.map((one) => ({ value: one, label: t(`source.${one}`) }))}
              onChange={(event) =>
                change(draft.id, { source: SOURCES.find((one) => one === event.target.value) ?? 'none' })
              }
            />
            {(['low', 'middle', 'high'] as const).map((part, place) => (
              <TextField
                key={part}
                className="col-span-full"
                label={t('rules.means', { n: 1 + 2 * place })}
                maxLength={60}
                value={draft[part]}
                onChange={(event) => change(draft.id, { [part]: event.target.value })}
              />
            ))}
            {drafts.length > FEWEST ? (
              <Button
                kind="bare"
                className="justify-self-start"
                onClick={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))}
              >
                <Trash2 size={14} aria-hidden="true" />
                {t('rules.remove', { name: draft.name })}
              </Button>
            ) : null}
          </fieldset>
        </Panel>
      ))}
      {drafts.length < MOST ? (
        <Button className="mb-12" onClick={() => setDrafts([...drafts, newIndicator(drafts.length)])}>
          <Plus size={14} aria-hidden="true" />
          {t('rules.add')}
        </Button>
      ) : null}
    </DraftForm>
  );
};
