import type { Analysis } from '../analysis';
import { type DrawOptions, draw } from './diagram/draw';
import { diagramOf } from './diagram/graph';
import { placed } from './diagram/layout';
import { describe } from './diagram/words';

export type { DiagramNode } from './diagram/builder';

/** A picture of a task, and the same in words. */
export interface DrawnDiagram {
  /** The family, where there is one. */
  readonly title: string;
  /** An SVG document. */
  readonly svg: string;
  /** HTML, to stand inside of a page. */
  readonly words: string;
}

/** Undefined for what is no task definition. Takes some milliseconds, for a hundred containers half a second. */
export function drawDiagram(analysis: Analysis, options: DrawOptions = {}): DrawnDiagram | undefined {
  const diagram = diagramOf(analysis);
  if (!diagram) return undefined;
  return {
    title: diagram.title,
    svg: draw(diagram, placed(diagram), options),
    words: describe(diagram, options),
  };
}
