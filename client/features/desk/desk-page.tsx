import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DrillSummary } from '#contract/bodies.ts';
import { forgetAnatomy } from '../../lib/desk-anatomy.ts';
import { resetDeskUi } from '../../lib/desk-ui.ts';
import { connectDrill } from '../../lib/drill-connection.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { socketTransport, type Transport } from '../../lib/socket.ts';
import { useLoad } from '../../lib/use-load.ts';
import { useTitle } from '../../lib/use-title.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DeskFrame } from './desk-frame.tsx';

export const DeskPage = () => {
  const { id = '' } = useParams();
  return <Desk key={id} id={id} open={socketTransport} />;
};

/** `open` makes the line to the server; tests bring their own. */
export const Desk = ({ id, open }: { id: string; open: () => Transport }) => {
  const { t } = useTranslation('desk');
  const { loaded } = useLoad<DrillSummary>(endpoints.drill(id));
  const fatal = useDrill((state) => state.fatal);
  useEffect(() => {
    resetDeskUi();
    forgetAnatomy();
    return connectDrill(id, open());
  }, [id, open]);

  const summary = loaded.state === 'ready' ? loaded.value : null;
  const title = useMemo(() => summary?.scenarios.map((scenario) => scenario.title).join(' · ') ?? null, [summary]);
  useTitle(title);

  if (fatal !== null)
    return (
      <main className="grid min-h-dvh place-items-center bg-surface">
        <h1 className="sr-only">{t('title')}</h1>
        <EmptyState bad title={t('fatal')} text={fatal.message} action={<ButtonLink to="/">{t('home')}</ButtonLink>} />
      </main>
    );
  return <DeskFrame title={title} summary={summary} />;
};
