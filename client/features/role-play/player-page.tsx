import { useState } from 'react';
import { useParams } from 'react-router';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { PlayView } from './play-view.tsx';

const NAME_MAX = 20;

/** Who has the code: takes the card first, then plays. */
export const PlayerPage = () => {
  const { t } = useTranslation('role-play');
  const { code = '' } = useParams();
  useTitle(t('title'));
  const { loaded, reload } = useLoad(pathTo('GET /api/role-plays/:code', { code }));
  const [isTaken, setIsTaken] = useState(false);
  if (isTaken || (loaded.state === 'ready' && loaded.value.stage === 'yours')) return <PlayView code={code} />;
  return (
    <LoadedPanel
      title={t('title')}
      about={t('about')}
      loaded={loaded}
      onRetry={reload}
      failed={t('failed')}
      none={{
        is: ({ stage }) => stage !== 'free',
        title: t(loaded.state === 'ready' && loaded.value.stage === 'over' ? 'over' : 'taken'),
        text: t('takenText'),
      }}
    >
      {({ shop }) => <TakeCard code={code} shop={shop} onTaken={() => setIsTaken(true)} />}
    </LoadedPanel>
  );
};

const TakeCard = ({ code, shop, onTaken }: { code: string; shop: string; onTaken: () => void }) => {
  const { t } = useTranslation('role-play');
  const [name, setName] = useState('');
  const { isBusy, error, send } = useSubmit();
  const take = async () => {
    const taken = await send(() => call('POST /api/role-plays/:code/take', { code }, { name: name.trim() }));
    if (taken !== null) onTaken();
  };
  return (
    <form
      className="grid gap-12 px-24 py-16 max-pane:px-14"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void take();
      }}
    >
      <p>{t('take.shop', { shop })}</p>
      <TextField
        label={t('take.name')}
        hint={t('take.nameHint')}
        maxLength={NAME_MAX}
        value={name}
        className="max-w-320"
        onChange={({ target }) => setName(target.value)}
      />
      <div>
        <Button kind="primary" size="l" type="submit" disabled={isBusy || name.trim() === ''}>
          {t('take.take')}
        </Button>
      </div>
      <Refused error={error} />
    </form>
  );
};
