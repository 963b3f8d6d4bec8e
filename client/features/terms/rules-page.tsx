import './strings.ts';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { faultOf, rulesIn } from '#client/features/terms/model/rules-draft.ts';
import { sheetPath } from '#client/features/terms/model/term-paths.ts';
import { AwardRules } from '#client/features/terms/rules/award-rules.tsx';
import { ColumnRules } from '#client/features/terms/rules/column-rules.tsx';
import { IndicatorRules } from '#client/features/terms/rules/indicator-rules.tsx';
import { LevelRules } from '#client/features/terms/rules/level-rules.tsx';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SheetRules, TermSheet } from '#contract/terms/sheet.ts';
import { DraftForm } from './draft-form.tsx';
import { BackLink, LoadedTerm } from './loaded-term.tsx';

/** What a term's sheet is made of: columns and weights, indicators and goals, levels. */
export const RulesPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('terms');
  useTitle(t('rules.title'));
  return (
    <div className="mx-auto max-w-720">
      <OnlyFor who="teacher">
        {() => (
          <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/sheet', { id, term })} title={t('rules.title')}>
            {(body) => <RulesForm key={body.version} body={body} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const RulesForm = ({ body }: { body: TermSheet }) => {
  const { t } = useTranslation('terms');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const [rules, setRules] = useState(body.rules);
  const fault = faultOf(rules);
  const back = sheetPath(body.class.id, body.term.id);
  const save = async (changed: SheetRules | null) => {
    const address = { id: body.class.id, term: body.term.id };
    const reply = await send(() =>
      call('POST /api/classes/:id/terms/:term/sheet', address, { version: body.version, rules: changed }),
    );
    if (reply === null) return;
    showToast(t(changed === null ? 'rules.restored' : 'rules.saved'));
    navigate(back);
  };
  return (
    <DraftForm
      fault={fault === null ? null : t(`rules.fault.${fault}`)}
      isBusy={isBusy}
      error={error}
      saveText={t('ui:save')}
      onSave={() => void save(rulesIn(rules, body.rules))}
      beside={
        body.own ? (
          <Button kind="bare" disabled={isBusy} onClick={() => void save(null)}>
            {t('rules.restore')}
          </Button>
        ) : null
      }
    >
      <BackLink to={back}>{t('sheet.title')}</BackLink>
      <h1 className="font-semibold text-18">{t('rules.title')}</h1>
      <p className="mb-12 text-ink-2">{t('rules.about', { name: body.term.name })}</p>
      <ColumnRules rules={rules} onChange={setRules} />
      <IndicatorRules rules={rules} onChange={setRules} />
      <LevelRules rules={rules} onChange={setRules} />
      <AwardRules rules={rules} onChange={setRules} />
    </DraftForm>
  );
};
