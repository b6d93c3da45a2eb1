import { lazy, Suspense, useMemo } from 'react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MarkedRisk } from './RiskMarks';
import type { ProcessValues } from './values';
import { useDebounced } from '@/lib/useDebounced';
import { Loading } from '@/ui/Loading';

const ProcessGraph = lazy(() => import('./ProcessGraph'));

/** Draws what is typed so far. */
export function ProcessPreview({ risks }: { risks: Map<string, MarkedRisk[]> }) {
  const { t } = useTranslation('power');
  const form = Form.useFormInstance<ProcessValues>();
  const steps = useDebounced(Form.useWatch('steps', form));
  const edges = useDebounced(Form.useWatch('edges', form));
  const drawn = useMemo(
    () => ({
      steps: (steps ?? []).flatMap((step) =>
        step?.key
          ? [
              {
                key: step.key,
                name: step.name ?? '',
                kind: step.kind,
                timeLimitDays: step.timeLimitDays,
                risks: risks.get(step.key) ?? [],
              },
            ]
          : [],
      ),
      edges: (edges ?? []).map((edge) => ({
        fromKey: edge?.fromKey ?? '',
        toKey: edge?.toKey ?? '',
        condition: edge?.condition ?? '',
      })),
    }),
    // The risks of the version that is edited never change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [steps, edges],
  );
  return (
    <fieldset className="edit-part">
      <legend>{t('process.preview')}</legend>
      {drawn.steps.length > 0 && (
        <Suspense fallback={<Loading rows={4} />}>
          <ProcessGraph
            direction="across"
            steps={drawn.steps}
            edges={drawn.edges}
            label={t('graph.label', { count: drawn.steps.length })}
          />
        </Suspense>
      )}
    </fieldset>
  );
}
