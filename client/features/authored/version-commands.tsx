import { Download, Play } from 'lucide-react';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { buttonClass } from '#client/ui/controls/button-class.ts';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { AuthoredBody, AuthoredVersionBody } from '#contract/authored.ts';

type Props = { body: AuthoredBody; row: AuthoredVersionBody; onChanged: () => void };

/** Buttons to try a version, publish it or withdraw it. A version with errors says why it can't be tried or published. */
export const VersionCommands = ({ body, row, onChanged }: Props) => {
  const { t } = useTranslation('authored');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const { version, no, errors } = row;
  const { published } = body;
  const isEarlier = published !== null && no < published.no;
  const isBroken = errors > 0;
  const tryOut = async () => {
    const reply = await send(() => call('POST /api/authored/:id/try', { id: body.case }, { version }), true);
    if (reply !== null) void navigate(`/drills/${reply.value.id}`);
  };
  const publish = async () => {
    const reply = await send(() => call('POST /api/authored/:id/publish', { id: body.case }, { version }));
    if (reply === null) return;
    onChanged();
    showToast(t('publishedNow', { no }));
  };
  return (
    <div className="flex flex-wrap items-center justify-end gap-6 max-pane:justify-start">
      {isBroken ? (
        <span className="text-12 text-ink-3">{t('version.broken')}</span>
      ) : (
        <>
          <Button size="s" disabled={isBusy} aria-label={t('tryOf', { no })} onClick={() => void tryOut()}>
            <Play size={12} aria-hidden="true" />
            {t('try')}
          </Button>
          {version === published?.version ? null : (
            <Button
              size="s"
              disabled={isBusy}
              aria-label={t(isEarlier ? 'backTo' : 'publishOf', { no })}
              onClick={() => void publish()}
            >
              {t(isEarlier ? 'back' : 'publish')}
            </Button>
          )}
        </>
      )}
      <DownloadLink body={body} row={row} part="case" />
      {row.hasTestplan ? <DownloadLink body={body} row={row} part="testplan" /> : null}
      <Refused error={error} className="w-full text-left" />
    </div>
  );
};

const DownloadLink = ({ body, row, part }: Omit<Props, 'onChanged'> & { part: 'case' | 'testplan' }) => {
  const { t } = useTranslation('authored');
  return (
    <a
      href={pathTo('GET /api/authored/:id/file', { id: body.case, version: row.version, part })}
      download
      aria-label={t(`file.${part}Of`, { no: row.no })}
      className={buttonClass({ kind: 'bare', size: 's' })}
    >
      <Download size={12} aria-hidden="true" />
      {t(`file.${part}`)}
    </a>
  );
};
