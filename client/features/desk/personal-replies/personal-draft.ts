/** A reply of one's own that is being written: kept in this tab until it is stored, so that a closed dialog or a reload loses nothing. */
import type { PersonalReply } from '#contract/practice/personal-replies.ts';

/** `id` and `rev` of the stored one that is changed; rev 0: a new one, with the id it will have. */
export type PersonalDraft = PersonalReply;

const KEY = 'kefu.personal-draft';
type Kept = { person: string; draft: PersonalDraft };

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'person' in value && 'draft' in value;

/** What somebody left unstored in this tab; null: nothing, or another's. */
export const unstoredDraft = (person: string): PersonalDraft | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isKept(kept) && kept.person === person ? kept.draft : null;
  } catch {
    return null;
  }
};

/** Null: it is stored, or was discarded. */
export const keepUnstored = (person: string, draft: PersonalDraft | null): void => {
  try {
    if (draft === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ person, draft } satisfies Kept));
  } catch {
    // The browser refuses: the dialog itself has it for as long as it is open.
  }
};
