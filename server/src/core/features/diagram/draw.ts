import type { Diagram, DiagramNode } from './builder';
import {
  type Box,
  LABEL_SIZE,
  type Layout,
  LINE,
  NAME_SIZE,
  PADDING,
  type PlacedEdge,
  type PlacedNode,
  type Point,
  TEXT_SIZE,
  TITLE_SIZE,
} from './layout';
import { escaped } from './text';
import { factsOf, summaryOf } from './words';

export interface DrawOptions {
  /** The target of a click on a box; without it boxes are no links. */
  readonly linkOf?: (node: DiagramNode) => string;
  /** The nonce of the style sheet, for pages that take no other. */
  readonly nonce?: string;
}

/**
 * A picture that stands alone: its colours are those of VS Code's theme where there is one, else those of the system,
 * and what a colour says is said by words or by the kind of line as well.
 */
export function draw(diagram: Diagram, layout: Layout, { linkOf, nonce }: DrawOptions): string {
  const { left, top, width, height, frame } = layout;
  // A picture (`img`) has no parts that can be reached, so with links it is a group.
  const role = linkOf ? 'group' : 'img';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="diagram" role="${role}" aria-labelledby="diagram-title diagram-summary" viewBox="${numbers(left, top, width, height)}" width="${width}" height="${height}">`,
    `<title id="diagram-title">${escaped(diagram.title)}</title>`,
    `<desc id="diagram-summary">${escaped(summaryOf(diagram))}</desc>`,
    `<style${nonce === undefined ? '' : ` nonce="${escaped(nonce)}"`}>${STYLE}${shrunk(width)}</style>`,
    ARROW,
    rectangle('frame', frame, 10),
    ...layout.edges.map(line),
    ...header(layout),
    ...layout.nodes.map((placed) => box(placed, diagram, linkOf?.(placed.node))),
    ...layout.edges.map(label),
    '</svg>',
  ].join('\n');
}

const ARROW =
  '<defs><marker id="diagram-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="arrow" d="M0 0 8 4 0 8Z"/></marker></defs>';

function header({ frame, title, lines }: Layout): string[] {
  const x = frame.left + PADDING;
  const y = frame.top + PADDING + TITLE_SIZE;
  return [
    text('head title', x, y, title),
    ...lines.map((part, i) => text('head fact', x, y + (i + 1) * LINE, part)),
  ];
}

function line({ edge, points }: PlacedEdge): string {
  const classes = ['edge', edge.kind, ...(edge.isReadOnly ? ['read-only'] : [])].join(' ');
  return `<path class="${classes}" d="${curve(points)}" marker-end="url(#diagram-arrow)"/>`;
}

function label({ label, at: { x, y } }: PlacedEdge): string {
  return label === '' ? '' : text('label', x, y + LABEL_SIZE / 3, label);
}

/** Through the middles between the points, rounded at each of them. */
function curve([first, ...others]: readonly Point[]): string {
  const last = others.pop();
  if (!first || !last) return '';
  const parts = others.map((point, i) => {
    const next = others[i + 1];
    const end = next ? { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 } : last;
    return `Q${numbers(point.x, point.y, end.x, end.y)}`;
  });
  return `M${numbers(first.x, first.y)}${parts.join('') || `L${numbers(last.x, last.y)}`}`;
}

function box(placed: PlacedNode, diagram: Diagram, link: string | undefined): string {
  const { node, name, lines, left, top } = placed;
  const x = left + PADDING;
  const y = top + PADDING + LABEL_SIZE;
  const content = [
    `<title>${escaped(`${node.what} ${node.name}: ${factsOf(diagram, node).join('; ')}`)}</title>`,
    outline(placed),
    text('what', x, y, node.what),
    text('name', x, y + LINE, name),
    ...lines.map((part, i) => text('fact', x, y + 2 + (i + 2) * LINE, part)),
  ].join('');
  return link === undefined
    ? `<g class="${node.kind}">${content}</g>`
    : `<a class="${node.kind}" href="${escaped(link)}">${content}</a>`;
}

/** Each kind has a form of its own: a volume is a cylinder, logs are a sheet. */
function outline(placed: PlacedNode): string {
  const { left, top, width, height, node } = placed;
  if (node.kind === 'volume') {
    const half = `${round(width / 2)} 5 0 0`;
    const body = `M${numbers(left, top + 2)}a${half} 1 ${round(width)} 0v${round(height - 4)}a${half} 1 ${-round(width)} 0z`;
    return `<path class="box" d="${body}m0 0a${half} 0 ${round(width)} 0"/>`;
  }
  if (node.kind === 'logs') {
    const corner = 12;
    return `<path class="box" d="M${numbers(left, top)}h${round(width - corner)}l${corner} ${corner}v${round(height - corner)}h${-round(width)}zm${round(width - corner)} 0v${corner}h${corner}"/>`;
  }
  return rectangle('box', placed, node.kind === 'settings' ? 16 : 4);
}

function rectangle(name: string, { left, top, width, height }: Box, radius: number): string {
  return `<rect class="${name}" x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="${radius}"/>`;
}

function text(name: string, x: number, y: number, content: string): string {
  return `<text class="${name}" x="${round(x)}" y="${round(y)}">${escaped(content)}</text>`;
}

const round = (length: number): number => Math.round(length * 10) / 10;
const numbers = (...lengths: readonly number[]): string => lengths.map(round).join(' ');

/** A wide picture shrinks to its page, as far as it can still be read. */
const shrunk = (width: number): string =>
  `.diagram{display:block;height:auto;max-width:100%;min-width:${Math.round(width * 0.7)}px}`;

const FOREGROUND = 'var(--vscode-editor-foreground,CanvasText)';
const BACKGROUND = 'var(--vscode-editor-background,Canvas)';
const QUIET = 'var(--vscode-descriptionForeground,CanvasText)';
/** A border in high contrast, else the colour of a kind. */
const border = (colour: string): string =>
  `var(--vscode-contrastBorder,var(--vscode-charts-${colour},CanvasText))`;

const STYLE = `
.diagram{color-scheme:light dark;font-family:var(--vscode-font-family,system-ui,sans-serif);fill:${FOREGROUND}}
.diagram .title{font-size:${TITLE_SIZE}px;font-weight:600}
.diagram .name{font-size:${NAME_SIZE}px;font-weight:600}
.diagram .fact{font-size:${TEXT_SIZE}px}
.diagram .what,.diagram .label{font-size:${LABEL_SIZE}px;fill:${QUIET}}
.diagram .label{text-anchor:middle;fill:${FOREGROUND}}
.diagram .label,.diagram .head{paint-order:stroke;stroke:${BACKGROUND};stroke-width:4px}
.diagram .frame{fill:none;stroke:${QUIET};stroke-dasharray:2 3}
.diagram .box{fill:var(--vscode-editorWidget-background,Canvas);stroke-width:1.5px;stroke:${border('foreground')}}
.diagram .container .box{stroke:${border('blue')}}
.diagram .volume .box{stroke:${border('green')}}
.diagram .missing .box{stroke:var(--vscode-errorForeground,CanvasText);stroke-dasharray:5 3}
.diagram .edge{fill:none;stroke:${QUIET};stroke-width:1.5px}
.diagram .arrow{fill:${QUIET}}
.diagram .logs.edge,.diagram .settings.edge{stroke-dasharray:1.5 3.5}
.diagram .read-only{stroke-dasharray:6 4}
.diagram a{cursor:pointer;outline:none}
.diagram a:hover .box,.diagram a:focus-visible .box{stroke:var(--vscode-focusBorder,Highlight);stroke-width:3px}
.diagram a:hover .name{text-decoration:underline}
`.replaceAll('\n', '');
