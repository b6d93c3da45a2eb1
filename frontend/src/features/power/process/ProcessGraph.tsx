import { useMemo } from 'react';
import {
  Background,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useTranslation } from 'react-i18next';
import { boxWidth, place, ways, type EdgeLike } from './graph';
import { RiskMarks, type MarkedRisk } from './RiskMarks';
import './graph.css';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

export interface GraphStep {
  key: string;
  name: string;
  kind: Enum<'StepKind'> | undefined;
  post?: string;
  timeLimitDays?: number | null;
  risks: MarkedRisk[];
}

interface Props {
  steps: GraphStep[];
  edges: EdgeLike[];
  label: string;
}

type StepNode = Node<{ step: GraphStep }, 'step'>;

const nodeTypes = { step: StepBox };

/** The process as a picture; the list beside it says the same in words. */
export default function ProcessGraph({ steps, edges, label }: Props) {
  const { nodes, lines } = useMemo(() => draw(steps, edges), [steps, edges]);
  const { t } = useTranslation('power');
  const height = Math.min(
    560,
    Math.max(180, 40 + Math.max(0, ...nodes.map((node) => node.position.y + (node.height ?? 0)))),
  );
  return (
    <figure className="process-graph" style={{ height }} aria-label={label}>
      <ReactFlow<StepNode>
        nodes={nodes}
        edges={lines}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ padding: 0.05, maxZoom: 1 }}
        minZoom={0.3}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        // The wheel scrolls the page, as it does everywhere else.
        zoomOnScroll={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'controls.zoomIn.ariaLabel': t('graph.zoomIn'),
          'controls.zoomOut.ariaLabel': t('graph.zoomOut'),
          'controls.fitView.ariaLabel': t('graph.fit'),
        }}
      >
        <Background gap={20} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </figure>
  );
}

function draw(steps: GraphStep[], edges: EdgeLike[]) {
  const lines = ways(steps, edges);
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const boxes = place(steps, lines, (key) => heightOf(byKey.get(key)));
  const nodes: StepNode[] = boxes.flatMap((box) => {
    const step = byKey.get(box.key);
    if (!step) return [];
    const { x, y, height } = box;
    return [
      { id: box.key, type: 'step', position: { x, y }, width: boxWidth, height, data: { step } },
    ];
  });
  const drawn: Edge[] = lines.map(({ id, from, to, label }) => ({
    id,
    source: from,
    target: to,
    label: label || undefined,
    type: 'smoothstep',
    markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 },
  }));
  return { nodes, lines: drawn };
}

/** Lines of a box: name and kind always, the rest where there is something. */
function heightOf(step: GraphStep | undefined): number {
  if (!step) return 60;
  const more = [step.post, step.timeLimitDays, step.risks.length > 0].filter(Boolean).length;
  return 54 + more * 22;
}

function StepBox({ data: { step } }: NodeProps<StepNode>) {
  const { t } = useTranslation('power');
  const kind = useEnum('StepKind');
  return (
    <div className="step-box">
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <strong title={step.name}>{step.name || step.key}</strong>
      <span>{kind.label(step.kind)}</span>
      {step.post && <span title={step.post}>{step.post}</span>}
      {step.timeLimitDays ? <span>{t('days', { count: step.timeLimitDays })}</span> : null}
      {step.risks.length > 0 && <RiskMarks risks={step.risks} />}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
