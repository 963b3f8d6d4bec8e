import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { AuthoredBody, AuthoredVersionBody, CaseCards as Cards } from '#contract/authored.ts';
import { CardTable } from './card-table.tsx';
import { GuideLink } from './guide-link.tsx';

/** As many as the server lists at a time. */
const PAGE = 20;

/** The cards of a version that varies, with what is right on each; of a plain one, that it doesn't vary. */
export const CaseCards = ({ body }: { body: AuthoredBody }) => {
  const { t } = useTranslation('authored');
  const [chosen, setChosen] = useState<string | null>(null);
  const [params, setParams] = useSearchParams();
  const inUse = body.all.find(({ version }) => version === (chosen ?? body.published?.version)) ?? body.all[0];
  if (inUse === undefined) return null;
  const from = Number(/^\d{1,5}$/.exec(params.get('cards') ?? '')?.[0] ?? 0);
  // A page of the list is no step to go back over: after a trial, going back leads to the page it was tried from.
  const turnTo = (next: number): void => setParams(next === 0 ? {} : { cards: String(next) }, { replace: true });
  return (
    <section aria-labelledby="cards">
      <SectionHeader id="cards" title={t('cards.title')} />
      {body.all.length > 1 ? (
        <SelectField
          label={t('cards.version')}
          value={inUse.version}
          choices={body.all.map(({ version, no }) => ({ value: version, label: t('version.name', { no }) }))}
          onChange={({ target }) => {
            setChosen(target.value);
            turnTo(0);
          }}
          className="mb-8 w-160"
        />
      ) : null}
      <Panel>
        <CardPage key={`${inUse.version} ${from}`} caseId={body.case} row={inUse} from={from} onTurn={turnTo} />
      </Panel>
    </section>
  );
};

type PageProps = { caseId: string; row: AuthoredVersionBody; from: number; onTurn: (from: number) => void };

const CardPage = ({ caseId, row, from, onTurn }: PageProps) => {
  const { t } = useTranslation('authored');
  const { version } = row;
  const { loaded, reload } = useLoad(
    pathTo('GET /api/authored/:id/cards', { id: caseId, version, from: String(from) }),
  );
  if (loaded.state === 'failed') return <LoadFailed title={t('cards.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading')
    return (
      <Skeleton className="min-h-120">
        <div className="flex flex-col gap-14 p-18">
          <SkeletonBar className="w-[30%]" />
          <SkeletonBar className="w-[60%]" />
        </div>
      </Skeleton>
    );
  const cards = loaded.value;
  if (!cards.varies)
    return (
      <p className="px-12 py-10 text-ink-2 max-pane:px-14">
        {t('cards.plain')} <GuideLink chapter="varying" />
      </p>
    );
  if (cards.all === 0) return <EmptyState title={t('cards.none')} text={t('cards.noneText')} />;
  if (cards.cards.length === 0)
    return (
      <EmptyState
        title={t('cards.beyond', { all: cards.all })}
        action={<Button onClick={() => onTurn(0)}>{t('cards.toFirst')}</Button>}
      />
    );
  return (
    <>
      <p className="px-12 pt-8 pb-4 text-12 text-ink-3 max-pane:px-14">{t('cards.text', { all: cards.all })}</p>
      <CardTable caseId={caseId} row={row} cards={cards.cards} />
      {cards.cards.length === cards.all ? null : <Turner cards={cards} onTurn={onTurn} />}
    </>
  );
};

const Turner = ({ cards: { all, from, cards }, onTurn }: { cards: Cards; onTurn: (from: number) => void }) => {
  const { t } = useTranslation('authored');
  return (
    <div className="flex flex-wrap items-center gap-8 border-line border-t px-12 py-8 max-pane:px-14">
      <span className="mr-auto text-12 text-ink-3">
        {t('cards.some', { all, first: from, last: from + cards.length - 1 })}
      </span>
      <Button size="s" disabled={from === 0} onClick={() => onTurn(Math.max(0, from - PAGE))}>
        <ChevronLeft size={12} aria-hidden="true" />
        {t('cards.before', { n: PAGE })}
      </Button>
      <Button size="s" disabled={from + cards.length >= all} onClick={() => onTurn(from + PAGE)}>
        {t('cards.after', { n: PAGE })}
        <ChevronRight size={12} aria-hidden="true" />
      </Button>
    </div>
  );
};
