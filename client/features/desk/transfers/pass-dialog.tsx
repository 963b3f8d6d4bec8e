import '#client/drill/transfers/strings.ts';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { HeldLine } from '#client/drill/hold/held-line.tsx';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog, useDeskUi, writeHandover } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { blockWords, deskBlock, NOTE_LIMIT } from '#client/features/desk/model/rush-commands.ts';
import { passConversation } from '#client/features/desk/model/transfers.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { cx } from '#client/ui/cx.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import type { Mate } from '#contract/together/transfers.ts';

type Props = { conversation: ConversationView; seat: string; opener: RefObject<HTMLButtonElement | null> };

/** How often the classmates' customers are counted anew while the dialog is open. */
const REFRESH_MS = 3000;

/** To whom, and the note. */
export const PassDialog = ({ conversation, seat, opener }: Props) => {
  const { key, name } = conversation;
  const { t } = useTranslation('transfers');
  const [mate, setMate] = useState<string | null>(null);
  const note = useDeskUi((state) => state.handovers[key] ?? '');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/seats/:id/mates', { id: seat }));
  useEffect(() => {
    const timer = setInterval(refresh, REFRESH_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  const mates = loaded.state === 'ready' ? loaded.value : [];
  const chosen = mates.find((one) => one.seat === mate && one.block === null);
  const block = useDrill((state) => blockWords(deskBlock(state)));
  const missing = chosen === undefined ? t('noMate') : note.trim() === '' ? t('noNote') : null;
  const why = block ?? missing;
  const send = () => {
    if (chosen !== undefined && why === null) void passConversation(key, chosen.seat, note.trim());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <Dialog
      isWide
      open
      onOpenChange={(willOpen) => setDialog(willOpen ? 'transfer' : null)}
      title={t('title', { name })}
      description={t('text')}
      returnFocusTo={opener}
      actions={
        <>
          <Button onClick={() => setDialog(null)}>{t('stay')}</Button>
          <Button kind="primary" disabledReason={why} onClick={send}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      {loaded.state === 'failed' ? (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      ) : loaded.state === 'ready' && mates.every((one) => one.block !== null) ? (
        <p className="mt-10 text-ink-2">{t('nobody')}</p>
      ) : null}
      <MateList mates={mates} value={mate} onChange={setMate} />
      <HeldLine className="mt-10" conversation={conversation} />
      <AreaField
        className="mt-10"
        label={t('note')}
        lang="zh-CN"
        rows={4}
        maxLength={NOTE_LIMIT}
        value={note}
        hint={t('hint', { n: note.length, limit: NOTE_LIMIT })}
        onChange={(event) => writeHandover(key, event.target.value)}
        onKeyDown={onKey}
      />
    </Dialog>
  );
};

type ListProps = { mates: readonly Mate[]; value: string | null; onChange: (seat: string) => void };

/** The classmates who can take a customer first, those with the fewest at the top. */
const MateList = ({ mates, value, onChange }: ListProps) => {
  const { t } = useTranslation('transfers');
  if (mates.length === 0) return null;
  const sorted = mates.toSorted(
    (one, other) => Number(one.block !== null) - Number(other.block !== null) || one.customers - other.customers,
  );
  return (
    <fieldset className="mt-10 min-w-0">
      <legend className="mb-3 text-12 text-ink-2">{t('to')}</legend>
      <div className="max-h-200 overflow-y-auto rounded-5 border border-line-2">
        {sorted.map((mate) => (
          <label
            key={mate.seat}
            className={cx(
              'flex items-center gap-8 border-line border-b px-10 py-6 last:border-b-0 max-pane:min-h-44',
              mate.block !== null ? 'text-ink-3' : mate.seat === value ? 'bg-tint' : 'hover:bg-soft',
            )}
          >
            <input
              type="radio"
              name="mate"
              checked={mate.seat === value}
              disabled={mate.block !== null}
              onChange={() => onChange(mate.seat)}
              className="size-16 shrink-0 accent-accent-solid"
            />
            <span lang="zh-CN" className="cut min-w-0 flex-1">
              {mate.name}
            </span>
            <span className="shrink-0 text-12 text-ink-2">
              {mate.block === null ? t('customers', { n: mate.customers }) : t(`block.${mate.block}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
