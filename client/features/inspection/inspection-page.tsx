import './strings.ts';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { keep, useInspectionDevice } from '#client/features/inspection/model/device.ts';
import { resumedMarking } from '#client/features/inspection/model/marking.ts';
import { call, type Trouble } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Comparison, InspectionBody } from '#contract/practice/inspections.ts';
import { InspectionDesk } from './inspection-desk.tsx';
import { InspectionLoading } from './inspection-loading.tsx';

/** One transcript that ships: marked without an account, the marks on this device. */
export const InspectionPage = () => {
  const { t } = useTranslation('inspection');
  const { id = '' } = useParams();
  useTitle(t('title'));
  const { loaded, reload } = useLoad(pathTo('GET /api/inspections/:id', { id }));
  if (loaded.state === 'ready') return <Marked key={id} inspection={loaded.value} />;
  return (
    <InspectionLoading error={loaded.state === 'failed' ? loaded.error : null} back="/inspection" onRetry={reload} />
  );
};

const Marked = ({ inspection }: { inspection: InspectionBody }) => {
  const { id } = inspection.card;
  const kept = useInspectionDevice((device) => device.kept[id]);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [error, setError] = useState<Trouble | null>(null);
  const [attempt, setAttempt] = useState(0);
  const menu = useLoad(pathTo('GET /api/inspections')).loaded;
  const marking = resumedMarking(kept?.marking, inspection);
  const isHandedIn = kept?.isHandedIn === true;
  // What was handed in before a reload is compared again: the same marks compare the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is handed in changes no more, `attempt` asks again
  useEffect(() => {
    if (!isHandedIn) return;
    let isCurrent = true;
    setError(null);
    void call('POST /api/inspections/:id/marks', { id }, marking).then((said) => {
      if (!isCurrent) return;
      if (!said.ok) return setError(said.error);
      setComparison(said.value);
      const figures = said.value.agreements.find(({ pair }) => pair[0] === 0 && pair[1] === 1)?.agreement ?? null;
      keep(id, { marking, figures });
    });
    return () => {
      isCurrent = false;
    };
  }, [id, isHandedIn, attempt]);
  const all = menu.state === 'ready' ? menu.value.inspections : [];
  const device = useInspectionDevice((state) => state.kept);
  const next = all.find((one) => !one.sealed && one.id !== id && device[one.id]?.isHandedIn !== true);
  return (
    <InspectionDesk
      inspection={inspection}
      marking={marking}
      isHandedIn={isHandedIn}
      comparison={comparison}
      error={error}
      total={all.length}
      back="/inspection"
      next={next === undefined ? null : `/inspect/${next.id}`}
      onChange={(changed) => keep(id, { marking: changed })}
      onHandIn={() => keep(id, { marking, isHandedIn: true })}
      onRetry={() => setAttempt((count) => count + 1)}
    />
  );
};
