import { responseStateOf, responseStateWord } from '#client/drill/status/response-state.ts';
import type { PaletteEntry } from '#client/features/desk/palette/palette-entries.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { Marked } from '#client/ui/layout/marked.tsx';

/** Characters shown before the first word found in a message. */
const LEAD = 12;

/** An entry's id within the list: the same entry keeps it while the search goes on. */
export const entryId = (entry: PaletteEntry): string => {
  if (entry.kind === 'conversation') return `conversation-${entry.conversation.key}`;
  if (entry.kind === 'message') return `message-${entry.seq}`;
  if (entry.kind === 'quickReply') return `reply-${entry.reply.id}`;
  if (entry.kind === 'operation') return `operation-${entry.action.id}`;
  return entry.kind === 'card' ? `card-${entry.id}` : `command-${entry.command}`;
};

/** A message from a little before the first word found: on a phone a row shows about twenty characters. */
const excerpt = (text: string, query: string): string => {
  const [word = ''] = query.trim().toLowerCase().split(/\s+/);
  const at = text.toLowerCase().indexOf(word);
  return at > LEAD ? `…${text.slice(at - LEAD)}` : text;
};

/** What stands first in an entry's row: its name, with the words found in it marked. */
export const EntryText = ({ entry, query }: { entry: PaletteEntry; query: string }) => {
  const { t } = useTranslation('desk');
  if (entry.kind === 'command') return <Marked text={entry.title} query={query} />;
  if (entry.kind === 'conversation') {
    return (
      <span lang="zh-CN">
        <Marked text={entry.conversation.name} query={query} />
        <span className="ml-10 text-ink-3">
          <Marked text={entry.lastWords} query={query} />
        </span>
      </span>
    );
  }
  if (entry.kind === 'quickReply') {
    return (
      <span lang="zh-CN">
        <Marked text={entry.reply.title} query={query} />
        <span className="ml-10 text-ink-3">
          <Marked text={entry.reply.text} query={query} />
        </span>
      </span>
    );
  }
  if (entry.kind === 'message') {
    const text = excerpt(entry.text, query);
    return (
      <span lang="zh-CN">
        <Marked text={entry.isMine ? t('line.mine', { text }) : text} query={query} />
      </span>
    );
  }
  return <Marked text={entry.kind === 'card' ? entry.title : entry.action.title} query={query} />;
};

const COMMAND_KEYS: Readonly<Partial<Record<string, readonly string[]>>> = {
  longest: ['Alt', '↓'],
  queue: ['Alt', 'Q'],
  hold: ['Alt', 'H'],
  transfer: ['Alt', 'T'],
  keep: ['Alt', 'S'],
  withdraw: ['Alt', 'Z'],
  close: ['Alt', 'E'],
  pause: ['Alt', 'P'],
  resume: ['Alt', 'P'],
  help: ['?'],
};

/** What tells it from others of its kind, at the end of its row. */
export const EntryAside = ({ entry }: { entry: PaletteEntry }) => {
  const { t } = useTranslation('desk');
  if (entry.kind === 'message') return `${entry.conversation.name} ${clock(entry.at)}`;
  if (entry.kind === 'quickReply' && entry.reply.mine) return entry.reply.group;
  if (entry.kind === 'quickReply') return <code className="font-mono">{entry.reply.code}</code>;
  if (entry.kind === 'operation') return entry.action.group;
  if (entry.kind === 'card') return t(`side.${entry.tab}`);
  if (entry.kind === 'command')
    return (
      <span className="inline-flex gap-4 max-pane:hidden">
        {(COMMAND_KEYS[entry.command] ?? []).map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    );
  const responseState = responseStateOf(entry.conversation);
  return 'isUnanswered' in responseState ? responseStateWord(responseState) : null;
};
