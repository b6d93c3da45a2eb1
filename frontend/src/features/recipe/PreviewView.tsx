import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMutation, type CombinedError } from 'urql';
import { RegradeMutation, type Preview } from './query';
import { matrixOf } from './recipe';
import { enums } from '@/gql';
import { ErrorState } from '@/ui/ErrorState';
import { GradeBadge } from '@/ui/GradeBadge';

interface Props {
  preview: Preview;
  /** The recipe is in force, and why it was set. */
  saved?: { reason: string };
}

/** What a recipe changes; once it is in force, proposals can be added for what it changed. */
export function PreviewView({ preview, saved }: Props) {
  const { t } = useTranslation('recipe');
  return (
    <div className="recipe-preview">
      <p role="status">
        <strong>{t('changed', { total: preview.total, changed: preview.changed })}</strong>
      </p>
      <table className="grid-table recipe-matrix">
        <caption>{t('cells')}</caption>
        <thead>
          <tr>
            <th scope="col">
              {t('now')} ＼ {t('would')}
            </th>
            {enums.Grade.map((grade) => (
              <th key={grade} scope="col">
                <GradeBadge grade={grade} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrixOf(preview.cells).map(({ now, counts }) => (
            <tr key={now}>
              <th scope="row">
                <GradeBadge grade={now} />
              </th>
              {counts.map((count, i) => (
                <td key={i} className={count > 0 && enums.Grade[i] !== now ? 'moves' : undefined}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.rows.length > 0 && <Changes preview={preview} saved={saved} />}
    </div>
  );
}

interface Failure {
  id: string;
  title: string;
  message: string;
}

function Changes({ preview: { rows, hasNextPage }, saved }: Props) {
  const { t } = useTranslation('recipe');
  const [, regrade] = useMutation(RegradeMutation);
  const [chosen, setChosen] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const [said, setSaid] = useState<{ text: string; failures: Failure[] } | null>(null);

  const send = async (reason: string) => {
    setBusy(true);
    const { data, error } = await regrade({
      input: { riskPointIds: chosen, reason },
    });
    setBusy(false);
    setError(error);
    if (!data) return;
    const { results } = data.regrade;
    const titles = new Map(rows.map(({ riskPoint }) => [riskPoint.id, riskPoint.title]));
    const failed = results.flatMap(({ riskPointId: id, error }) =>
      error ? [{ id, title: titles.get(id) ?? '', message: error.message }] : [],
    );
    const done = results.filter((r) => r.assessment).length;
    const same = results.length - done - failed.length;
    setSaid({ text: t('regraded', { done, same, failed: failed.length }), failures: failed });
    // Those that failed can be tried again.
    setChosen(failed.map(({ id }) => id));
  };

  return (
    <>
      {saved && <p className="hint">{t('regradeIntro')}</p>}
      <ErrorState error={error} />
      <div className="table-scroll">
        <table className="grid-table list-table">
          <caption>
            {t('rows')}
            {hasNextPage && `（${t('more', { count: rows.length })}）`}
          </caption>
          <thead>
            <tr>
              {saved && (
                <th scope="col">
                  <Checkbox
                    aria-label={t('all')}
                    checked={chosen.length === rows.length}
                    onChange={(event) =>
                      setChosen(event.target.checked ? rows.map((r) => r.riskPoint.id) : [])
                    }
                  />
                </th>
              )}
              <th scope="col">{t('risk')}</th>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('decided')}</th>
              <th scope="col">{t('now')}</th>
              <th scope="col">{t('would')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ riskPoint: risk, now, would }) => (
              <tr key={risk.id}>
                {saved && (
                  <td>
                    <Checkbox
                      aria-label={t('choose', { title: risk.title })}
                      checked={chosen.includes(risk.id)}
                      onChange={(event) =>
                        setChosen(
                          event.target.checked
                            ? [...chosen, risk.id]
                            : chosen.filter((id) => id !== risk.id),
                        )
                      }
                    />
                  </td>
                )}
                <th scope="row">
                  <Link to={`/risks/${risk.id}`}>{risk.title}</Link>
                </th>
                <td>{risk.unit?.name ?? '—'}</td>
                <td>
                  <GradeBadge grade={risk.grade} />
                </td>
                <td>
                  <GradeBadge grade={now} />
                </td>
                <td>
                  <GradeBadge grade={would} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {saved && (
        <Button
          disabled={chosen.length === 0}
          loading={busy}
          onClick={() => void send(saved.reason)}
        >
          {t('regrade', { count: chosen.length })}
        </Button>
      )}
      {said && (
        <div role="status">
          <p>{said.text}</p>
          {said.failures.map(({ id, title, message }) => (
            <p key={id}>
              {title}：{message}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
