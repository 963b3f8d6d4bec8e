import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PortfolioBody } from '#contract/portfolio.ts';

/** Characters of the date in 2026-11-18 12:05. */
const DATE_CHARACTERS = 10;

type Props = { body: PortfolioBody; isOwn: boolean };

/** Whose portfolio it is and since when; buttons for the file and for printing. */
export const PortfolioHead = ({ body: { name, entries }, isOwn }: Props) => {
  const { t } = useTranslation('portfolio');
  const newest = entries[0];
  const oldest = entries.at(-1);
  return (
    <header className="mb-12 flex flex-wrap items-center gap-x-16 gap-y-8">
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <p className="text-ink-2">{name ?? t('device')}</p>
      {newest === undefined || oldest === undefined ? null : (
        <p className="text-12 text-ink-3">
          {[...new Set([oldest, newest].map(({ endedAt }) => longDate(endedAt).slice(0, DATE_CHARACTERS)))].join(' – ')}
        </p>
      )}
      {entries.length === 0 ? null : (
        <span className="ml-auto flex gap-8 max-pane:ml-0 print:hidden">
          {isOwn ? <ButtonLink to="/my-data">{t('data')}</ButtonLink> : null}
          {isOwn ? <SaveButton /> : null}
          <Button onClick={() => window.print()}>
            <Printer size={16} aria-hidden="true" />
            {t('ui:print')}
          </Button>
        </span>
      )}
    </header>
  );
};

const SaveButton = () => {
  const { t } = useTranslation('portfolio');
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const refused = await download(pathTo('GET /api/portfolio.xlsx'), 'portfolio.xlsx');
    setIsBusy(false);
    if (refused !== null) showToast(t('file.failed', { why: refused }), 'bad');
  };
  return (
    <Button disabled={isBusy} onClick={() => void save()}>
      <Download size={16} aria-hidden="true" />
      {t(isBusy ? 'file.saving' : 'file.save')}
    </Button>
  );
};
