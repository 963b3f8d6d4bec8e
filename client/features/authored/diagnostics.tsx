import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { CaseChecked, CaseDiagnostic } from '#contract/authored.ts';

/** What the checker found: how much, then each with its place, its code and the line it is about. Errors first. */
export const Diagnostics = ({ checked }: { checked: CaseChecked }) => {
  const { t } = useTranslation('authored');
  const { errors, warnings, diagnostics } = checked;
  const hiddenCount = errors + warnings - diagnostics.length;
  if (errors + warnings === 0) {
    return (
      <p role="status" className="flex items-center gap-6 text-good">
        <CircleCheck size={14} aria-hidden="true" />
        {t('found.clean')}
      </p>
    );
  }
  return (
    <section aria-label={t('found.title')}>
      <p role="status" className="mb-6 font-semibold">
        {t('found.count', { errors, warnings })}
        <span className="ml-8 font-normal text-12 text-ink-3">{t(errors > 0 ? 'found.mend' : 'found.may')}</span>
      </p>
      <ul className="border-line border-t">
        {diagnostics.map((diagnostic) => (
          <DiagnosticRow
            key={`${diagnostic.file}:${diagnostic.line}:${diagnostic.column}:${diagnostic.code}:${diagnostic.message}`}
            diagnostic={diagnostic}
          />
        ))}
      </ul>
      {hiddenCount > 0 ? <p className="mt-6 text-12 text-ink-3">{t('found.more', { left: hiddenCount })}</p> : null}
    </section>
  );
};

const DiagnosticRow = ({ diagnostic }: { diagnostic: CaseDiagnostic }) => {
  const { t } = useTranslation('authored');
  const isError = diagnostic.severity === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <li className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-8 border-line border-b py-8">
      <Icon size={14} className={isError ? 'mt-3 text-bad' : 'mt-3 text-warn'} aria-hidden="true" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-10 text-12 text-ink-3">
          <span className={isError ? 'font-semibold text-bad' : 'font-semibold text-warn'}>
            {t(`severity.${diagnostic.severity}`)}
          </span>
          <span className="text-ink-2">{t('found.place', { line: diagnostic.line, column: diagnostic.column })}</span>
          <code className="font-mono">{diagnostic.code}</code>
          <span className="wrap-anywhere">{diagnostic.file}</span>
        </p>
        <p className="mt-2 wrap-anywhere">{diagnostic.message}</p>
        {diagnostic.text.trim() === '' ? null : (
          <code className="mt-4 block whitespace-pre-wrap rounded-3 bg-sunken px-8 py-4 font-mono text-12 text-ink-2 wrap-anywhere">
            {diagnostic.text.trim()}
          </code>
        )}
      </div>
    </li>
  );
};
