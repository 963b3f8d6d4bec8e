import './strings.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { get } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';

const CODE = /^\d{6}$/;

/** Where a contestant begins: the six digits of the own team. Who has a seat on this device is taken back to it. */
export const EnterPage = () => {
  const { t } = useTranslation('contest');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isNoContest, setIsNoContest] = useState(false);
  const { isBusy, error, send } = useSubmit();
  useTitle(t('enter.title'));
  // Full-width digits and the space in the middle are as good as any.
  const code = text.normalize('NFKC').replace(/\D/g, '').slice(0, 6);
  const go = async () => {
    setIsNoContest(false);
    const joined = await send(() => get(pathTo('GET /api/join/:code', { code })));
    if (joined === null) return;
    const { run, mine } = joined.value;
    if (run.contest === undefined) setIsNoContest(true);
    else void navigate(mine === null ? `/join/${code}` : `/contest/seats/${mine}`);
  };
  return (
    <Panel className="mx-auto max-w-[440px] px-24 py-20 max-pane:px-14">
      <h1 className="font-semibold text-18">{t('enter.title')}</h1>
      <p className="mt-2 mb-16 text-ink-2">{t('enter.text')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (CODE.test(code)) void go();
        }}
      >
        <TextField
          label={t('enter.code')}
          value={text}
          inputMode="numeric"
          autoComplete="off"
          enterKeyHint="go"
          onChange={(event) => setText(event.target.value)}
        />
        {isNoContest ? (
          <Notice tone="bad" className="mt-8">
            {t('enter.noContest')}
          </Notice>
        ) : null}
        <Refused error={error} className="mt-8" />
        <Button type="submit" kind="primary" size="l" className="mt-12 w-full" disabled={isBusy || !CODE.test(code)}>
          {t('enter.go')}
        </Button>
      </form>
    </Panel>
  );
};
