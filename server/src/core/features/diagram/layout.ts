import { Graph, layout } from '@dagrejs/dagre';
import type { Diagram, DiagramEdge, DiagramNode } from './builder';
import { cut, widthOf, wrapped } from './text';

/** All lengths are pixels. */
export const TITLE_SIZE = 16;
export const NAME_SIZE = 14;
export const TEXT_SIZE = 12;
export const LABEL_SIZE = 11;
export const LINE = 17;
/** Between the border of a box and its text. */
export const PADDING = 12;
/** How much wider bold letters are. */
const BOLD = 1.12;
const NARROWEST = 150;
const WIDEST = 280;
const LONGEST_LABEL = 180;
/** Lines of facts in one box. */
const MOST_LINES = 9;
/** Round the picture. */
const MARGIN = 16;
/** Between the frame of the task and what is in it. */
const FRAME = 20;
/** A wider picture is drawn from left to right, if that makes it narrower: beside an editor there is less room. */
const WIDE = 900;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What is written in a box, as far as it fits. */
interface Content {
  readonly node: DiagramNode;
  readonly name: string;
  readonly lines: readonly string[];
}

export interface PlacedNode extends Box, Content {}

export interface PlacedEdge {
  readonly edge: DiagramEdge;
  readonly label: string;
  /** From the box where the arrow begins to the one it points at. */
  readonly points: readonly Point[];
  /** The middle of the label. */
  readonly at: Point;
}

export interface Layout extends Box {
  /** Round the task. */
  readonly frame: Box;
  readonly title: string;
  /** Under the title. */
  readonly lines: readonly string[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Places what starts first above what waits for it, what a task is given above it, and what it writes to below. */
export function placed(diagram: Diagram): Layout {
  const downwards = framed(diagram, arranged(diagram, false), false);
  if (downwards.width <= WIDE) return downwards;
  const sideways = framed(diagram, arranged(diagram, true), true);
  return sideways.width < downwards.width ? sideways : downwards;
}

// ---- boxes and lines

interface Arranged {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const TASK = 'task';

function arranged({ nodes, edges }: Diagram, isSideways: boolean): Arranged {
  if (nodes.length === 0) return { nodes: [], edges: [] };
  const graph = new Graph({ compound: true, multigraph: true });
  graph.setGraph({
    rankdir: isSideways ? 'LR' : 'TB',
    nodesep: isSideways ? 24 : 36,
    edgesep: 18,
    ranksep: 28,
  });
  const sized = nodes.map(sizedOf);
  for (const { node, width, height } of sized) {
    graph.setNode(node.id, { width, height });
    if (isInside(node)) graph.setParent(node.id, TASK);
  }
  const labels = edges.map(({ label }) => cut(label, LABEL_SIZE, LONGEST_LABEL));
  edges.forEach((edge, i) => {
    const label = labels[i] ?? '';
    const size = label === '' ? {} : { width: widthOf(label, LABEL_SIZE) + 8, height: LABEL_SIZE + 6 };
    const weight = edge.kind === 'start' ? 3 : 1;
    graph.setEdge(...endsOf(edge, edges), { ...size, labelpos: 'c', weight }, String(i));
  });
  addRails(graph, nodes, edges);
  layout(graph);

  const boxes = sized.map(({ width, height, ...content }) => {
    const { x, y }: Point = graph.node(content.node.id);
    return { ...content, left: x - width / 2, top: y - height / 2, width, height };
  });
  const lines = edges.map((edge, i) => {
    const [upper, lower] = endsOf(edge, edges);
    const { points = [], x, y }: Route = graph.edge(upper, lower, String(i));
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    return {
      edge,
      upper,
      lower,
      label: labels[i] ?? '',
      points: [...points],
      at: { x: x ?? middle.x, y: y ?? middle.y },
    };
  });
  spread(boxes, lines, isSideways);
  return {
    nodes: boxes,
    edges: lines.map(({ upper, lower, ...line }) => ({
      ...line,
      points: upper === line.edge.from || upper === lower ? line.points : line.points.toReversed(),
    })),
  };
}

/** What dagre says of an edge. */
interface Route extends Partial<Point> {
  readonly points?: readonly Point[];
}

const isInside = ({ kind }: DiagramNode): boolean => kind !== 'logs' && kind !== 'settings';

/**
 * The upper and the lower end. What a link goes to is there already, and so is a log router that a container waits for,
 * whatever the direction of the arrow.
 */
function endsOf({ from, to, kind }: DiagramEdge, edges: readonly DiagramEdge[]): [string, string] {
  const isAwaited = (upper: string, lower: string): boolean =>
    edges.some((edge) => edge.kind === 'start' && edge.from === upper && edge.to === lower);
  const isUpwards = kind === 'link' ? !isAwaited(from, to) : kind === 'logs' && isAwaited(to, from);
  return isUpwards ? [to, from] : [from, to];
}

/** Points that nothing is drawn at. */
const ABOVE = 'above';
const BELOW = 'below';

/** Keeps what a task is given above it, and its logs below, where dagre would save some length beside it. */
function addRails(graph: Graph, nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): void {
  for (const rail of [ABOVE, BELOW]) graph.setNode(rail, { width: 0, height: 0 });
  const inside = new Set(nodes.filter(isInside).map(({ id }) => id));
  const internal = edges
    .map((edge) => endsOf(edge, edges))
    .filter(([upper, lower]) => inside.has(upper) && inside.has(lower) && upper !== lower);
  const uppers = new Set(internal.map(([upper]) => upper));
  const lowers = new Set(internal.map(([, lower]) => lower));
  // dagre places the last one first.
  for (const { id, kind } of nodes.toReversed()) {
    if (kind === 'settings') graph.setEdge(id, ABOVE, { weight: 0 });
    else if (kind === 'logs') graph.setEdge(BELOW, id, { weight: 0 });
    else {
      // What is connected with nothing goes to where its like is.
      const isAlone = !uppers.has(id) && !lowers.has(id);
      if (!lowers.has(id)) graph.setEdge(ABOVE, id, { weight: isAlone && kind !== 'volume' ? 1 : 0 });
      if (!uppers.has(id)) graph.setEdge(id, BELOW, { weight: isAlone && kind === 'volume' ? 1 : 0 });
    }
  }
}

interface Line {
  readonly upper: string;
  readonly lower: string;
  readonly points: Point[];
}

/** Lets lines begin and end side by side at the lower and the upper border of their boxes, in the order they come from. */
function spread(boxes: readonly PlacedNode[], lines: readonly Line[], isSideways: boolean): void {
  const across = ({ x, y }: Point): number => (isSideways ? y : x);
  for (const { node, left, top, width, height } of boxes) {
    for (const isUpper of [true, false]) {
      const here = lines
        .filter(({ upper, lower }) => upper !== lower && (isUpper ? upper : lower) === node.id)
        .map(({ points }) => ({ points, next: points.at(isUpper ? 1 : -2) ?? { x: 0, y: 0 } }))
        .sort((a, b) => across(a.next) - across(b.next));
      here.forEach(({ points }, i) => {
        const part = (i + 1) / (here.length + 1);
        const end = isSideways
          ? { x: isUpper ? left + width : left, y: top + part * height }
          : { x: left + part * width, y: isUpper ? top + height : top };
        points[isUpper ? 0 : points.length - 1] = end;
      });
    }
  }
}

function sizedOf(node: DiagramNode): Content & Pick<Box, 'width' | 'height'> {
  const room = WIDEST - 2 * PADDING;
  const shown = node.lines.length > MOST_LINES ? node.lines.slice(0, MOST_LINES - 1) : node.lines;
  const rest = node.lines.length - shown.length;
  const lines = [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].map((line) =>
    cut(line, TEXT_SIZE, room),
  );
  const name = cut(node.name, NAME_SIZE, room / BOLD);
  const widths = [
    widthOf(node.what, LABEL_SIZE),
    BOLD * widthOf(name, NAME_SIZE),
    ...lines.map((line) => widthOf(line, TEXT_SIZE)),
  ];
  return {
    node,
    name,
    lines,
    width: Math.max(NARROWEST, Math.ceil(Math.max(...widths)) + 2 * PADDING),
    height: 2 * PADDING + LABEL_SIZE + (1 + lines.length) * LINE + (lines.length > 0 ? 2 : -4),
  };
}

// ---- the frame

/** Draws the frame of the task round its parts, and makes room for its title. */
function framed({ title, lines }: Diagram, { nodes, edges }: Arranged, isSideways: boolean): Layout {
  const ids = new Set(nodes.flatMap(({ node }) => (isInside(node) ? [node.id] : [])));
  const labels = edges.map((edge) => ({ ...edge, ...labelBox(edge) }));
  const inner = around([
    ...nodes.filter(({ node }) => isInside(node)),
    ...labels.filter(({ edge }) => ids.has(edge.from) && ids.has(edge.to)),
  ]);
  const width = Math.max(inner.width, NARROWEST);
  const shownLines = wrapped(lines, TEXT_SIZE, width);
  const header = PADDING + TITLE_SIZE + shownLines.length * LINE + PADDING;
  // dagre knows no titles: downwards, what is not above the task makes room for it.
  const shift = isSideways ? 0 : header;
  const bottom = inner.top + inner.height;
  const down = (y: number): number => y + (y < inner.top ? 0 : shift) + (y > bottom && shift > 0 ? FRAME : 0);
  const shifts = new Map(
    nodes.map(({ node, top, height }) => [node.id, down(top + height / 2) - top - height / 2]),
  );
  const movedNodes = nodes.map((node) => ({ ...node, top: node.top + (shifts.get(node.node.id) ?? 0) }));
  const movedEdges = edges.map((edge) => {
    const { from, to } = edge.edge;
    const last = edge.points.length - 1;
    const points = edge.points.map(({ x, y }, i) => {
      const end = i === 0 ? from : i === last ? to : undefined;
      return { x, y: end === undefined ? down(y) : y + (shifts.get(end) ?? 0) };
    });
    return { ...edge, points, at: { x: edge.at.x, y: down(edge.at.y) } };
  });
  const frame = {
    left: inner.left - FRAME,
    top: inner.top + shift - header,
    width: width + 2 * FRAME,
    height: header + inner.height + FRAME,
  };
  const all = around([frame, ...movedNodes, ...movedEdges.map(labelBox)]);
  return {
    left: Math.floor(all.left - MARGIN),
    top: Math.floor(all.top - MARGIN),
    width: Math.ceil(all.width + 2 * MARGIN),
    height: Math.ceil(all.height + 2 * MARGIN),
    frame,
    title: cut(title, TITLE_SIZE, width / BOLD),
    lines: shownLines,
    nodes: movedNodes,
    edges: movedEdges,
  };
}

function labelBox({ label, at }: Pick<PlacedEdge, 'label' | 'at'>): Box {
  const width = widthOf(label, LABEL_SIZE);
  return { left: at.x - width / 2, top: at.y - LABEL_SIZE / 2, width, height: LABEL_SIZE };
}

/** The smallest box round others. */
function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { left: 0, top: 0, width: 0, height: 0 };
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}
