import { textOf } from '../../model/labels';
import type { TaskDefinition } from '../../model/taskDefinition';
import type { Node, Range } from '../../syntax/tree';

/** A box: a container, a volume, or something outside of the task. */
export interface DiagramNode {
  readonly id: string;
  readonly kind: 'container' | 'volume' | 'logs' | 'settings' | 'missing';
  /** Above the name: "container · starts 2nd", "volume", "CloudWatch Logs". */
  readonly what: string;
  readonly name: string;
  /** Below the name, one fact a line. */
  readonly lines: readonly string[];
  /** What its lines to other boxes mean, where they are its own: "starts after db (HEALTHY)". */
  readonly relations?: readonly string[];
  /** Where the document says so. */
  readonly place: Range;
}

/** A line between two boxes. */
export interface DiagramEdge {
  /** Ids of nodes, in the direction of the arrow: from what starts first, to where logs and files go. */
  readonly from: string;
  readonly to: string;
  readonly kind: 'start' | 'link' | 'volumesFrom' | 'mount' | 'logs' | 'settings';
  /** Empty where the boxes at its ends say it all. */
  readonly label: string;
  /** Files that can only be read come through it. */
  readonly isReadOnly?: true;
}

/** What a task consists of, and what it is connected with. */
export interface Diagram {
  /** The family. */
  readonly title: string;
  /** "Fargate", "0.5 vCPU", "1 GB", ... */
  readonly lines: readonly string[];
  /** What matters about the task besides: its roles. */
  readonly facts: readonly string[];
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** "20 containers", where there is too much for a picture. */
  readonly omitted: readonly string[];
}

/** AWS takes ten containers. What is far above cannot be looked at, and would take seconds to lay out. */
export const MOST_NODES = 100;
const MOST_EDGES = 150;

/** Gathers nodes and edges; a node is there once. */
export class DiagramBuilder {
  readonly nodes = new Map<string, DiagramNode>();
  readonly edges: DiagramEdge[] = [];
  #omittedEdges = 0;
  readonly #ids = new Map<string, string>();

  constructor(readonly definition: TaskDefinition) {}

  add(node: DiagramNode): void {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
  }

  /** The id of a container or a volume is its kind and its place in the list, as names may be missing or given twice. */
  addNamed(node: DiagramNode & { readonly kind: 'container' | 'volume' }): void {
    this.add(node);
    const key = `${node.kind} ${node.name}`;
    if (!this.#ids.has(key)) this.#ids.set(key, node.id);
  }

  /** The id of the container or volume that a value names; what is not there is shown as missing. */
  named(kind: 'container' | 'volume', value: Node | undefined): string | undefined {
    const name = textOf(value);
    if (name === undefined || !value) return undefined;
    const known = this.#ids.get(`${kind} ${name}`);
    if (known !== undefined) return known;
    const id = `missing ${kind} ${name}`;
    this.add({
      id,
      kind: 'missing',
      what: kind,
      name,
      lines: [`no ${kind} of this name`],
      place: rangeOf(value),
    });
    return id;
  }

  /** @param relation what the line means for a container, in words */
  connect(edge: DiagramEdge, of: string, relation: string): void {
    const node = this.nodes.get(of);
    if (node) this.nodes.set(of, { ...node, relations: [...(node.relations ?? []), relation] });
    const isKnown = this.edges.some(
      ({ from, to, kind, label }) =>
        from === edge.from && to === edge.to && kind === edge.kind && label === edge.label,
    );
    if (isKnown) return;
    if (this.edges.length < MOST_EDGES) this.edges.push(edge);
    else this.#omittedEdges++;
  }

  nameOf(id: string): string {
    return this.nodes.get(id)?.name ?? '';
  }

  get omittedEdges(): number {
    return this.#omittedEdges;
  }
}

export const rangeOf = ({ start, end }: Range): Range => ({ start, end });
