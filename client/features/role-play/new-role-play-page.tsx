import { Drama } from 'lucide-react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';

/** 找人来演: says what is about to happen, and makes the code. The case stands in the address. */
export const NewRolePlayPage = () => {
  const { t } = useTranslation('role-play');
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const scenario = params.get('case');
  useTitle(t('new.title'));
  const open = async (id: string) => {
    const opened = await send(() => call('POST /api/role-plays', {}, { scenario: id }), true);
    if (opened !== null) navigate(`/role-play/wait/${opened.value.drill}`, { replace: true });
  };
  return (
    <Panel className="mx-auto max-w-560">
      <h1 className="border-line border-b px-24 py-14 font-semibold text-18 max-pane:px-14">{t('new.title')}</h1>
      {scenario === null ? (
        <EmptyState
          title={t('new.noCase')}
          text={t('new.noCaseText')}
          action={<ButtonLink to="/library">{t('new.library')}</ButtonLink>}
        />
      ) : (
        <div className="grid gap-14 px-24 py-16 max-pane:px-14">
          <ol className="grid list-decimal gap-6 pl-20 text-ink-2">
            {(['pass', 'play', 'settle'] as const).map((step) => (
              <li key={step}>{t(`new.steps.${step}`)}</li>
            ))}
          </ol>
          <div>
            <Button kind="primary" size="l" disabled={isBusy} onClick={() => void open(scenario)}>
              <Drama size={16} aria-hidden="true" />
              {t('new.open')}
            </Button>
          </div>
          <Refused error={error} />
        </div>
      )}
    </Panel>
  );
};
