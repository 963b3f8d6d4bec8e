import './pay-strings.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { classPath, termPath } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { TermPay } from '#contract/terms/pay.ts';
import { PayRulesForm } from './pay-rules-form.tsx';
import { PaySlip } from './pay-slip.tsx';

/** 绩效试算 of a term: each trainee's slip with its formulas, and the coefficients to try. */
export const PayPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('pay');
  useTitle(t('title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/pay', { id, term })} title={t('title')}>
          {(body, refresh) => <PayView key={body.version} body={body} mayWrite={isTeacher(role)} refresh={refresh} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

type Props = { body: TermPay; mayWrite: boolean; refresh: () => void };

const PayView = ({ body, mayWrite, refresh }: Props) => {
  const { t } = useTranslation('pay');
  const [tried, setTried] = useState<TermPay | null>(null);
  const { isBusy, error, send } = useSubmit();
  const { opened, openedBy, published } = body;
  const address = { id: body.class.id, term: body.term.id };
  const slips = (tried ?? body).slips;
  const open = async () => {
    const change = { from: opened, to: !opened };
    const done = await send(() => call('POST /api/classes/:id/terms/:term/pay/opening', address, change));
    if (done !== null) showToast(t(done.value.opened ? 'opened' : 'shut'));
    refresh();
  };
  return (
    <>
      <BackLink to={termPath(address.id, address.term)}>{body.term.name}</BackLink>
      <header className="mb-12 flex flex-wrap items-center gap-8">
        <div className="mr-8 min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('title')}</h1>
          <p className="text-12 text-ink-3">
            {clauses([body.class.name, published === null ? t('living') : t('published', { version: published })])}
          </p>
        </div>
        {mayWrite && slips.length > 0 ? (
          <Button disabled={isBusy} onClick={() => void open()}>
            {t(opened ? 'shutIt' : 'openIt')}
          </Button>
        ) : null}
      </header>
      <Notice className="mb-12">
        {t('trial')}
        {openedBy === null ? null : ` ${t('openedBy', { by: openedBy.by, date: longDate(openedBy.at) })}`}
      </Notice>
      <Refused error={error} className="mb-12" />
      {mayWrite ? (
        <PayRulesForm
          body={body}
          onTried={setTried}
          onSaved={() => {
            showToast(t('rules.saved'));
            setTried(null);
            refresh();
          }}
        />
      ) : null}
      {tried === null ? null : (
        <Notice tone="warn" className="mb-12" action={<Button onClick={() => setTried(null)}>{t('triedBack')}</Button>}>
          {t('tried')}
        </Notice>
      )}
      {slips.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('nobody')}
            text={t('nobodyText')}
            action={<ButtonLink to={classPath(address.id)}>{t('ui:toClass')}</ButtonLink>}
          />
        </Panel>
      ) : (
        <ul className="grid grid-cols-2 items-start gap-12 max-wide:grid-cols-1">
          {slips.map((slip) => (
            <li key={slip.person}>
              <PaySlip slip={slip} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
