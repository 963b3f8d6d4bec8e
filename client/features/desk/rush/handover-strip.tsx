import { ClipboardList } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { HeldLine } from '#client/drill/hold/held-line.tsx';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { useShop } from '#client/drill/model/drill-shops.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { OrderFlags } from '#client/drill/shop/order-flags.tsx';
import { useDeskUi, writeHandover } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import {
  handOver,
  handoverUntil,
  lastWords,
  leftForNextShift,
  sendNotes,
  skipHandover,
} from '#client/features/desk/model/handover.ts';
import { NOTE_LIMIT } from '#client/features/desk/model/rush-commands.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

/** What is written when so little time is left is sent as it stands: nobody's line is lost to the clock. */
const LAST_MS = 2500;
const SECOND_MS = 1000;

/** 交接班: at the end of a shift, who is still there is told to the next one. Nothing elsewhere. */
export const HandoverStrip = () => {
  const until = useDrill((state) => handoverUntil(state.view));
  return until === null ? null : <Handover until={until} />;
};

const Handover = ({ until }: { until: number }) => {
  const { t } = useTranslation('desk');
  const [isOpen, setIsOpen] = useState(true);
  const view = useDrill((state) => state.view);
  const left = leftForNextShift(view);
  const leftMs = useDrillClock(({ now }) => Math.ceil(Math.max(0, until - now) / SECOND_MS) * SECOND_MS);
  const isLast = useDrillClock(({ now }) => until - now <= LAST_MS);
  useEffect(() => {
    if (isLast) void sendNotes();
  }, [isLast]);
  return (
    <>
      <Notice
        tone="warn"
        icon={<ClipboardList size={16} className="shrink-0" aria-hidden="true" />}
        className="border-line border-b"
        action={
          <Button size="s" onClick={() => setIsOpen(true)}>
            {t('shift.write')}
          </Button>
        }
      >
        <b>{t('shift.strip', { n: left.length, left: clock(leftMs) })}</b>
      </Notice>
      <NotesDialog isOpen={isOpen} setIsOpen={setIsOpen} left={left} leftMs={leftMs} />
    </>
  );
};

type NotesProps = {
  isOpen: boolean;
  setIsOpen: (isOpen: boolean) => void;
  left: readonly ConversationView[];
  leftMs: number;
};

const NotesDialog = ({ isOpen, setIsOpen, left, leftMs }: NotesProps) => {
  const { t } = useTranslation('desk');
  const notes = useDeskUi((state) => state.handovers);
  const hasNote = left.some(({ key }) => (notes[key] ?? '').trim() !== '');
  return (
    <Dialog
      isWide
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('shift.title', { left: clock(leftMs) })}
      description={t('shift.text')}
      actions={
        <>
          <Button onClick={() => void skipHandover()}>{t('shift.skip')}</Button>
          <Button kind="primary" disabledReason={hasNote ? null : t('shift.missing')} onClick={() => void handOver()}>
            {t('shift.send')}
          </Button>
        </>
      }
    >
      {left.map((conversation) => (
        <NoteRow
          key={conversation.key}
          conversation={conversation}
          note={notes[conversation.key] ?? ''}
          isFirst={conversation === left[0]}
        />
      ))}
    </Dialog>
  );
};

type RowProps = { conversation: ConversationView; note: string; isFirst: boolean };

/** The first has the focus: writing is the only thing to do here. */
const NoteRow = ({ conversation, note, isFirst }: RowProps) => {
  const { t } = useTranslation('desk');
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isFirst) area.current?.focus();
  }, [isFirst]);
  const words = lastWords(conversation);
  const shop = useShop(
    conversation.shop,
    useDrill((state) => state.drillId),
  );
  return (
    <div className="mt-12 grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-16 gap-y-4 border-line border-t pt-12 max-pane:grid-cols-1">
      <div className="min-w-0">
        <p className="flex items-center gap-6 font-semibold" aria-hidden="true">
          <span lang="zh-CN" className="wrap-anywhere">
            {conversation.name}
          </span>
          <OrderFlags orders={conversation.orders} shop={shop} />
        </p>
        {words === null ? null : (
          <p aria-hidden="true" className="mt-2 line-clamp-3 text-12 text-ink-2">
            {t('shift.last', { text: words })}
          </p>
        )}
        <HeldLine className="mt-2 text-12" conversation={conversation} />
      </div>
      <AreaField
        ref={area}
        label={conversation.name}
        hideLabel
        lang="zh-CN"
        rows={3}
        maxLength={NOTE_LIMIT}
        value={note}
        {...(words === null ? {} : { 'aria-description': t('shift.last', { text: words }) })}
        onChange={(event) => writeHandover(conversation.key, event.target.value)}
      />
    </div>
  );
};
