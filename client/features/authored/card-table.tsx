import { Play } from 'lucide-react';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { AuthoredVersionBody, CardValue, CaseCard } from '#contract/authored.ts';

type Props = { caseId: string; row: AuthoredVersionBody; cards: readonly CaseCard[] };

/** A row a card: its number, what is drawn, what is right there, and a button that plays it. */
export const CardTable = ({ caseId, row: { version, errors }, cards }: Props) => {
  const { t } = useTranslation('authored');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const tryCard = async (card: number) => {
    const reply = await send(() => call('POST /api/authored/:id/try', { id: caseId }, { version, card }), true);
    if (reply !== null) void navigate(`/drills/${reply.value.id}`);
  };
  const wholeRow = 'max-pane:col-span-2';
  const columns: Column<CaseCard>[] = [
    {
      id: 'card',
      head: t('cards.card'),
      isRowName: true,
      className: 'whitespace-nowrap',
      cell: ({ card }) => t('cards.no', { card }),
    },
    {
      id: 'drawn',
      head: t('cards.drawn'),
      className: `${wholeRow} max-pane:row-start-2`,
      cell: ({ drawn }) => <Values values={drawn} />,
    },
    {
      id: 'right',
      head: t('cards.right'),
      className: `${wholeRow} max-pane:row-start-3`,
      cell: ({ right }) => (
        <div className="flex flex-wrap items-baseline gap-x-12">
          <span className="hidden text-12 text-ink-3 max-pane:inline">{t('cards.rightThere')}</span>
          <Values values={right} />
        </div>
      ),
    },
    {
      id: 'try',
      head: t('try'),
      hideHead: true,
      align: 'right',
      className: 'max-pane:col-start-2 max-pane:row-start-1',
      cell: ({ card }) =>
        errors > 0 ? null : (
          <Button size="s" disabled={isBusy} aria-label={t('cards.tryOf', { card })} onClick={() => void tryCard(card)}>
            <Play size={12} aria-hidden="true" />
            {t('try')}
          </Button>
        ),
    },
  ];
  return (
    <>
      {errors > 0 ? <p className="px-12 pt-8 text-12 text-ink-3 max-pane:px-14">{t('version.broken')}</p> : null}
      <Refused error={error} className="m-12" />
      <DataTable
        caption={t('cards.title')}
        columns={columns}
        rows={cards}
        rowKey={({ card }) => String(card)}
        phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
      />
    </>
  );
};

const Values = ({ values }: { values: readonly CardValue[] }) => {
  const { t } = useTranslation('authored');
  return (
    <ul className="flex flex-wrap gap-x-12 gap-y-2" lang="zh-CN">
      {values.map(({ name, value }) => (
        <li key={name} className="wrap-anywhere">
          <span className="mr-4 text-12 text-ink-3">{name}</span>
          {typeof value === 'string' ? value : t(value ? 'cards.yes' : 'cards.not')}
        </li>
      ))}
    </ul>
  );
};
