import { useEffect, useMemo } from 'react';
import {
  Background,
  BaseEdge,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  useReactFlow,
  useStore,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useTranslation } from 'react-i18next';
import { boxWidth, curve, place, ways, type Direction, type EdgeLike, type Route } from './graph';
import { countByGrade, RiskMarks, type MarkedRisk } from './RiskMarks';
import './graph.css';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { colour } from '@/ui/tokens';

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
  direction: Direction;
}

type StepNode = Node<{ step: GraphStep; direction: Direction }, 'step'>;

// Room for the buttons below the picture.
const fit = { padding: { x: '12px', top: '12px', bottom: '48px' }, maxZoom: 1 } as const;

type WayEdge = Edge<{ route: Route }, 'way'>;

const nodeTypes = { step: StepBox };
const edgeTypes = { way: WayLine };

/** The process as a picture; the list beside it says the same in words. */
export default function ProcessGraph({ steps, edges, label, direction }: Props) {
  const { nodes, lines } = useMemo(() => draw(steps, edges, direction), [steps, edges, direction]);
  const { t } = useTranslation('power');
  const bottom = Math.max(0, ...nodes.map((node) => node.position.y + (node.height ?? 0)));
  const height = Math.min(820, Math.max(160, bottom + 72));

  return (
    <figure className="process-graph" style={{ height }} aria-label={label}>
      <ReactFlow<StepNode, WayEdge>
        nodes={nodes}
        edges={lines}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        // No page leads out of the house; the notice of the licence is in licenses.txt.
        proOptions={{ hideAttribution: true }}
        // The wheel scrolls the page, as it does everywhere else.
        zoomOnScroll={false}
        preventScrolling={false}
        ariaLabelConfig={{
          'controls.zoomIn.ariaLabel': t('graph.zoomIn'),
          'controls.zoomOut.ariaLabel': t('graph.zoomOut'),
          'controls.fitView.ariaLabel': t('graph.fit'),
        }}
      >
        <Fit nodes={nodes} />
        <Background gap={20} />
        <Controls showInteractive={false} orientation="horizontal" fitViewOptions={fit} />
      </ReactFlow>
    </figure>
  );
}

/** Keeps all of it in sight when it grows, as it does while it is typed, or the window changes. */
function Fit({ nodes }: { nodes: StepNode[] }) {
  const { fitView } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    if (width > 0 && height > 0) void fitView(fit);
  }, [fitView, nodes, width, height]);
  return null;
}

function draw(steps: GraphStep[], edges: EdgeLike[], direction: Direction) {
  const found = ways(steps, edges);
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const { boxes, routes } = place(steps, found, (key) => heightOf(byKey.get(key)), direction);
  const nodes: StepNode[] = boxes.flatMap(({ key, x, y, height }) => {
    const step = byKey.get(key);
    if (!step) return [];
    const data = { step, direction };
    return [{ id: key, type: 'step', position: { x, y }, width: boxWidth, height, data }];
  });
  const lines: WayEdge[] = found.flatMap(({ id, from, to, label }, i) => {
    const route = routes[i];
    if (!route) return [];
    return [
      {
        id,
        source: from,
        target: to,
        label: label || undefined,
        type: 'way',
        data: { route },
        markerEnd: {
          type: MarkerType.ArrowClosed,
          width: 18,
          height: 18,
          color: colour('ink-soft'),
        },
      },
    ];
  });
  return { nodes, lines };
}

/** A line along the way that the layout found around the boxes. */
function WayLine({ data, label, markerEnd }: EdgeProps<WayEdge>) {
  if (!data) return null;
  const { points, label: place } = data.route;
  return (
    <BaseEdge
      path={curve(points)}
      markerEnd={markerEnd}
      label={label}
      labelX={place.x}
      labelY={place.y}
      labelShowBg
      labelBgPadding={[4, 2]}
    />
  );
}

/** Lines of a box: name and kind always, the rest where there is something. */
function heightOf(step: GraphStep | undefined): number {
  if (!step) return 60;
  const more = [step.post, step.timeLimitDays].filter(Boolean).length;
  // Two grades with their numbers fit beside each other.
  const marks = Math.ceil(countByGrade(step.risks).length / 2);
  return 54 + (more + marks) * 22 + (marks > 0 ? 4 : 0);
}

function StepBox({ data: { step, direction } }: NodeProps<StepNode>) {
  const { t } = useTranslation('power');
  const kind = useEnum('StepKind');
  const across = direction === 'across';
  return (
    <div className="step-box">
      <Handle
        type="target"
        position={across ? Position.Left : Position.Top}
        isConnectable={false}
      />
      <strong title={step.name}>{step.name || step.key}</strong>
      <span>{kind.label(step.kind)}</span>
      {step.post && <span title={step.post}>{step.post}</span>}
      {step.timeLimitDays ? <span>{t('days', { count: step.timeLimitDays })}</span> : null}
      {step.risks.length > 0 && <RiskMarks risks={step.risks} />}
      <Handle
        type="source"
        position={across ? Position.Right : Position.Bottom}
        isConnectable={false}
      />
    </div>
  );
}
