import type { Ref } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { rowsOf, type Sheet } from '../draft/sheet';
import type { FormProblem, Layout } from '../query';

interface Props {
  ref: Ref<HTMLElement>;
  layout: Layout;
  sheet: Sheet;
  problems: readonly FormProblem[];
  onJump: (problem: FormProblem) => void;
}

/** All that keeps the draft out of the register; each leads to its cell. */
export function ProblemPanel({ ref, layout, sheet, problems, onJump }: Props) {
  const { t } = useTranslation('form');
  const where = (problem: FormProblem): string => {
    if (problem.key === null) {
      const field = layout.fields.find(({ code }) => code === problem.column);
      return field?.title ?? t('problems.whole');
    }
    const table = layout.tables.find(({ code }) => code === problem.section);
    const row = rowsOf(sheet, problem.section ?? '').findIndex(({ key }) => key === problem.key);
    const column = table?.columns.find(({ code }) => code === problem.column);
    return [table?.title, row >= 0 && t('problems.row', { row: row + 1 }), column?.title]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <section ref={ref} tabIndex={-1} className="panel problem-panel" aria-labelledby="problems">
      <h2 id="problems">{t('problems.title', { count: problems.length })}</h2>
      {problems.length === 0 ? (
        <p className="hint-inline">{t('problems.empty')}</p>
      ) : (
        <ol>
          {problems.map((problem, i) => (
            <li key={i}>
              <Button type="link" className="link-inline" onClick={() => onJump(problem)}>
                {where(problem)}
              </Button>{' '}
              {problem.message}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
