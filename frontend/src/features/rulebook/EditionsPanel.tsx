import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { WithdrawEditionDialog } from './DocumentDialogs';
import { CorrectEditionDialog } from './EditionDialog';
import type { Edition, RulesDocument } from './query';
import { formatTime } from '@/lib/format';

interface Props {
  document: RulesDocument;
  onDone: () => void;
}

/** The editions of a document, the newest first. */
export function EditionsPanel({ document, onDone }: Props) {
  const { t } = useTranslation('rulebook');
  const [open, setOpen] = useState<{ edition: Edition; what: 'correct' | 'withdraw' } | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  return (
    <section className="panel" aria-labelledby="editions-title">
      <h2 id="editions-title">{t('edition.title')}</h2>
      <ol className="rules-editions">
        {document.editions.map((edition) => (
          <li key={edition.id}>
            <h3>
              {t('edition.of', { revision: edition.revision })} <EditionTag edition={edition} />
            </h3>
            <p>
              {edition.number}
              {edition.number && ' · '}
              {span(edition)}
              {edition.issuedBy && ` · ${edition.issuedBy}`}
              {edition.issuedOn && ` ${edition.issuedOn}`}
            </p>
            {edition.changes && <p className="prose">{edition.changes}</p>}
            {edition.withdrawnReason && (
              <p>{t('edition.withdrawnFor', { reason: edition.withdrawnReason })}</p>
            )}
            <EditionText edition={edition} />
            <p className="hint-inline">
              {t('edition.entered', { name: edition.actorName, time: formatTime(edition.at) })}
            </p>
            {document.mayChange && edition.coming && (
              <div className="step-actions">
                <Button
                  aria-label={t('edition.correctOne', { revision: edition.revision })}
                  onClick={() => setOpen({ edition, what: 'correct' })}
                >
                  {t('edition.correct')}
                </Button>
                <Button
                  danger
                  aria-label={t('edition.withdrawOne', { revision: edition.revision })}
                  onClick={() => setOpen({ edition, what: 'withdraw' })}
                >
                  {t('edition.withdraw')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {open?.what === 'correct' && (
        <CorrectEditionDialog
          document={document}
          edition={open.edition}
          onClose={close}
          onDone={done}
        />
      )}
      {open?.what === 'withdraw' && (
        <WithdrawEditionDialog
          document={document}
          edition={open.edition}
          onClose={close}
          onDone={done}
        />
      )}
    </section>
  );
}

/** From when until when it holds, or would have. */
function span({ from, to }: Edition): string {
  return to ? `${from} — ${to}` : `${from} —`;
}

function EditionTag({ edition: { holds, coming, withdrawnAt } }: { edition: Edition }) {
  const { t } = useTranslation('rulebook');
  if (withdrawnAt) return <span className="tag">{t('edition.withdrawn')}</span>;
  if (holds) return <span className="tag tag-good">{t('edition.holds')}</span>;
  if (coming) return <span className="tag tag-wait">{t('edition.coming')}</span>;
  return <span className="tag">{t('edition.past')}</span>;
}

/** Where the text of an edition is read. */
export function EditionText({
  edition: { link, text },
}: {
  edition: Pick<Edition, 'link' | 'text'>;
}) {
  const { t } = useTranslation('rulebook');
  return (
    <>
      {link && (
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            {t('edition.link')}
          </a>
        </p>
      )}
      {text && (
        <details>
          <summary>{t('edition.text')}</summary>
          <p className="prose">{text}</p>
        </details>
      )}
    </>
  );
}
