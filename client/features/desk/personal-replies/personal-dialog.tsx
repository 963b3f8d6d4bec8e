import './strings.ts';
import { useEffect, useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { draftOf } from '#client/features/desk/model/drill-drafts.ts';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { titleOf, withVariables, wordsToKeep } from './keep-words.ts';
import { keepUnstored, type PersonalDraft, unstoredDraft } from './personal-draft.ts';
import { PersonalEditor } from './personal-editor.tsx';
import { usePersonalList } from './personal-list.ts';
import { PersonalRows } from './personal-rows.tsx';
import { loadPersonalReplies, usePersonalReplies } from './personal-store.ts';
import { usePersonalAccess, usePersonId } from './use-personal-access.ts';

/** 我的话术: the list, and one of them being written. Where they aren't offered, the key and the palette say why. */
export const PersonalDialog = ({ shop }: { shop: ShopBody | null }) => {
  const { t } = useTranslation('personal-replies');
  const asked = useDeskUi(({ dialog }) => (dialog === 'keep' || dialog === 'personal' ? dialog : null));
  const access = usePersonalAccess();
  const why = asked === null || access === null || access === 'open' ? null : t(`why.${access}`);
  useEffect(() => {
    if (why === null) return;
    showToast(why);
    setDialog(null);
  }, [why]);
  const person = usePersonId();
  if (asked === null || access !== 'open' || person === null || person === undefined) return null;
  return <OpenDialog key={asked} isKeeping={asked === 'keep'} person={person} shop={shop} />;
};

const newDraft = (text = ''): PersonalDraft => ({
  ...{ id: newCommandId(), rev: 0, code: '', title: titleOf(text), text },
});

/** The line that was pointed at, else what is typed, else the last that was sent: with names as variables. */
const keptDraft = (shop: ShopBody | null): PersonalDraft => {
  const { line } = usePersonalList.getState();
  const { selected } = useDeskUi.getState();
  const conversation = selected === null ? undefined : useDrill.getState().view.conversations[selected];
  if (conversation === undefined) return newDraft(line ?? '');
  const words = line ?? wordsToKeep(conversation, draftOf(conversation.key)) ?? '';
  const filled = usePersonalReplies.getState().body?.variables.filled ?? [];
  return newDraft(withVariables(words, { customer: conversation.name, shop: shop?.name ?? null }, filled));
};

type Props = { isKeeping: boolean; person: string; shop: ShopBody | null };

const OpenDialog = ({ isKeeping, person, shop }: Props) => {
  const { t } = useTranslation('personal-replies');
  const isPhone = usePhone();
  const [opener] = useState(() => ({
    current: document.activeElement instanceof HTMLElement ? document.activeElement : null,
  }));
  const [draft, setDraft] = useState<PersonalDraft | null>(() => (isKeeping ? keptDraft(shop) : null));
  useEffect(() => {
    void loadPersonalReplies(person);
    return () => usePersonalList.setState({ line: null });
  }, [person]);
  const close = () => setDialog(null);
  const onStored = (title: string) => {
    // The list shows it; over the desk it has to be said.
    if (!isKeeping) return setDraft(null);
    close();
    showToast(t('saved', { title }));
  };
  const frame = {
    open: true,
    onOpenChange: (willOpen: boolean) => (willOpen ? null : close()),
    ...(draft === null && { actions: <ListActions onAdd={() => setDraft(newDraft())} /> }),
    title: t(draft === null ? 'title' : draft.rev === 0 ? 'editor.new' : 'editor.change'),
  };
  const content =
    draft === null ? (
      <PersonalRows unstored={unstoredDraft(person)} onWrite={setDraft} onDrop={() => keepUnstored(person, null)} />
    ) : (
      <PersonalEditor key={draft.id} person={person} draft={draft} onDone={onStored} onBack={() => setDraft(null)} />
    );
  if (isPhone)
    return (
      <Sheet {...frame} from="bottom">
        {content}
      </Sheet>
    );
  return (
    <Dialog {...frame} isWide returnFocusTo={opener}>
      {content}
    </Dialog>
  );
};

/** Below the list, however long it is. */
const ListActions = ({ onAdd }: { onAdd: () => void }) => {
  const { t } = useTranslation('personal-replies');
  const body = usePersonalReplies((state) => state.body);
  if (body === null) return null;
  return (
    <>
      <span className="flex-1 text-12 text-ink-3">{t('list.count', { n: body.replies.length, most: body.most })}</span>
      <Button kind="primary" onClick={onAdd}>
        {t('list.add')}
      </Button>
    </>
  );
};
