import './strings.ts';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { resumedMarking } from '#client/features/inspection/model/marking.ts';
import { type Answer, call, type Trouble } from '#client/lib/api.ts';
import { type Path, pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { ClassItemBody } from '#contract/practice/class-inspections.ts';
import type { Comparison, Marking } from '#contract/practice/inspections.ts';
import { InspectionDesk } from './inspection-desk.tsx';
import { InspectionLoading } from './inspection-loading.tsx';

/** A class's transcript at a seat. */
export const SeatItemPage = () => {
  const { id = '', no = '' } = useParams();
  return (
    <LoadedItem
      key={no}
      address={pathTo('GET /api/seats/:id/inspection/:no', { id, no })}
      back={`/inspection/seats/${id}`}
      save={(marking) => call('POST /api/seats/:id/inspection/:no', { id, no }, { marking })}
      handIn={() => call('POST /api/seats/:id/inspection/:no/hand-in', { id, no })}
    />
  );
};

/** The same transcript for somebody of the staff: teachers mark what their class marks. */
export const StaffItemPage = () => {
  const { id = '', no = '' } = useParams();
  return (
    <LoadedItem
      key={no}
      address={pathTo('GET /api/runs/:id/inspection/:no', { id, no })}
      back={`/inspection/runs/${id}`}
      save={(marking) => call('POST /api/runs/:id/inspection/:no', { id, no }, { marking })}
      handIn={() => call('POST /api/runs/:id/inspection/:no/hand-in', { id, no })}
    />
  );
};

type Props = {
  body: ClassItemBody;
  back: string;
  save: (marking: Marking) => Promise<Answer<null>>;
  handIn: () => Promise<Answer<Comparison>>;
};

const LoadedItem = ({ address, back, ...ways }: Omit<Props, 'body'> & { address: Path<ClassItemBody> }) => {
  const { loaded, reload } = useLoad(address);
  if (loaded.state !== 'ready')
    return <InspectionLoading error={loaded.state === 'failed' ? loaded.error : null} back={back} onRetry={reload} />;
  return <ClassItem body={loaded.value} back={back} {...ways} />;
};

/** Every change is sent after a moment; what is handed in is sent once more before it. */
const ClassItem = ({ body, back, save, handIn }: Props) => {
  const { t } = useTranslation('inspection');
  useTitle(t('title'));
  const [marking, setMarking] = useState(() => resumedMarking(body.marking, body.inspection));
  const [comparison, setComparison] = useState(body.comparison);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const unsent = useRef<Marking | null>(null);
  const send = useRef(save);
  send.current = save;
  const flush = async (): Promise<boolean> => {
    const next = unsent.current;
    if (next === null) return true;
    const said = await send.current(next);
    if (said.ok && unsent.current === next) unsent.current = null;
    setTrouble(said.ok ? null : said.error);
    return said.ok;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change starts the wait anew, `flush` reads refs alone
  useEffect(() => {
    if (unsent.current === null) return;
    const timer = setTimeout(() => void flush(), SAVE_MS);
    return () => clearTimeout(timer);
  }, [marking]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is left unsent goes when the page is left
  useEffect(() => () => void flush(), []);
  return (
    <>
      {trouble === null ? null : (
        <Notice tone="bad" className="fixed inset-x-0 top-0 z-20">
          {trouble.message}
        </Notice>
      )}
      <InspectionDesk
        inspection={body.inspection}
        customers={body.customers}
        marking={marking}
        isHandedIn={comparison !== null}
        comparison={comparison}
        error={null}
        total={0}
        back={back}
        next={body.next === null ? null : `${back.replace('/inspection/', '/inspect/')}/${body.next}`}
        onChange={(changed) => {
          unsent.current = changed;
          setMarking(changed);
        }}
        onHandIn={async () => {
          unsent.current = marking;
          if (!(await flush())) return;
          const said = await handIn();
          if (said.ok) setComparison(said.value);
          setTrouble(said.ok ? null : said.error);
        }}
        onRetry={() => {}}
      />
    </>
  );
};
const SAVE_MS = 600;
