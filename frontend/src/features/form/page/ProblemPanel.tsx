import { memo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section } from '../draft/sheet';
import type { FormProblem, Layout } from '../query';

interface Props {
  ref: Ref<HTMLElement>;
  layout: Layout;
  /** For the numbers of the rows. */
  sections: readonly Section[];
  problems: readonly FormProblem[];
  onJump: (problem: FormProblem) => void;
}

/** More than anybody reads; the rest shows once these are put right. */
const most = 100;

/** All that keeps the draft out of the register; each leads to its cell. */
export const ProblemPanel = memo(function ProblemPanel(props: Props) {
  const { ref, layout, sections, problems, onJump } = props;
  const { t } = useTranslation('form');
  const where = (problem: FormProblem): string => {
    if (problem.key === null) {
      const field = layout.fields.find(({ code }) => code === problem.column);
      return field?.title ?? t('problems.whole');
    }
    const table = layout.tables.find(({ code }) => code === problem.section);
    const rows = sections.find(({ code }) => code === problem.section)?.rows ?? [];
    const row = rows.findIndex(({ key }) => key === problem.key);
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
          {problems.slice(0, most).map((problem, i) => (
            <li key={i}>
              <button type="button" className="problem-link" onClick={() => onJump(problem)}>
                {where(problem)}
              </button>{' '}
              {problem.message}
            </li>
          ))}
        </ol>
      )}
      {problems.length > most && (
        <p className="hint-inline">{t('problems.more', { count: problems.length - most })}</p>
      )}
    </section>
  );
});
