import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import {
  Background,
  Controls,
  Handle,
  Position,
  ReactFlow,
  useReactFlow,
  useStore,
  type AriaLabelConfig,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useTranslation } from 'react-i18next';
import { boxWidth, circleSize, type Laid } from './layout';
import { Marks } from './Marks';
import type { Place } from './plan';
import type { Line } from './route';
import {
  drawBands,
  drawCircle,
  drawLine,
  drawStep,
  drawWords,
  type Mark,
  type StepView,
  type Words,
} from './shapes';
import './map.css';

/** What can be done on a map that is edited. */
export interface MapEditing {
  onConnect: (from: string, to: string) => void;
  /** Missing while the lanes say where a step stands. */
  onPlace?: (key: string, place: Place) => void;
  onKey: (event: KeyboardEvent, key: string) => void;
}

interface Props {
  laid: Laid;
  views: StepView[];
  words: Words;
  label: string;
  selected?: string;
  onSelect?: (key: string | undefined) => void;
  /** Step that is brought into sight and gets the focus; another number asks anew. */
  focus?: { key: string; n: number };
  editing?: MapEditing;
  /** Highest, in pixels; the map is as high as it needs up to that. */
  most?: number;
}

interface Drawn extends Record<string, unknown> {
  marks: Mark[];
  width: number;
  height: number;
  connectable: boolean;
}
type MapNode = Node<Drawn>;
type MapEdge = Edge<{ line: Line; chosen: boolean }>;

const nodeTypes = { step: StepNode, still: StillNode };
const edgeTypes = { way: WayEdge };
const fit = {
  padding: { x: '24px', top: '24px', bottom: '48px' },
  maxZoom: 1,
  minZoom: 0.5,
} as const;

/** The map of a process, to look at or to edit. A table beside it says the same in words. */
export default function MapCanvas(props: Props) {
  const { laid, views, words, label, selected, onSelect, focus, editing, most } = props;
  const { t } = useTranslation('powerMap');
  const nodes = useMemo(
    () => nodesOf(laid, views, words, selected, editing !== undefined),
    [laid, views, words, selected, editing],
  );
  const edges = useMemo(() => edgesOf(laid, selected), [laid, selected]);
  // While a step is dragged it stands where the pointer is.
  const [dragged, setDragged] = useState<{ id: string; position: Place }>();
  const shown = dragged
    ? nodes.map((node) => (node.id === dragged.id ? { ...node, position: dragged.position } : node))
    : nodes;
  const aria = useAria();

  return (
    <figure
      className="process-map"
      style={most ? { height: Math.min(most, Math.max(200, laid.frame.height + 96)) } : undefined}
      aria-label={label}
      onKeyDown={(event) => {
        const key = stepOf(event.target);
        if (!key) return;
        if (editing) editing.onKey(event, key);
        else if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onSelect?.(key);
        }
      }}
    >
      <ReactFlow<MapNode, MapEdge>
        nodes={shown}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        minZoom={0.15}
        maxZoom={2}
        nodesDraggable={editing?.onPlace !== undefined}
        nodesConnectable={editing !== undefined}
        nodesFocusable
        edgesFocusable={false}
        elementsSelectable
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        connectionRadius={48}
        nodeDragThreshold={4}
        // No page leads out of the house; the notice of the licence is in licenses.txt.
        proOptions={{ hideAttribution: true }}
        // The wheel scrolls the page, as it does everywhere else.
        zoomOnScroll={false}
        preventScrolling={false}
        zoomOnDoubleClick={false}
        ariaLabelConfig={aria}
        onNodeClick={(_, node) => node.type === 'step' && onSelect?.(node.id)}
        onPaneClick={() => onSelect?.(undefined)}
        onConnect={({ source, target }) => editing?.onConnect(source, target)}
        onNodesChange={(changes) => {
          for (const change of changes) {
            if (change.type === 'position' && change.position && change.dragging) {
              setDragged({ id: change.id, position: change.position });
            }
          }
        }}
        onNodeDragStop={(_, node) => {
          setDragged(undefined);
          editing?.onPlace?.(node.id, node.position);
        }}
      >
        <Fit laid={laid} focus={focus} editing={editing !== undefined} />
        <Background gap={20} />
        <Controls
          showInteractive={false}
          orientation="horizontal"
          fitViewOptions={fit}
          aria-label={t('canvas.controls')}
        />
      </ReactFlow>
    </figure>
  );
}

/** The step that an event happened on. */
function stepOf(target: EventTarget): string | undefined {
  const node = (target as HTMLElement).closest<HTMLElement>('.react-flow__node-step');
  return node?.dataset.id;
}

/** xyflow's own words, which are English otherwise. */
function useAria(): Partial<AriaLabelConfig> {
  const { t } = useTranslation('powerMap');
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('canvas.node'),
      'node.a11yDescription.keyboardDisabled': t('canvas.node'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        t('canvas.moved', { x: Math.round(x), y: Math.round(y) }),
      'edge.a11yDescription.default': t('canvas.edge'),
      'controls.ariaLabel': t('canvas.controls'),
      'controls.zoomIn.ariaLabel': t('canvas.zoomIn'),
      'controls.zoomOut.ariaLabel': t('canvas.zoomOut'),
      'controls.fitView.ariaLabel': t('canvas.fit'),
      'controls.interactive.ariaLabel': t('canvas.interactive'),
      'minimap.ariaLabel': t('canvas.minimap'),
      'handle.ariaLabel': t('canvas.handle'),
    }),
    [t],
  );
}

/** Shows all of it at first and when there is another, and a step that is asked for. */
function Fit({ laid, focus, editing }: { laid: Laid; focus: Props['focus']; editing: boolean }) {
  const { fitView, getZoom, setCenter } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // What is edited stays where it is while somebody works on it.
  const drawing = editing ? laid.bands.length : laid;
  useEffect(() => {
    if (width > 0 && height > 0) void fitView(fit);
  }, [fitView, drawing, width, height]);
  const box = laid.boxes.find((each) => each.key === focus?.key);
  useEffect(() => {
    if (!focus || !box) return undefined;
    void setCenter(box.x + boxWidth / 2, box.y + box.height / 2, {
      zoom: Math.max(0.75, getZoom()),
    });
    const selector = `.react-flow__node-step[data-id="${CSS.escape(focus.key)}"]`;
    // A new step is hidden until it was measured, and what is hidden takes no focus.
    let frame = 0;
    const take = (tries: number) => {
      const node = document.querySelector<HTMLElement>(selector);
      node?.focus({ preventScroll: true });
      if (tries > 0 && document.activeElement !== node) {
        frame = requestAnimationFrame(() => take(tries - 1));
      }
    };
    take(30);
    return () => cancelAnimationFrame(frame);
    // Once for each time it is asked; the box may move later.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focus]);
  return null;
}

function nodesOf(
  laid: Laid,
  views: StepView[],
  words: Words,
  selected: string | undefined,
  connectable: boolean,
) {
  const boxes = new Map(laid.boxes.map((box) => [box.key, box]));
  const still = {
    draggable: false,
    selectable: false,
    focusable: false,
    connectable: false,
  } as const;
  const nodes: MapNode[] = [];
  const [band] = laid.bands;
  if (band) {
    const { width } = laid.bands.reduce((sum, one) => ({ width: sum.width + one.width }), {
      width: 0,
    });
    nodes.push({
      ...still,
      ...sized(width, band.height),
      id: 'lanes',
      type: 'still',
      position: { x: band.x, y: band.y },
      zIndex: -1,
      data: {
        marks: drawBands(
          laid.bands.map((one) => ({ ...one, x: one.x - band.x, y: 0 })),
          words,
        ),
        width,
        height: band.height,
        connectable: false,
      },
    });
  }
  // In the order of the process, which is the order of the Tab key.
  for (const view of views) {
    const box = boxes.get(view.key);
    if (!box) continue;
    nodes.push({
      id: view.key,
      type: 'step',
      position: { x: box.x, y: box.y },
      ...sized(box.width, box.height),
      selected: view.key === selected,
      ariaLabel: [
        view.name || words.unnamed,
        words.kind(view.kind),
        view.who,
        ...(view.mark?.notes ?? []).map(({ text }) => text),
      ]
        .filter(Boolean)
        .join('，'),
      data: { marks: drawStep(view, words), width: box.width, height: box.height, connectable },
    });
  }
  for (const circle of laid.circles) {
    nodes.push({
      ...still,
      ...sized(circleSize, circleSize),
      id: circle.id,
      type: 'still',
      position: { x: circle.x, y: circle.y },
      data: {
        marks: drawCircle(circle.kind, words),
        width: circleSize,
        height: circleSize,
        connectable: false,
      },
    });
  }
  return nodes;
}

// The side of a handle in pixels, as map.css has it.
const handleSize = 10;

/**
 * The size of a node and where its handles are. Nodes are made anew with every change, and xyflow draws
 * no way from or to one that it has to measure first.
 */
function sized(width: number, height: number) {
  const handle = { x: width / 2 - handleSize / 2, width: handleSize, height: handleSize };
  return {
    width,
    height,
    measured: { width, height },
    handles: [
      { ...handle, type: 'target' as const, position: Position.Top, y: -handleSize / 2 },
      { ...handle, type: 'source' as const, position: Position.Bottom, y: height - handleSize / 2 },
    ],
  };
}

function edgesOf(laid: Laid, selected: string | undefined): MapEdge[] {
  return laid.lines.map((line) => {
    const chosen = line.from === selected || line.to === selected;
    return {
      id: line.id,
      source: line.from,
      target: line.to,
      type: 'way',
      selectable: false,
      focusable: false,
      zIndex: chosen ? 1 : 0,
      data: { line, chosen },
    };
  });
}

function StepNode({ data, selected }: NodeProps<MapNode>) {
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={data.connectable} />
      <svg
        width={data.width}
        height={data.height}
        className={selected ? 'map-step map-step-chosen' : 'map-step'}
        aria-hidden="true"
        focusable="false"
      >
        <Marks marks={data.marks} />
      </svg>
      <Handle type="source" position={Position.Bottom} isConnectable={data.connectable} />
    </>
  );
}

function StillNode({ data }: NodeProps<MapNode>) {
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <svg
        width={data.width}
        height={data.height}
        className="map-still"
        aria-hidden="true"
        focusable="false"
      >
        <Marks marks={data.marks} />
      </svg>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
}

/** A line along the way that the layout found around the boxes. */
function WayEdge({ data }: EdgeProps<MapEdge>) {
  if (!data) return null;
  return (
    <>
      <Marks marks={drawLine(data.line, data.chosen ? 'blue' : 'ink-soft')} />
      <Marks marks={drawWords(data.line, 'paper')} />
    </>
  );
}
