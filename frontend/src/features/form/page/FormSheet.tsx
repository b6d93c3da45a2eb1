import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { AssignButton } from './AssignDialog';
import { ClashDialog } from './ClashDialog';
import { FieldBlock, Pledges } from './Fields';
import { LeaveGuard } from './LeaveGuard';
import { Notices } from './Notices';
import { PaperHead } from './PaperHead';
import { ProblemPanel } from './ProblemPanel';
import { ProcessMaps } from './ProcessMaps';
import { RowFiles, type FiledRow } from './RowFiles';
import { SaveStatus } from './SaveStatus';
import { FormActions } from '../FormActions';
import { useDraft } from '../draft/useDraft';
import { isNew, isTyped, rowsOf, type Row } from '../draft/sheet';
import { Grid, type GridHandle } from '../grid/Grid';
import { SuggestionSourceContext } from '../grid/useSuggestions';
import '../form.css';
import type { FormProblem, Layout } from '../query';
import type { Entry } from '../useFormEntry';
import { Attachments } from '@/features/attachment/door';
import { FormHints } from '@/features/hint/door';
import { PaperMenu } from '@/features/paper/door';
import { ReviewActions } from '@/features/review/door';
import { useEnum } from '@/lib/enumLabel';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';

interface Props {
  entry: Entry;
  /** The form is in another state: it is read again. */
  onChanged: () => void;
}

/** A form as on paper, to be filled in or to be read. */
export function FormSheet({ entry: { form, content, layout }, onChanged }: Props) {
  const { t } = useTranslation('form');
  const state = useEnum('FormState');
  const { keeper, draft } = useDraft(form.id, layout, content);
  const panel = useRef<HTMLElement>(null);
  const grids = useRef(new Map<string, GridHandle>());
  const [first] = useState(content);
  const [filed, setFiled] = useState<FiledRow | null>(null);
  const notify = useNotify();
  const readOnly = !form.mayFill;

  useEffect(() => {
    if (content !== first) keeper.replace(content);
  }, [content, first, keeper]);

  const source = useMemo(
    () => ({
      unitId: form.unit?.id,
      ownRisks: () => {
        const place = layout.tables
          .find(({ code }) => code === 'risks')
          ?.columns.findIndex(({ code }) => code === 'title');
        if (place === undefined || place < 0) return [];
        const rows = rowsOf(keeper.read().sheet, 'risks');
        return rows.map((row) => row.cells[place] ?? '').filter((title) => title !== '');
      },
    }),
    [form.unit?.id, layout, keeper],
  );

  const jump = useCallback((problem: FormProblem) => {
    if (problem.section && problem.key) {
      grids.current.get(problem.section)?.jump(problem.key, problem.column);
    } else if (problem.column) {
      document.getElementById(`field-${problem.column}`)?.focus();
    }
  }, []);

  const showFiles = async (table: Layout['tables'][number], row: Row, index: number) => {
    const named = table.columns.findIndex(({ code }) =>
      ['name', 'title', 'content'].includes(code),
    );
    // The server takes files for rows that it knows.
    if (isNew(row) && !(await keeper.flush())) notify.error(t('rowFiles.unsaved'));
    else setFiled({ key: row.key, number: index + 1, text: row.cells[named] ?? '' });
  };

  const title = `${layout.number} ${layout.title}`;
  const bySection = useMemo(() => groupBySection(draft.problems), [draft.problems]);
  const problems = [
    ...draft.problems,
    ...blankFields(layout, draft.sheet.fields).map(({ code, title }) => ({
      section: null,
      key: null,
      column: code,
      reason: 'REQUIRED',
      message: t('problems.blank', { field: title }),
    })),
  ];
  return (
    <SuggestionSourceContext value={source}>
      <PageHeader
        title={title}
        crumbs={[{ title: t('nav'), to: '/forms' }]}
        tags={
          <>
            <span className="tag">{state.label(form.state)}</span>
            {form.overdue && <span className="tag tag-alarm">{t('overdue')}</span>}
          </>
        }
        actions={form.mayAssign && <AssignButton form={form} onChanged={onChanged} />}
      />
      <Notices form={form} draft={draft} keeper={keeper} />
      <div className="form-bar">
        {readOnly ? (
          <span className="hint-inline">{t('readOnly')}</span>
        ) : (
          <>
            <SaveStatus draft={draft} onRetry={keeper.retry} />
            <ProblemCount count={problems.length} onClick={() => panel.current?.focus()} />
          </>
        )}
        <span className="form-bar-actions">
          <FormActions form={form} keeper={keeper} onProblems={() => panel.current?.focus()}>
            <ReviewActions
              formId={form.id}
              before={keeper.flush}
              onChanged={onChanged}
              onProblems={() => panel.current?.focus()}
            />
            <PaperMenu
              formId={form.id}
              unitId={form.unit?.id}
              campaignId={form.campaign?.id}
              mayFill={form.mayFill}
              onImported={onChanged}
            />
          </FormActions>
        </span>
      </div>
      <section className="paper" aria-label={title}>
        <PaperHead form={form} layout={layout} />
        <FieldBlock columns={layout.fields} fields={draft.sheet.fields} />
        {layout.tables.map((table) => (
          <div key={table.code} className="paper-table">
            {table.title && <h3>{table.title}</h3>}
            <Grid
              ref={(handle) => {
                if (handle) grids.current.set(table.code, handle);
                else grids.current.delete(table.code);
              }}
              section={table.code}
              label={table.title || layout.title}
              columns={table.columns}
              rows={rowsOf(draft.sheet, table.code)}
              baseRows={rowsOf(draft.base, table.code)}
              problems={bySection.get(table.code) ?? none}
              readOnly={readOnly}
              change={keeper.change}
              onFiles={(row, index) => void showFiles(table, row, index)}
            />
            <ProcessMaps
              table={table}
              rows={rowsOf(draft.base, table.code)}
              mayEdit={form.unit?.allowedActions.includes('EDIT_REGISTER') ?? false}
            />
          </div>
        ))}
        <Pledges
          columns={layout.fields}
          fields={draft.sheet.fields}
          problems={problems}
          readOnly={readOnly}
          signer={form.person?.name}
          onType={(place, text) =>
            keeper.change((sheet) => ({
              ...sheet,
              fields: sheet.fields.map((old, i) => (i === place ? text : old)),
            }))
          }
        />
        {draft.carriesOn && (
          <Checkbox
            checked={draft.sheet.confirmed}
            onChange={({ target }) =>
              keeper.change((sheet) => ({ ...sheet, confirmed: target.checked }))
            }
          >
            {t('confirmed')}
          </Checkbox>
        )}
      </section>
      {!readOnly && (
        <ProblemPanel
          ref={panel}
          layout={layout}
          sections={draft.base.sections}
          problems={problems}
          onJump={jump}
        />
      )}
      <FormHints formId={form.id} />
      <Attachments ownerId={form.id} />
      {draft.clashes.length > 0 && (
        <ClashDialog layout={layout} clashes={draft.clashes} onChoose={keeper.choose} />
      )}
      {filed && <RowFiles formId={form.id} row={filed} onClose={() => setFiled(null)} />}
      <LeaveGuard keeper={keeper} />
    </SuggestionSourceContext>
  );
}

const none: FormProblem[] = [];

/** Required cells that stand once and are empty: they keep a form from being handed in. */
function blankFields({ fields }: Layout, texts: readonly string[]) {
  return fields.filter(
    (column, i) => column.required && isTyped(column) && (texts[i] ?? '').trim() === '',
  );
}

function groupBySection(problems: readonly FormProblem[]): Map<string, FormProblem[]> {
  const groups = new Map<string, FormProblem[]>();
  for (const problem of problems) {
    if (problem.section === null) continue;
    groups.set(problem.section, [...(groups.get(problem.section) ?? []), problem]);
  }
  return groups;
}

function ProblemCount({ count, onClick }: { count: number; onClick: () => void }) {
  const { t } = useTranslation('form');
  if (count === 0) return <span className="tag tag-good">{t('problems.none')}</span>;
  return (
    <button type="button" className="tag tag-alarm problem-count" onClick={onClick}>
      {t('problems.count', { count })}
    </button>
  );
}
