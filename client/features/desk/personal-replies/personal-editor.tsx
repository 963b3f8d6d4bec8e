import { type RefObject, useEffect, useRef, useState } from 'react';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { useFirstFocus } from '#client/lib/hooks/use-first-focus.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField, TextField } from '#client/ui/controls/field.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { keepUnstored, type PersonalDraft } from './personal-draft.ts';
import { changePersonalReply, loadPersonalReplies, storePersonalReply, usePersonalReplies } from './personal-store.ts';

type Props = {
  person: string;
  draft: PersonalDraft;
  /** It is stored, under this title. */
  onDone: (title: string) => void;
  onBack: () => void;
};

const CODE = /^(?:[a-z][a-z0-9]*)?$/i;
/** Variables of a kind that have a button; the others are named below the field. */
const MAX_SHOWN = 2;
const braced = (names: readonly string[]): string[] => names.map((name) => `{${name}}`);

/** Title, code and words of one reply. It waits for the server's answer with all that was written. */
export const PersonalEditor = ({ person, draft: given, onDone, onBack }: Props) => {
  const { t } = useTranslation('personal-replies');
  const [draft, setDraft] = useState(given);
  /** The stored wording that another page has put in the place of the one this began with. */
  const [newer, setNewer] = useState<string | null>(null);
  const { isBusy, error, send, clear } = useSubmit();
  const area = useRef<HTMLTextAreaElement>(null);
  const body = usePersonalReplies((state) => state.body);
  const title = useFirstFocus<HTMLInputElement>();
  const { variables, limits } = body ?? {
    variables: { filled: [], gaps: [] },
    limits: { code: 12, title: 20, text: 500 },
  };
  const write = (over: Partial<PersonalDraft>) => {
    const next = { ...draft, ...over };
    setDraft(next);
    keepUnstored(person, next);
    clear();
  };
  useConflict({ error: error?.code ?? null, person, draft, setDraft, setNewer });

  const isOddCode = !CODE.test(draft.code.trim());
  const isMissing = draft.title.trim() === '' || draft.text.trim() === '' || isOddCode;
  const save = async () => {
    if (isMissing) return;
    // The dialog may be closed before an answer comes.
    keepUnstored(person, draft);
    const { id, rev, ...wording } = draft;
    const stored = await send(() =>
      rev === 0 ? storePersonalReply(id, wording) : changePersonalReply(id, rev, wording),
    );
    if (stored === null) return;
    keepUnstored(person, null);
    onDone(draft.title.trim());
  };
  const filled = variables.filled.slice(0, MAX_SHOWN);
  const gaps = variables.gaps.slice(0, MAX_SHOWN);
  const isNewAgain = error?.code === 'unknown-personal-reply';
  return (
    <form
      className="mt-8 grid gap-10"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {newer === null ? null : <Notice tone="warn">{t('editor.now', { text: newer })}</Notice>}
      <div className="grid grid-cols-[1fr_160px] gap-10 max-pane:grid-cols-1">
        <TextField
          ref={title}
          label={t('editor.name')}
          lang="zh-CN"
          maxLength={limits.title}
          value={draft.title}
          onChange={(event) => write({ title: event.target.value })}
        />
        <TextField
          label={t('editor.code')}
          maxLength={limits.code}
          autoCapitalize="none"
          spellCheck={false}
          value={draft.code}
          hint={t('editor.codeHint')}
          error={isOddCode ? t('editor.oddCode') : null}
          onChange={(event) => write({ code: event.target.value })}
        />
      </div>
      <AreaField
        ref={area}
        label={t('editor.text')}
        lang="zh-CN"
        rows={5}
        maxLength={limits.text}
        value={draft.text}
        hint={t('editor.filled', { names: listed(braced(filled)) })}
        onChange={(event) => write({ text: event.target.value })}
      />
      <div className="-mt-6 flex flex-wrap gap-6">
        {[...filled, ...gaps].map((name) => (
          <Button
            key={name}
            size="s"
            aria-label={t('editor.insert', { name: `{${name}}` })}
            onClick={() => write({ text: withInserted(area, `{${name}}`, limits.text) })}
          >
            <span lang="zh-CN">{`{${name}}`}</span>
          </Button>
        ))}
      </div>
      <details className="text-12 text-ink-3">
        <summary className="max-pane:py-10">{t('editor.more')}</summary>
        <p className="mt-2">{t('editor.gaps', { names: listed(braced([...variables.filled, ...variables.gaps])) })}</p>
      </details>
      <Refused error={error} />
      <div className="flex flex-wrap justify-end gap-8">
        <Button onClick={onBack}>{t('editor.back')}</Button>
        <Button kind="primary" type="submit" disabled={isMissing || isBusy}>
          {t(isNewAgain ? 'editor.saveNew' : 'editor.save')}
        </Button>
      </div>
    </form>
  );
};

/** The field's text with a variable where the caret is, which stands behind it afterwards. */
const withInserted = ({ current }: RefObject<HTMLTextAreaElement | null>, name: string, most: number): string => {
  if (current === null) return name;
  const { value, selectionStart, selectionEnd } = current;
  const next = value.slice(0, selectionStart) + name + value.slice(selectionEnd);
  if (next.length > most) return value;
  requestAnimationFrame(() => {
    current.focus();
    current.setSelectionRange(selectionStart + name.length, selectionStart + name.length);
  });
  return next;
};

type Conflict = {
  error: string | null;
  person: string;
  draft: PersonalDraft;
  setDraft: (draft: PersonalDraft) => void;
  setNewer: (text: string) => void;
};

/** Another page was quicker: its wording is shown, or, where it deleted the reply, this one becomes a new one. */
const useConflict = ({ error, person, draft, setDraft, setNewer }: Conflict): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal, with what was written by then
  useEffect(() => {
    if (error === 'unknown-personal-reply') {
      const next = { ...draft, id: newCommandId(), rev: 0 };
      setDraft(next);
      keepUnstored(person, next);
    }
    if (error !== 'personal-reply-changed') return;
    void loadPersonalReplies(person).then(() => {
      const there = usePersonalReplies.getState().body?.replies.find(({ id }) => id === draft.id);
      if (there === undefined) return;
      setNewer(there.text);
      setDraft({ ...draft, rev: there.rev });
    });
  }, [error]);
};
