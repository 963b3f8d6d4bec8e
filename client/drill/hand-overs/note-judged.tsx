import './strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { HandOver, KeptItem, QuotedAgain } from '#contract/plans/projects.ts';

/** What a note held and lacked, and what came of it, with the words of whoever asked again. */
export const NoteJudged = ({ handOver: { note, items, again, broken } }: { handOver: HandOver }) => {
  const { t } = useTranslation('project-task');
  const lacking = items.filter(({ held }) => !held);
  return (
    <div className="grid gap-8">
      <blockquote lang="zh-CN" className="border-line-2 border-l-2 pl-10 wrap-anywhere">
        {note}
      </blockquote>
      {items.length === 0 ? (
        <p className="text-12 text-ink-3">{t('note.none')}</p>
      ) : (
        <dl className="grid gap-4">
          <Items name={t('note.held')} tone="good" items={items.filter(({ held }) => held)} />
          <Items name={t('note.lacks')} tone="warn" items={lacking} />
        </dl>
      )}
      {items.length > 0 && lacking.length === 0 ? <p className="text-12 text-good">{t('note.all')}</p> : null}
      {again.length === 0 && broken.length === 0 ? <p className="text-12 text-ink-3">{t('note.fine')}</p> : null}
      <Quotes
        title={t('note.again')}
        rows={again.map((one) => ({ ...one, why: t(one.held ? 'note.againHeld' : 'note.againMissing') }))}
      />
      <Quotes title={t('note.broken')} rows={broken.map((one) => ({ ...one, why: null }))} />
    </div>
  );
};

const Items = ({ name, tone, items }: { name: string; tone: 'good' | 'warn'; items: readonly KeptItem[] }) => {
  const { t } = useTranslation('project-task');
  if (items.length === 0) return null;
  return (
    <div className="flex flex-wrap items-baseline gap-6">
      <dt className="shrink-0 text-12 text-ink-3">{name}</dt>
      {items.map(({ id, says, promise }) => (
        <dd key={id} lang="zh-CN" className="min-w-0">
          <Tag tone={tone} className="h-auto! whitespace-normal! py-1">
            {promise ? `${t('note.promise')} · ` : ''}
            {says}
          </Tag>
        </dd>
      ))}
    </div>
  );
};

type QuoteRow = QuotedAgain & { why: string | null };

const Quotes = ({ title, rows }: { title: string; rows: readonly QuoteRow[] }) => {
  const { t } = useTranslation('project-task');
  if (rows.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <ul className="grid list-disc gap-2 pl-18">
        {rows.map(({ says, quote, why }) => (
          <li key={says}>
            <span lang="zh-CN">{t('note.quoted', { says, quote })}</span>
            {why === null ? null : <span className="text-12 text-ink-3"> {why}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
};
