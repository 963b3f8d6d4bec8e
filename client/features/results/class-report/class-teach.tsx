import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { ClassReport } from '#contract/results.ts';

/** The faults to begin the next lesson with: which, how many, how to teach them, and quoted replies without names. */
export const ClassTeach = ({ teach }: Pick<ClassReport, 'teach'>) => {
  const { t } = useTranslation('results');
  return (
    <section aria-labelledby="teach" className="mt-16 print:mt-8">
      <h2 id="teach" className="mb-4 font-semibold text-15">
        {t('class.teach')}
      </h2>
      {teach.length === 0 ? <p className="text-ink-2">{t('class.teachNone')}</p> : null}
      <ol>
        {teach.map((item, index) => (
          <li
            key={item.title}
            className="grid grid-cols-[24px_minmax(0,1fr)] border-line border-t py-8 print:break-inside-avoid print:py-5"
          >
            <b className="text-ink-3">{index + 1}</b>
            <div className="min-w-0">
              <p>
                <b className="mr-10">{item.title}</b>
                <span className="text-12 text-ink-2">{item.why}</span>
              </p>
              <p>{item.how}</p>
              <dl className="mt-2 grid grid-cols-[40px_minmax(0,1fr)] gap-x-8 text-ink-2 [&:lang(en)]:grid-cols-[64px_minmax(0,1fr)]">
                {item.customer.some((line) => line !== '') ? (
                  <Quote name={t('turn.customer')} text={item.customer.join(' / ')} />
                ) : null}
                {item.reply === '' ? (
                  <Quote name={t('class.seen')} text={item.instead ?? t('turn.silent')} />
                ) : (
                  <Quote name={t('turn.trainee')} text={item.reply} />
                )}
                {item.better === null ? null : (
                  <Quote name={t(`class.better.${item.better.by}`)} text={item.better.text} />
                )}
              </dl>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Quote = ({ name, text }: { name: string; text: string }) => (
  <>
    <dt className="whitespace-nowrap text-ink-3">{name}</dt>
    <dd className="whitespace-pre-line wrap-anywhere">{text}</dd>
  </>
);
