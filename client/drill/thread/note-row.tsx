import { actionName, answerLines, didWords, jumpWords } from '#client/drill/model/event-words.ts';
import type { ThreadRow } from '#client/drill/model/thread-rows.ts';
import { clock, storyDay } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireStoryTime } from '#contract/wire-events.ts';
import { RowFrame } from './row-frame.tsx';

type Note = Extract<ThreadRow, { kind: 'note' }>;
type OverItem = Extract<Note['item'], { kind: 'over' }>;

/** Few desks have a lead. */
const LeadNote = later(() => import('#client/drill/lead/lead-note.tsx').then((module) => module.LeadNote));

/** On the desk itself none stands in the thread. */
const HoldNote = later(() => import('#client/drill/hold/hold-note.tsx').then((module) => module.HoldNote));

/** A note between messages: who came, what was done, what time the story skipped. */
export const NoteRow = ({ row, shop }: { row: Note; shop: ShopBody | null }) => {
  const { item } = row;
  if (item.kind === 'jump') return <Jump text={withDay(jumpWords(item.jump), item.story)} row={row} />;
  return (
    <RowFrame bracket={row.bracket} at={null}>
      <div className="pt-6 pl-4 text-12 text-ink-3 max-pane:pl-0">
        <NoteText row={row} shop={shop} />
      </div>
    </RowFrame>
  );
};

/** 两天后 · 11月14日 周六 14:05. */
const withDay = (text: string, story: WireStoryTime | null): string =>
  story === null ? text : `${text} · ${storyDay(story)}`;

/** The page a customer came from: a product's page by the product's name, any other as the author wrote it. */
const entryPageName = (enters: string, shop: ShopBody | null): string =>
  shop?.products.find((product) => product.id === enters)?.name ?? enters;

/** Where the customer has just answered the trainee or a picture hasn't come, no note asks for a goodbye (RULES X95). */
const overNote = ({ isAway, isParted, waits }: Pick<OverItem, 'isAway' | 'isParted' | 'waits'>) => {
  if (waits === 'word') return isAway ? 'awayWord' : 'overWord';
  if (waits === 'picture') return isAway ? 'awayPicture' : isParted ? 'overPictureParted' : 'overPicture';
  if (isAway) return isParted ? 'awayParted' : 'awayOver';
  return isParted ? 'overParted' : 'over';
};

const NoteText = ({ row, shop }: { row: Note; shop: ShopBody | null }) => {
  const { t } = useTranslation('desk');
  const { item } = row;
  const time = clock(row.at);
  switch (item.kind) {
    case 'action':
      return (
        <>
          <p>{t('note.action', { at: time, title: actionName(item, shop) })}</p>
          {answerLines(item, shop).map(({ text, lang }) => (
            <p key={text} lang={lang} className="text-ink-2">
              {text}
            </p>
          ))}
        </>
      );
    case 'deed':
      return <p>{t('note.deed', { at: time, text: didWords(item.deed) })}</p>;
    case 'arrived':
      return (
        <>
          {item.story === null ? null : <p className="text-ink-2">{storyDay(item.story)}</p>}
          {item.isReturning ? (
            <p>{t('note.returned', { at: time })}</p>
          ) : item.entryPage === null ? (
            <p>{t('note.arrived', { at: time })}</p>
          ) : (
            <p>{t('note.arrivedFrom', { at: time, from: entryPageName(item.entryPage, shop) })}</p>
          )}
        </>
      );
    case 'over':
      return <p>{t(`note.${overNote(item)}`, { at: time })}</p>;
    case 'away':
    case 'closed':
      if (item.over !== undefined) {
        const over = overNote({ isAway: true, isParted: item.over === 'parted', waits: item.waits });
        return <p>{t(`note.${over}`, { at: time })}</p>;
      }
      return <p>{t(item.isHandover ? 'note.closedHandover' : `note.${item.kind}`, { at: time })}</p>;
    case 'greeting':
      return <p>{t('note.greeting', { at: time, text: item.text })}</p>;
    case 'transferred':
      return (
        <p>
          {item.to === null
            ? t(item.isPassed ? 'note.passedOn' : 'note.transferred', { at: time, note: item.note })
            : t('note.handed', { at: time, note: item.note, role: item.to })}
        </p>
      );
    case 'lead-asked':
    case 'lead-answered':
      return <LeadNote item={item} />;
    case 'hold':
      return <HoldNote item={item} />;
    case 'jump':
      return null;
  }
};

/** 〔两天后〕, between two rules. */
const Jump = ({ text, row }: { text: string; row: Note }) => (
  <RowFrame bracket={row.bracket} at={null}>
    <p className="flex items-center gap-12 pt-16 pb-4 text-12 text-ink-2 before:h-1 before:flex-1 before:bg-line-2 after:h-1 after:flex-1 after:bg-line-2">
      {text}
    </p>
  </RowFrame>
);
