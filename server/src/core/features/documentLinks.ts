import type { Analysis } from '../analysis';
import { accountIn } from '../model/account';
import { parseArn } from '../model/arn';
import { arnPage, ecrPage, efsPage, fsxPage, logGroupPage, parameterPage } from '../model/console';
import { isPlaceholder } from '../model/placeholder';
import { insideQuotes } from '../model/references';
import { imageAddress } from '../model/registry';
import { schemaAt } from '../schema/lookup';
import { childOf, type Node, type Range, type StringNode } from '../syntax/tree';
import { definitionPath, notePage } from './members';

/** A value that names something with a page of its own. */
export interface DocumentLink {
  /** Without the quotes. */
  readonly range: Range;
  /** What the page is. */
  readonly tooltip: string;
  readonly target: string;
}

type Page = Pick<DocumentLink, 'tooltip' | 'target'>;

/**
 * Links of images to their registries, of what stands in AWS to the console, and of the values that decide most to AWS's
 * documentation. A value that a template fills in has none, but for an image of which it fills in the tag; and neither
 * has one whose Region nobody knows.
 *
 * @param setting the Region of the settings; empty where nobody chose one
 */
export function documentLinks(analysis: Analysis, setting: string): DocumentLink[] {
  const { definition, text } = analysis;
  if (!definition) return [];
  const region = setting || accountIn(definition.node).region;
  const images = new Set(definition.containers.map((container) => container.get('image')));
  const links: DocumentLink[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'array') node.items.forEach(visit);
    else if (node.kind === 'object') {
      for (const { value } of node.properties) if (value) visit(value);
    } else if (node.kind === 'string' && node.value !== '' && text[node.start] === '"') {
      const page = images.has(node)
        ? imagePage(node.value)
        : isPlaceholder(node)
          ? undefined
          : (docsPage(analysis, node) ?? pageOf(node, region));
      if (page) links.push({ range: insideQuotes(text, node), ...page });
    }
  };
  visit(definition.node);
  return links;
}

/** Members whose values decide what may stand elsewhere; of a list the items. */
const DOCUMENTED: ReadonlySet<unknown> = new Set([
  'networkMode',
  'requiresCompatibilities',
  'operatingSystemFamily',
  'logDriver',
  'condition',
]);

function docsPage(analysis: Analysis, node: StringNode): Page | undefined {
  const inList = typeof node.step === 'number';
  const member = inList ? node.parent?.step : node.step;
  if (!DOCUMENTED.has(member)) return undefined;
  const path = definitionPath(analysis, node);
  if (!path || !schemaAt(path)?.enum?.includes(node.value)) return undefined;
  const target = notePage(path);
  return target === undefined ? undefined : { tooltip: `Read about ${member} in the documentation`, target };
}

function pageOf(node: StringNode, region: string | undefined): Page | undefined {
  const { value, step, parent } = node;
  const arn = parseArn(value.replace(/^credentialspec(?:domainless)?:/, ''));
  if (arn) return inConsole(arnPage(arn));
  if (step === 'awslogs-group' || step === 'log_group_name') {
    const own = childOf(parent, step === 'awslogs-group' ? 'awslogs-region' : 'region');
    return own?.kind === 'string' ? inConsole(logGroupPage(value, own.value)) : undefined;
  }
  if (region === undefined) return undefined;
  if (step === 'valueFrom' && /^[\w./-]+$/.test(value)) return inConsole(parameterPage(value, region));
  if (step !== 'fileSystemId' && step !== 'accessPointId') return undefined;
  const isFsx = parent?.step === 'fsxWindowsFileServerVolumeConfiguration';
  return inConsole((isFsx ? fsxPage : efsPage)(value, region));
}

const inConsole = (target: string | undefined): Page | undefined =>
  target ? { tooltip: 'Open in the AWS console', target } : undefined;

/** Registries whose pages are found by the name of the image. */
const PAGES: Readonly<Record<string, (repository: string) => string>> = {
  'public.ecr.aws': (repository) => `https://gallery.ecr.aws/${repository}`,
  'ghcr.io': (repository) => `https://ghcr.io/${repository}`,
  'quay.io': (repository) => `https://quay.io/repository/${repository}`,
  'mcr.microsoft.com': (repository) => `https://mcr.microsoft.com/artifact/mar/${repository}`,
  'docker.io': dockerHub,
  'index.docker.io': dockerHub,
  'registry-1.docker.io': dockerHub,
};

function imagePage(image: string): Page | undefined {
  const { registry, host = 'docker.io', repository, ecr } = imageAddress(image);
  if (!/^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(repository)) return undefined;
  if (ecr) return inConsole(ecrPage(ecr.account, ecr.region, repository));
  const page = Object.hasOwn(PAGES, host) ? PAGES[host] : undefined;
  return page && { tooltip: `Open the page of ${repository}: ${registry}`, target: page(repository) };
}

function dockerHub(repository: string): string {
  const name = repository.replace(/^library\//, '');
  return `https://hub.docker.com/${name.includes('/') ? 'r' : '_'}/${name}`;
}
