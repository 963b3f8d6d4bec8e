import './strings.ts';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { ExportButton } from './export-button.tsx';

/** What is kept of this device and whoever is signed in at it: to take away, and to delete. */
export const OwnDataPage = () => {
  const { t } = useTranslation('personal-data');
  useTitle(t('own.title'));
  const [isErasing, setIsErasing] = useState(false);
  return (
    <>
      <h1 className="mb-12 font-semibold text-18">{t('own.title')}</h1>
      <Panel>
        <FormRow name={t('export.title')}>
          <p className="mb-8 text-ink-2">{t('export.ownText')}</p>
          <ExportButton path={pathTo('GET /api/me/data.zip')} label={t('export.own')} />
        </FormRow>
        <FormRow name={t('erase.title')}>
          <p className="mb-8 text-ink-2">{t('erase.ownText')}</p>
          <Button kind="danger" onClick={() => setIsErasing(true)}>
            {t('erase.own')}
          </Button>
        </FormRow>
      </Panel>
      {isErasing ? (
        <EraseDialog
          preview={pathTo('GET /api/me/practice/erasure')}
          erase={(confirmed) => call('POST /api/me/practice/erase', {}, confirmed)}
          onClose={() => setIsErasing(false)}
          onErased={forgetLoaded}
        />
      ) : null}
    </>
  );
};
