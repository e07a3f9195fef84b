import type { Analysis } from '../analysis';
import { accountIn } from '../model/account';
import { parseArn } from '../model/arn';
import { arnPage, ecrPage, efsPage, logGroupPage, parameterPage } from '../model/console';
import { isPlaceholder } from '../model/placeholder';
import { imageAddress } from '../model/registry';
import { childOf, type Node, type Range, type StringNode } from '../syntax/tree';

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
 * Links of images to their registries, and of what stands in AWS to the console. A value that a template fills in has
 * none, and neither has one whose Region nobody knows.
 *
 * @param setting the Region of the settings; empty where nobody chose one
 */
export function documentLinks({ definition, text }: Analysis, setting: string): DocumentLink[] {
  if (!definition) return [];
  const region = setting || accountIn(definition.node).region;
  const images = new Set(definition.containers.map((container) => container.get('image')));
  const links: DocumentLink[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'array') node.items.forEach(visit);
    else if (node.kind === 'object') {
      for (const { value } of node.properties) if (value) visit(value);
    } else if (
      node.kind === 'string' &&
      node.value !== '' &&
      text[node.start] === '"' &&
      !isPlaceholder(node)
    ) {
      const page = images.has(node) ? imagePage(node.value) : pageOf(node, region);
      if (page) links.push({ range: { start: node.start + 1, end: node.end - 1 }, ...page });
    }
  };
  visit(definition.node);
  return links;
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
  return step === 'fileSystemId' || step === 'accessPointId' ? inConsole(efsPage(value, region)) : undefined;
}

const inConsole = (target: string | undefined): Page | undefined =>
  target === undefined ? undefined : { tooltip: 'Open in the AWS console', target };

/** Registries whose pages are found by the name of the image. */
const PAGES: Readonly<Record<string, (repository: string) => string>> = {
  'public.ecr.aws': (repository) => `https://gallery.ecr.aws/${repository}`,
  'ghcr.io': (repository) => `https://ghcr.io/${repository}`,
  'quay.io': (repository) => `https://quay.io/repository/${repository}`,
  'mcr.microsoft.com': (repository) => `https://mcr.microsoft.com/artifact/mar/${repository}`,
  'docker.io': dockerHub,
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
