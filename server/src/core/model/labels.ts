import { childOf, type Node } from '../syntax/tree';
import { imageAddress } from './registry';
import type { Container, Volume } from './taskDefinition';

// Short texts for parts of a document, as outlines and diagrams show them.

/** What is written there, template marks too; undefined where nothing is, or only blanks, which clients refuse. */
export function textOf(node: Node | undefined): string | undefined {
  if (node?.kind !== 'string' && node?.kind !== 'number') return undefined;
  return String(node.value).trim() || undefined;
}

/** Registries and digests are long, and rarely what tells containers apart. */
export function imageOf(container: Container): string | undefined {
  const image = textOf(container.get('image'));
  const known = container.string('image');
  if (!known?.value) return image;
  const { repository, tag, digest } = imageAddress(known.value);
  const version = tag !== undefined ? `:${tag}` : digest !== undefined ? `@${digest.slice(0, 19)}` : '';
  return repository.replace(/^.*\//, '') + version;
}

/** What a volume is kept on, and which one of it: `EFS`, `fs-0123abcd`. Nothing for what says nothing about it. */
export function storageOf({ node }: Volume): { readonly type?: string; readonly detail?: string } {
  const [key, member, type] = STORAGE.find(([key]) => childOf(node, key)) ?? [];
  if (key === undefined || member === undefined || type === undefined) return {};
  const detail = textOf(childOf(childOf(node, key), member));
  return { type, ...(detail !== undefined && { detail }) };
}

const STORAGE = [
  ['efsVolumeConfiguration', 'fileSystemId', 'EFS'],
  ['s3filesVolumeConfiguration', 'fileSystemArn', 'S3 Files'],
  ['fsxWindowsFileServerVolumeConfiguration', 'fileSystemId', 'FSx'],
  ['dockerVolumeConfiguration', 'driver', 'Docker'],
  ['host', 'sourcePath', 'host'],
] as const;

export const joined = (...parts: readonly (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '' && part !== 0).join(' · ');
