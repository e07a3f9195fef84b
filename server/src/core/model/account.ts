import type { Node } from '../syntax/tree';

/** What a document says about where it runs, for values that a fix has to propose. */
export interface Account {
  /** `aws`, `aws-cn` or `aws-us-gov`: the first one met, else `aws`. */
  readonly partition: string;
  /** Twelve digits; undefined when the document names none, or more than one. */
  readonly id: string | undefined;
  /** Such as `eu-west-1`; undefined when the document names none, or more than one. */
  readonly region: string | undefined;
}

/** As `Account`, with marks for a person to fill in where the document does not tell. */
export interface AccountOrMarks {
  readonly partition: string;
  readonly id: string;
  readonly region: string;
}

const ARN = /^arn:(aws[a-z-]*):[a-z0-9-]+:([a-z0-9-]*):(\d{12})?:/;
const ECR_IMAGE = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\//;
/** Also the endpoints for FIPS, and those that answer over IPv6 too. */
const ECR_ENDPOINT =
  /^(\d{12})\.dkr(?:\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?|-ecr(?:-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn))\//;
/** The name of a Region: `eu-west-1`. */
export const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

/** Whether the image stands in a private registry of Amazon ECR; those of public.ecr.aws do not. */
export function isPrivateEcrImage(image: string): boolean {
  return ECR_IMAGE.test(image);
}

/** As `isPrivateEcrImage`, by any endpoint: whether AWS knows all of them when it registers a task is not certain. */
export function isAtEcrEndpoint(image: string): boolean {
  return ECR_ENDPOINT.test(image);
}

const gathered = new WeakMap<Node, Account>();

/** The account and Region of the ARNs, ECR images and log options below a node; read once. */
export function accountIn(root: Node): Account {
  const account = gathered.get(root) ?? gather(root);
  gathered.set(root, account);
  return account;
}

/** For values that a fix has to write: an account that was made up would look like one that is right. */
export function accountOrMarks(root: Node): AccountOrMarks {
  const { partition, id = '<ACCOUNT_ID>', region = '<REGION>' } = accountIn(root);
  return { partition, id, region };
}

function gather(root: Node): Account {
  const partitions = new Set<string>();
  const ids = new Set<string>();
  const regions = new Set<string>();
  const visit = (node: Node): void => {
    if (node.kind === 'array') node.items.forEach(visit);
    else if (node.kind === 'object') {
      for (const { value } of node.properties) if (value) visit(value);
    } else if (node.kind === 'string') {
      const arn = ARN.exec(node.value);
      const image = ECR_ENDPOINT.exec(node.value);
      if (arn?.[1]) partitions.add(arn[1]);
      const id = arn?.[3] ?? image?.[1];
      if (id) ids.add(id);
      const region = arn?.[2] ?? image?.[2] ?? image?.[3] ?? (isRegionOption(node) ? node.value : '');
      if (REGION.test(region)) regions.add(region);
    }
  };
  visit(root);
  return { partition: [...partitions][0] ?? 'aws', id: single(ids), region: single(regions) };
}

/** Of the log drivers: awslogs has the first, the plug-ins of FireLens have the second. */
const isRegionOption = ({ step }: Node): boolean => step === 'awslogs-region' || step === 'region';

const single = (values: ReadonlySet<string>): string | undefined =>
  values.size === 1 ? [...values][0] : undefined;
