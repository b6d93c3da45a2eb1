import { useTranslation } from 'react-i18next';
import type { ReviewedForm } from '../query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

/** Everything that was handed in and said of it, the oldest first; what is void is struck out. */
export function ReviewDecisions({ form }: { form: ReviewedForm }) {
  const { t } = useTranslation('review');
  const state = useEnum('FormState');
  const verdict = useEnum('Verdict');
  const role = useEnum('Role');
  if (form.submissions.length === 0) return <p className="hint">{t('decisions.none')}</p>;
  const submissions = [...form.submissions].sort((a, b) => a.number - b.number);
  return (
    <ol className="decisions">
      {submissions.map((sub) => (
        <li key={sub.id}>
          <p>
            {t('decisions.submitted', {
              number: sub.number,
              revision: sub.revision,
              who: sub.submitterName,
              time: formatTime(sub.at),
            })}{' '}
            {sub.late && <span className="tag tag-wait">{t('decisions.late')}</span>}{' '}
            <code className="hash" title={sub.hash}>
              SHA-256 {sub.hash.slice(0, 12)}
            </code>
          </p>
          <ol>
            {form.reviewDecisions
              .filter(({ submissionId }) => submissionId === sub.id)
              .map((o) => {
                const said = (
                  <>
                    {state.label(o.stage)} {verdict.label(o.verdict)}
                    {o.returnedTo && ` → ${state.label(o.returnedTo)}`}
                    {o.text && <span className="prose">：{o.text}</span>}
                  </>
                );
                return (
                  <li key={o.id}>
                    {o.voidedAt ? <s>{said}</s> : said}
                    <div className="signature">
                      {[o.signerTitle, o.signerName].filter(Boolean).join(' ')}
                      {o.behalfName && t('decisions.behalf', { name: o.behalfName })}
                      {o.signerRole && ` · ${role.label(o.signerRole)}`} · {formatTime(o.at)}
                    </div>
                    {o.voidedAt && (
                      <div className="voided">
                        {t('decisions.voided', { time: formatTime(o.voidedAt), why: o.voidReason })}
                      </div>
                    )}
                  </li>
                );
              })}
          </ol>
          {sub.endedBy && sub.endReason && (
            <p className="hint">{t('decisions.ended', { why: sub.endReason })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
