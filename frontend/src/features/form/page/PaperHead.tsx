import { useTranslation } from 'react-i18next';
import type { FormHead, Layout } from '../query';
import { formatDate } from '@/lib/format';

/** The head of the paper: its number and name, and whose it is. */
export function PaperHead({ form, layout }: { form: FormHead; layout: Layout }) {
  const { t } = useTranslation('form');
  const items: [string, string | undefined | null][] = [
    [t('head.unit'), form.unit?.name],
    [t('head.campaign'), form.campaign?.title],
    [t('head.year'), form.campaign && t('head.yearValue', { year: form.campaign.year })],
    [t('head.revision'), t('head.revisionValue', { revision: form.revision })],
    [t('head.due'), formatDate(form.dueOn)],
    [t('head.preparer'), form.person?.name ?? form.preparer?.name ?? t('head.theHead')],
  ];
  if (form.filedNumber) items.push([t('head.filedNumber'), form.filedNumber]);
  return (
    <>
      <p className="paper-number">{layout.number}</p>
      <h2 className="paper-title">{layout.title}</h2>
      <dl className="paper-head">
        {items.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || '—'}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
