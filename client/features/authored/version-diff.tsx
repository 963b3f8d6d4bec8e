import { useState } from 'react';
import { type Path, pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { AuthoredBody, CaseDiff } from '#contract/authored.ts';

/** What differs between two versions, line by line; the newest against the one before until others are chosen. */
export const VersionDiff = ({ body }: { body: AuthoredBody }) => {
  const { t } = useTranslation('authored');
  const [newest, previous] = body.all;
  const [from, setFrom] = useState(previous?.version ?? '');
  const [to, setTo] = useState(newest?.version ?? '');
  const choices = body.all.map(({ version, no }) => ({ value: version, label: t('version.name', { no }) }));
  return (
    <section aria-labelledby="diff">
      <SectionHeader id="diff" title={t('diff.title')} />
      <div className="mb-8 flex flex-wrap items-end gap-8">
        <SelectField
          label={t('diff.from')}
          value={from}
          choices={choices}
          onChange={({ target }) => setFrom(target.value)}
          className="w-160"
        />
        <SelectField
          label={t('diff.to')}
          value={to}
          choices={choices}
          onChange={({ target }) => setTo(target.value)}
          className="w-160"
        />
      </div>
      <Panel>
        <DiffLines key={`${from} ${to}`} path={pathTo('GET /api/authored/:id/diff', { id: body.case, from, to })} />
      </Panel>
    </section>
  );
};

const LINE_CLASSES: Readonly<Record<string, string>> = {
  '+': 'bg-good-tint text-good',
  '-': 'bg-bad-tint text-bad',
  '@': 'bg-soft text-ink-3',
};

const DiffLines = ({ path }: { path: Path<CaseDiff> }) => {
  const { t } = useTranslation('authored');
  const { loaded, reload } = useLoad(path);
  if (loaded.state === 'failed') return <LoadFailed title={t('diff.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') {
    return (
      <Skeleton className="min-h-120">
        <div className="flex flex-col gap-14 p-18">
          <SkeletonBar className="w-[40%]" />
          <SkeletonBar className="w-[34%]" />
        </div>
      </Skeleton>
    );
  }
  if (loaded.value.diff === '') return <EmptyState title={t('diff.same')} />;
  const lines = loaded.value.diff.trimEnd().split('\n').flatMap(shownLines);
  return (
    <ScrollArea label={t('diff.title')} className="max-h-[60vh]">
      <pre className="py-6 font-mono text-12 leading-18">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat and never move
          <span key={index} className={cx('block whitespace-pre-wrap px-12 wrap-anywhere', lineClass(line))}>
            {line === '' ? ' ' : line}
          </span>
        ))}
      </pre>
    </ScrollArea>
  );
};

const lineClass = (line: string): string => LINE_CLASSES[line.charAt(0)] ?? 'text-ink-2';

/** Of a file's three head lines only its name is shown: `---` and `+++` begin like changed lines and would look changed. */
const shownLines = (line: string): string[] => {
  const [, name] = /^\+\+\+ b\/(.+)$/.exec(line) ?? [];
  if (name !== undefined) return [name];
  return /^(diff --git a|--- a)\//.test(line) ? [] : [line];
};
