import { parseImage } from './image';

/** Where an image is kept. */
export interface ImageAddress {
  /** In words: "Docker Hub", "Amazon ECR, private". */
  readonly registry: string;
  /** With its port; undefined where none is written, which means Docker Hub. */
  readonly host: string | undefined;
  /** Inside of the registry: `nginx`, `team/app`. */
  readonly repository: string;
  /** Of a private registry of Amazon ECR. */
  readonly ecr?: { readonly account: string; readonly region: string };
  readonly tag: string | undefined;
  /** With its algorithm: `sha256:4bcf...`. */
  readonly digest: string | undefined;
}

/** By the end of the host. */
const REGISTRIES: readonly (readonly [host: string, name: string])[] = [
  ['public.ecr.aws', 'Amazon ECR, public'],
  ['docker.io', 'Docker Hub'],
  ['ghcr.io', 'GitHub Packages'],
  ['quay.io', 'Quay'],
  ['mcr.microsoft.com', 'the registry of Microsoft'],
  ['registry.gitlab.com', 'the registry of GitLab'],
  ['-docker.pkg.dev', 'Google Artifact Registry'],
  ['gcr.io', 'Google Container Registry'],
  ['azurecr.io', 'Azure Container Registry'],
  ['registry.k8s.io', 'the registry of Kubernetes'],
  ['docker.elastic.co', 'the registry of Elastic'],
  ['nvcr.io', 'the registry of NVIDIA'],
  ['lscr.io', 'the registry of LinuxServer.io'],
  ['registry.redhat.io', 'the registry of Red Hat'],
  ['registry.access.redhat.com', 'the registry of Red Hat'],
];

/** The second form of the host answers over IPv6 too. */
const ECR =
  /^([^.]+)\.dkr(?:\.ecr(?:-fips)?\.([^.]+)\.amazonaws\.com(?:\.cn)?|-ecr(?:-fips)?\.([^.]+)\.on\.(?:aws|amazonwebservices\.com\.cn))$/;

/** As Docker reads the name: what stands before the first slash is a host if it has a dot or a colon, or is localhost. */
export function imageAddress(image: string): ImageAddress {
  const { repository, tag, digest } = parseImage(image);
  const slash = repository.indexOf('/');
  const first = repository.slice(0, Math.max(slash, 0));
  const host = /[.:]/.test(first) || first === 'localhost' ? first : undefined;
  const rest = host === undefined ? repository : repository.slice(slash + 1);
  const [, account, region = '', dual = ''] = ECR.exec(host ?? '') ?? [];
  return {
    registry: account === undefined ? nameOf(host) : 'Amazon ECR, private',
    host,
    repository: rest,
    ...(account !== undefined && { ecr: { account, region: region || dual } }),
    tag,
    digest,
  };
}

function nameOf(host: string | undefined): string {
  if (host === undefined) return 'Docker Hub';
  const [, name = 'another registry'] =
    REGISTRIES.find(([end]) => host === end || host.endsWith(end.startsWith('-') ? end : `.${end}`)) ?? [];
  return name;
}
