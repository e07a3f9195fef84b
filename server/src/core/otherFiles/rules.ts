import type { Severity } from '../finding';
import type { Preset, RuleDocs } from '../rules/rule';

interface ReferenceRule extends RuleDocs {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: Preset;
}

const CODEDEPLOY = 'https://docs.aws.amazon.com/codedeploy/latest/userguide';
const PIPELINE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html';
const APPSPEC = `${CODEDEPLOY}/reference-appspec-file-structure-resources.html`;
const API = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';

const fails = { severity: 'warning', preset: 'refused' } as const;

/** What is reported in other files of the workspace, where it is known which task definition they go with. */
export const REFERENCE_RULES = [
  {
    ...fails,
    id: 'reference/unknown-container',
    title: 'Another file names a container that is not there',
    why: 'Deploy tools and load balancers look a container up by its name. A name that the task definition does not have stops the deployment.',
    sources: [APPSPEC, PIPELINE, `${API}/API_LoadBalancer.html`],
  },
  {
    ...fails,
    id: 'reference/unknown-port',
    title: 'Another file names a port that is not mapped',
    why: 'A load balancer and Service Connect reach a container only by a port that its portMappings list.',
    sources: [APPSPEC, `${API}/API_LoadBalancer.html`, `${API}/API_ServiceConnectService.html`],
  },
  {
    ...fails,
    id: 'reference/unknown-volume',
    title: 'Another file configures a volume that is not there',
    why: 'A service gives a volume its settings under the name that the task definition has for it, with configuredAtLaunch.',
    sources: [`${API}/API_ServiceVolumeConfiguration.html`],
  },
  {
    ...fails,
    id: 'reference/other-family',
    title: 'Another file deploys another family',
    why: 'The file beside the task definition names the family of another one, so that a deployment would not run what stands here.',
    sources: [APPSPEC],
  },
] as const satisfies readonly ReferenceRule[];

export type ReferenceRuleId = (typeof REFERENCE_RULES)[number]['id'];
