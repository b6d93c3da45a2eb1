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
      <div className="panel-head import-head">
        <h2 id="problems-title">{t('problems.title', { count: job.badRowCount })}</h2>
        {job.problemsUrl && (
          <Button
            icon={<DownloadOutlined />}
            href={downloadUrl(job.problemsUrl, new URL(serverUrl(''), window.location.href).href)}
            download
          >
            {t('problems.download')}
          </Button>
        )}
      </div>
      <div
        className="table-scroll import-scroll"
        role="region"
        tabIndex={0}
        aria-labelledby="problems-title"
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
              <th scope="col">{t('problems.wanted')}</th>
            </tr>
          </thead>
          <tbody>
            {job.problems.map((problem, i) => (
              <tr key={i}>
                <td>{problem.sheet}</td>
                <td className="number">{problem.row}</td>
                <td>{problem.column || t('problems.wholeRow')}</td>
                <td className="prose">{problem.found || t('preview.empty')}</td>
                <td className="prose">{problem.wanted}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {job.problems.length >= 200 && <p className="hint">{t('problems.more')}</p>}
    </section>
  );
}
