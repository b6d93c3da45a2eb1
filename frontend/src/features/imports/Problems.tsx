import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { downloadUrl } from './job';
import type { ImportJob } from './query';
import { serverUrl } from '@/lib/page';

/** The bad cells: where, what was found, what would be right. */
export function Problems({ job }: { job: ImportJob }) {
  const { t } = useTranslation('imports');
  return (
    <section className="panel">
      <Head
        id="problems-title"
        title={t('problems.title', { count: job.badRowCount })}
        job={job}
        download={t('problems.download')}
      />
      <Cells cells={job.problems} labelledBy="problems-title" last={t('problems.wanted')} />
      {job.problems.length >= 200 && <p className="hint">{t('problems.more')}</p>}
    </section>
  );
}

/** What the good rows say and no import writes: decided grades, states of measures. */
export function Remarks({ job }: { job: ImportJob }) {
  const { t } = useTranslation('imports');
  return (
    <section className="panel">
      <Head
        id="remarks-title"
        title={t('remarks.title', { count: job.remarkCount })}
        job={job}
        download={t('remarks.download')}
      />
      <p className="hint">{t('remarks.hint')}</p>
      <Cells cells={job.remarks} labelledBy="remarks-title" last={t('remarks.why')} />
      {job.remarks.length >= 200 && <p className="hint">{t('remarks.more')}</p>}
    </section>
  );
}

interface HeadProps {
  id: string;
  title: string;
  job: ImportJob;
  download: string;
}

function Head({ id, title, job, download }: HeadProps) {
  return (
    <div className="panel-head import-head">
      <h2 id={id}>{title}</h2>
      {job.problemsUrl && (
        <Button
          icon={<DownloadOutlined />}
          href={downloadUrl(job.problemsUrl, new URL(serverUrl(''), window.location.href).href)}
          download
        >
          {download}
        </Button>
      )}
    </div>
  );
}

interface CellsProps {
  cells: ImportJob['problems'];
  labelledBy: string;
  /** Heading of the last column. */
  last: string;
}

function Cells({ cells, labelledBy, last }: CellsProps) {
  const { t } = useTranslation('imports');
  return (
    <div
      className="table-scroll import-scroll"
      role="region"
      tabIndex={0}
      aria-labelledby={labelledBy}
    >
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('problems.sheet')}</th>
            <th scope="col" className="number">
              {t('problems.row')}
            </th>
            <th scope="col">{t('problems.column')}</th>
            <th scope="col">{t('problems.found')}</th>
            <th scope="col">{last}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell, i) => (
            <tr key={i}>
              <td>{cell.sheet}</td>
              <td className="number">{cell.row}</td>
              <td>{cell.column || t('problems.wholeRow')}</td>
              <td className="prose">{cell.found || t('preview.empty')}</td>
              <td className="prose">{cell.wanted}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
